package vn.anttmap.exchange.territoryimport;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Exchanges north and east. */
final class Swap implements CoordinateSequenceFilter {

    private Swap() {}

    /** A copy. */
    static Geometry of(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply(new Swap());
        return copy;
    }

    @Override
    public void filter(CoordinateSequence places, int i) {
        double x = places.getX(i);
        places.setOrdinate(i, CoordinateSequence.X, places.getY(i));
        places.setOrdinate(i, CoordinateSequence.Y, x);
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public boolean isGeometryChanged() {
        return true;
    }
}
