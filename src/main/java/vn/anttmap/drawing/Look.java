package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.territory.Unit;

/**
 * What would become of a drawing; nothing is stored by it.
 *
 * @param revision of the territory that was looked at
 * @param name of the area or road
 * @param geometry as it would be stored; null where the shape cannot be used
 * @param commune where it lies; null where that is not known
 * @param beforeSize of the state it follows, m² or m; null where it is new
 * @param cuts what areas beside it would be left with
 * @param moving incidents that would lie in another area or on another road
 */
record Look(
        long revision,
        LocalDate day,
        String name,
        @Nullable Geometry geometry,
        @Nullable Unit commune,
        @Nullable Double beforeSize,
        List<Finding> findings,
        List<Cut> cuts,
        int moving) {

    /** An area beside it and the ground that it keeps. */
    record Cut(Unit area, MultiPolygon rest) {}

    boolean refused() {
        return findings.stream().anyMatch(Finding::refuses);
    }

    int remarks() {
        return (int) findings.stream()
                .filter(finding -> finding.weight() == Finding.Weight.REMARK)
                .count();
    }
}
