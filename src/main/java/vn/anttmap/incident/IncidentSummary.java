package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.UnitRef;

/**
 * What the incidents of a filter come to. Withdrawn marks and what turned out not to be a case are in none of the figures.
 *
 * @param notACase how many of the list turned out not to be a case
 * @param restrictedLeftOut whether restricted categories are left out for this account
 * @param within the unit whose territory was asked for
 * @param boundaryDay the day whose boundaries that territory has
 */
public record IncidentSummary(
        long count,
        long notACase,
        List<CategoryCount> byCategory,
        List<SeverityCount> bySeverity,
        List<KeyCount> byHandlingLevel,
        List<KeyCount> byState,
        long personsInvolved,
        long dead,
        long injured,
        long damageDong,
        boolean restrictedLeftOut,
        @Nullable UnitRef within,
        @Nullable LocalDate boundaryDay) {

    public record CategoryCount(String category, String name, long count, long personsInvolved) {}

    /** @param severity null for those of the scale that are not classified yet */
    public record SeverityCount(
            String scale,
            @Nullable String severity,
            @Nullable String name,
            long count) {}

    public record KeyCount(String key, long count) {}

    static @Nullable UnitRef ref(@Nullable Ground ground) {
        return ground == null ? null : ground.unit().ref();
    }
}
