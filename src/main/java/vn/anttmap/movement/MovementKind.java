package vn.anttmap.movement;

import java.util.Locale;

/**
 * A kind of entry, kept as data so that the list stays open.
 *
 * @param list key of a register, or of one of the lists of the security teams
 * @param countingWord what official text counts: cuộc, đợt, tổ …
 * @param active false: stays readable and cannot be chosen any more
 * @param version counts the changes, from 0
 */
public record MovementKind(
        String list, String code, String nameVi, String nameEn, String countingWord, boolean active, long version) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
