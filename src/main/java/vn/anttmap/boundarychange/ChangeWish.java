package vn.anttmap.boundarychange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.territory.UnitKind;

/**
 * What is to become of units on a day.
 *
 * @param day first day on which the new states hold
 * @param unitIds merge: all that become one; split, rename, redraw: the one; transfer: the giver, then the receiver
 * @param parts merge and rename: the one that begins; split: those that begin; transfer and redraw: what of the receiver or
 *     the one is to be called otherwise, may be empty
 * @param geometry redraw: the new boundary; transfer: the ground that changes hands; EPSG:4326
 * @param line split and transfer: where the ground is cut; EPSG:4326
 * @param restTo redraw: who gets the ground that the unit loses; null where nobody does
 * @param childIds transfer between communes: the residential areas that change hands
 * @param overrules what is decided by hand about residential areas of the communes
 */
record ChangeWish(
        ChangeKind kind,
        LocalDate day,
        List<Long> unitIds,
        List<Part> parts,
        @Nullable Geometry geometry,
        @Nullable Geometry line,
        @Nullable Long restTo,
        List<Long> childIds,
        List<Overrule> overrules) {

    /**
     * A unit that begins. What is null is taken over from the unit before, or worked out from those before.
     *
     * @param code official code; re-used codes are allowed
     * @param noCode whether the code of the unit before is given up
     * @param population inhabitants in the year of the day
     * @param geometry of a part of a split, EPSG:4326; null where children, the line or the rest say it
     * @param childIds residential areas that make up a part of a commune
     */
    record Part(
            @Nullable String name,
            @Nullable UnitKind kind,
            @Nullable String code,
            boolean noCode,
            @Nullable Long parentId,
            @Nullable Integer population,
            @Nullable Integer households,
            @Nullable Double officialAreaSqKm,
            @Nullable Geometry geometry,
            List<Long> childIds) {

        static final Part AS_BEFORE = new Part(null, null, null, false, null, null, null, null, null, List.of());
    }

    /**
     * @param part number of the new commune that the area belongs to; null where its place decides
     * @param kind what the area is from then on; null where that stays
     */
    record Overrule(
            long childId, @Nullable Integer part, @Nullable UnitKind kind) {}

    Part part(int index) {
        return index < parts.size() ? parts.get(index) : Part.AS_BEFORE;
    }
}
