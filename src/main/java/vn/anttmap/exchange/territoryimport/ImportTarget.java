package vn.anttmap.exchange.territoryimport;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.territory.Unit;

/**
 * What a file is for.
 *
 * @param communes that go on after the day
 * @param grounds their boundaries by id, EPSG:4326
 * @param ground all of them together
 * @param home the province's own system; null where it is not known
 */
record ImportTarget(
        Unit unit,
        List<Unit> communes,
        Map<Long, MultiPolygon> grounds,
        Geometry ground,
        @Nullable CoordinateSystem home) {

    CommuneFinder finder() {
        return new CommuneFinder(communes, grounds);
    }
}
