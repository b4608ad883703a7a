package vn.anttmap.territory;

import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Text that a caller sent, as it is kept: without blanks around it, in Unicode NFC. */
public final class GivenText {

    private GivenText() {}

    /**
     * @param field name of the field, for the problem
     * @param longest in characters
     * @return null where nothing but blanks was given
     * @throws UserProblem of kind INVALID if it is too long or cannot be stored
     */
    public static @Nullable String optional(String field, @Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String text = VietnameseText.nfc(given.strip());
        if (text.length() > longest) {
            throw UserProblem.of(Kind.INVALID, "text-too-long", field, longest).at(field, null);
        }
        if (!VietnameseText.storable(text)) {
            throw UserProblem.of(Kind.INVALID, "text-unreadable", field).at(field, null);
        }
        return text;
    }

    /** @throws UserProblem of kind INVALID also where nothing was given */
    public static String required(String field, @Nullable String given, int longest) {
        String text = optional(field, given, longest);
        if (text == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, given);
        }
        return text;
    }
}
