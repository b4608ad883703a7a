package vn.anttmap.exchange.territoryimport;

import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.territory.Unit;

/**
 * What a file says and what would become of it.
 *
 * @param outlines of the whole file in each reading of {@code system.options()}, EPSG:4326, for the map
 * @param issues what belongs to no single area
 * @param plan what will be stored
 * @param effect on the numbers of incidents
 */
record Look(
        UUID id,
        Unit unit,
        String format,
        TextGuess text,
        SystemGuess system,
        List<Geometry> outlines,
        ColumnGuess columns,
        List<Area> areas,
        List<Issue> issues,
        Plan plan,
        CountEffect.Effect effect) {

    int changes() {
        return plan.size();
    }
}
