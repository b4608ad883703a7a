package vn.anttmap.movement;

import java.util.List;

/**
 * A field of a register.
 *
 * @param required whether an entry must have it
 * @param choices the values of a {@link Type#CHOICE}; empty for other types
 */
public record RegisterField(String name, Type type, boolean required, List<String> choices) {

    /** What a field holds in JSON. */
    public enum Type {
        /** One line, at most 300 characters. */
        TEXT,
        /** At most 2,000 characters. */
        LONG_TEXT,
        /** An {@link Amount}, or a plain number for an exact one. */
        AMOUNT,
        /** One of {@link RegisterField#choices()}. */
        CHOICE,
        /** Up to 50 lines of text. */
        LIST
    }

    public RegisterField {
        choices = List.copyOf(choices);
    }

    static RegisterField of(String name, Type type) {
        return new RegisterField(name, type, false, List.of());
    }

    static RegisterField text(String name) {
        return of(name, Type.TEXT);
    }

    static RegisterField amount(String name) {
        return of(name, Type.AMOUNT);
    }

    static RegisterField choice(String name, String... choices) {
        return new RegisterField(name, Type.CHOICE, false, List.of(choices));
    }

    RegisterField needed() {
        return new RegisterField(name, type, true, choices);
    }
}
