package vn.anttmap.movement;

import java.util.Locale;

/**
 * A kind of entry, kept as data so that the list stays open.
 *
 * @param countingWord what official text counts: cuộc, đợt, tổ …
 * @param active false: stays readable and cannot be chosen any more
 */
public record MovementKind(
        Register register, String code, String nameVi, String nameEn, String countingWord, boolean active) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
