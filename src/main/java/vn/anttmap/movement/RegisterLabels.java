package vn.anttmap.movement;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How registers, their fields and the choices of these are called, on the page and in tables. */
@Component
public class RegisterLabels {

    private final MessageSource messages;

    RegisterLabels(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Register register, Locale locale) {
        return text("register." + register.key(), locale);
    }

    public String of(RegisterField field, Locale locale) {
        return text("field." + field.name(), locale);
    }

    /** @param choice one of {@link RegisterField#choices()} */
    public String ofChoice(String choice, Locale locale) {
        return text("choice." + choice, locale);
    }

    private String text(String name, Locale locale) {
        return messages.getMessage("label.movement." + name, null, locale);
    }
}
