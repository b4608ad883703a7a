package vn.anttmap.boundarychange;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.territory.Unit;

/** A unit as it stands before the day of a change. @param boundary EPSG:4326; null where none is held */
record Standing(Unit unit, @Nullable MultiPolygon boundary) {

    long id() {
        return unit.id();
    }

    String name() {
        return unit.fullName();
    }
}
