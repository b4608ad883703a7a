package vn.anttmap.incident;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * What a list of incidents, and what it comes to, can be limited to besides the period. Each component is a parameter of
 * the request; null means no limit. Values of choices as answers write them, in small letters.
 *
 * @param bbox west, south, east, north in degrees
 * @param areaId a unit as it is drawn, for all days
 * @param within a unit of any day: what its territory comes to on {@code boundaryDay}, which is the last day of the
 *     period unless given
 * @param mine whether only those count that the account marked, withdrawn ones too
 */
record IncidentQuery(
        @Nullable String category,
        @Nullable String severity,
        @Nullable String state,
        @Nullable String handlingLevel,
        @Nullable Boolean majorCase,
        @Nullable Boolean nearBorder,
        @Nullable Boolean unassigned,
        @Nullable Boolean assigned,
        @Nullable String bbox,
        @Nullable Long areaId,
        @Nullable Long within,
        @Nullable LocalDate boundaryDay,
        @Schema(defaultValue = "false") @Nullable Boolean mine) {

    /** Marks outside the territory of the officer who made them that nobody has put into an area yet. */
    static final IncidentQuery NEAR_BORDER =
            new IncidentQuery(null, null, null, null, null, true, null, false, null, null, null, null, null);

    boolean mineOnly() {
        return Boolean.TRUE.equals(mine);
    }

    /** @throws UserProblem of kind INVALID naming the parameter whose value is none of the choices */
    IncidentFilter.Traits traits() {
        return new IncidentFilter.Traits(
                oneOf("state", state, IncidentState.values()),
                oneOf("handlingLevel", handlingLevel, HandlingLevel.values()),
                majorCase,
                nearBorder,
                unassigned,
                assigned);
    }

    private static <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String value, E[] known) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(known)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(known)
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))
                        .at(name, value));
    }
}
