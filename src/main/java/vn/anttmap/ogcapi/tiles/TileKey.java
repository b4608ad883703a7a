package vn.anttmap.ogcapi.tiles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;

/** Which tile, and for whom. */
record TileKey(Subject subject, TileAddress address) {

    /**
     * What a tile shows.
     *
     * @param day the day whose areas, roads or teams are shown; null for incidents, and for a status on the last day of
     *     its window
     * @param from first day counted
     * @param to last day counted, included
     * @param year of the status; 0 where none is asked for
     */
    record Subject(
            TileCollection collection,
            Theme theme,
            @Nullable LocalDate day,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable String severity,
            int year,
            Sight sight) {

        static Subject plain(TileCollection collection, LocalDate day, Sight sight) {
            return new Subject(collection, Theme.PLAIN, day, null, null, null, null, 0, sight);
        }

        /** Whether an incident of a day can be counted in it. */
        boolean counts(LocalDate incidentDay, String incidentCategory) {
            return (from == null || !incidentDay.isBefore(from))
                    && (to == null || !incidentDay.isAfter(to))
                    && (category == null || category.equals(incidentCategory))
                    && !sight.hiddenCategories().contains(incidentCategory);
        }
    }
}
