package vn.anttmap.incident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.Extent;
import vn.anttmap.territory.Ground;

/**
 * Which incidents a list asks for; null means no limit.
 *
 * @param from first calendar day in Vietnam, included
 * @param to last calendar day in Vietnam, included
 * @param unitId a unit of any level whose incidents are asked for, as it is drawn and for all days
 * @param mineOnly only those the account marked
 * @param within what a unit's territory comes to on a day
 */
public record IncidentFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String category,
        @Nullable String severity,
        @Nullable Extent extent,
        @Nullable Long unitId,
        boolean mineOnly,
        boolean withdrawnToo,
        Traits traits,
        @Nullable Ground within) {

    /**
     * What a record must be; null where it does not matter.
     *
     * @param unassigned in no residential area on its day, though its place is known well enough for one
     * @param assigned put into an area by hand
     */
    public record Traits(
            @Nullable IncidentState state,
            @Nullable HandlingLevel handlingLevel,
            @Nullable Boolean majorCase,
            @Nullable Boolean nearBorder,
            @Nullable Boolean unassigned,
            @Nullable Boolean assigned) {

        public static final Traits ANY = new Traits(null, null, null, null, null, null);
    }

    public IncidentFilter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable String severity,
            @Nullable Extent extent,
            @Nullable Long unitId,
            boolean mineOnly,
            boolean withdrawnToo) {
        this(from, to, category, severity, extent, unitId, mineOnly, withdrawnToo, Traits.ANY, null);
    }

    public static IncidentFilter period(LocalDate from, LocalDate to) {
        return new IncidentFilter(from, to, null, null, null, null, false, false);
    }

    /** The same in another period. */
    public IncidentFilter during(LocalDate newFrom, LocalDate newTo) {
        return new IncidentFilter(
                newFrom, newTo, category, severity, extent, unitId, mineOnly, withdrawnToo, traits, within);
    }

    /** The same, only for records with these traits. */
    public IncidentFilter with(Traits newTraits) {
        return new IncidentFilter(
                from, to, category, severity, extent, unitId, mineOnly, withdrawnToo, newTraits, within);
    }

    /** The same, on this ground; null for all that the account may see. */
    public IncidentFilter within(@Nullable Ground ground) {
        return new IncidentFilter(from, to, category, severity, extent, unitId, mineOnly, withdrawnToo, traits, ground);
    }

    /** Without withdrawn marks: they count in no figure. */
    IncidentFilter counted() {
        return new IncidentFilter(from, to, category, severity, extent, unitId, mineOnly, false, traits, within);
    }
}
