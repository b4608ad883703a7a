package vn.anttmap.density.surface;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.territory.Unit;

/**
 * The ground a surface is made on: where the register covers the whole period.
 *
 * @param system the province's, metres
 * @param units what the ground is made of: communes, or residential areas
 * @param areas the boundary of each, in the system
 * @param whole all of them together, in the system
 * @param uncovered units that were asked for and have too few data
 */
record SurfaceWindow(
        CoordinateSystem system, List<Unit> units, List<Geometry> areas, Geometry whole, List<Unit> uncovered) {

    double width() {
        return whole.getEnvelopeInternal().getWidth();
    }

    double height() {
        return whole.getEnvelopeInternal().getHeight();
    }

    MetricGrid grid(double cellSizeM) {
        var box = whole.getEnvelopeInternal();
        return MetricGrid.around(system, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), cellSizeM);
    }
}
