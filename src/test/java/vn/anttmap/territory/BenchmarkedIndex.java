package vn.anttmap.territory;

import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/** Opens the service's look-up index to the benchmarks: made from boundaries alone, without a database. */
public final class BenchmarkedIndex {

    private final TerritoryIndex index;

    /** @param boundaries EPSG:4326; the place in the list is the area's id */
    public BenchmarkedIndex(List<MultiPolygon> boundaries) {
        List<TerritoryIndex.Boundary> areas = new java.util.ArrayList<>();
        for (int i = 0; i < boundaries.size(); i++) {
            areas.add(new TerritoryIndex.Boundary(unit(i), boundaries.get(i)));
        }
        index = new TerritoryIndex(
                1, areas.stream().map(TerritoryIndex.Boundary::unit).toList(), areas, List.of(), List.of());
    }

    /** Id of the area that the point lies in, -1 where it lies in none. */
    public long areaAt(Point point) {
        List<Unit> found = index.covering(UnitLevel.RESIDENTIAL_AREA, point);
        return found.isEmpty() ? -1 : found.get(0).id();
    }

    private static Unit unit(long id) {
        return TestUnits.unit(
                id, "area-" + id, UnitLevel.RESIDENTIAL_AREA, UnitKind.THON, "Thôn " + id, Validity.ALWAYS, null);
    }
}
