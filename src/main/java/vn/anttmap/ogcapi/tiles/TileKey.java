package vn.anttmap.ogcapi.tiles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

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
     * @param sight of the account; that of the public until it is worked out
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

        static Subject plain(TileCollection collection, LocalDate day) {
            return new Subject(collection, Theme.PLAIN, day, null, null, null, null, 0, Sight.PUBLIC);
        }

        /** @throws UserProblem where the period ends before it begins */
        static Subject incidents(
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                @Nullable String category,
                @Nullable String severity) {
            checkPeriod(from, to);
            return new Subject(
                    TileCollection.INCIDENTS, Theme.PLAIN, null, from, to, category, severity, 0, Sight.PUBLIC);
        }

        /** @throws UserProblem where the period ends before it begins */
        static Subject density(
                TileCollection collection,
                LocalDate from,
                LocalDate to,
                @Nullable String category,
                @Nullable String severity,
                @Nullable LocalDate boundaryDay) {
            checkPeriod(from, to);
            return new Subject(
                    collection,
                    Theme.DENSITY,
                    boundaryDay == null ? to : boundaryDay,
                    from,
                    to,
                    category,
                    severity,
                    0,
                    Sight.PUBLIC);
        }

        static Subject status(TileCollection collection, int year, @Nullable LocalDate boundaryDay) {
            return new Subject(collection, Theme.STATUS, boundaryDay, null, null, null, null, year, Sight.PUBLIC);
        }

        private static void checkPeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
            if (from != null && to != null && from.isAfter(to)) {
                throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
            }
        }

        /** The same for an account that sees so much of it. */
        Subject seenWith(Sight other) {
            return new Subject(collection, theme, day, from, to, category, severity, year, other);
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
