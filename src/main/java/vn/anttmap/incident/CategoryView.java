package vn.anttmap.incident;

import java.util.Locale;

/**
 * A category as its administrators see it.
 *
 * @param scale in lower case
 * @param version what a change has to be based on
 */
record CategoryView(
        String code, String nameVi, String nameEn, String scale, boolean restricted, boolean active, long version) {

    static CategoryView of(IncidentCategory category) {
        return new CategoryView(
                category.code(),
                category.nameVi(),
                category.nameEn(),
                category.scale().toLowerCase(Locale.ROOT),
                category.restricted(),
                category.active(),
                category.version());
    }
}
