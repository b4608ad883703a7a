package vn.anttmap.exchange;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;

/** The kinds of geometry that go out, single or multi, with their numbers in the ESRI Shapefile Technical Description (July 1998). */
enum GeometryKind {
    POINT(1),
    POLYLINE(3),
    POLYGON(5);

    /** A row without geometry, allowed in a file of any type. */
    static final int NULL_SHAPE = 0;

    private final int number;

    GeometryKind(int number) {
        this.number = number;
    }

    /** @throws IllegalArgumentException for a collection, which no layer holds */
    static GeometryKind of(Geometry geometry) {
        if (geometry instanceof Puntal) {
            return POINT;
        }
        if (geometry instanceof Lineal) {
            return POLYLINE;
        }
        if (geometry instanceof Polygonal) {
            return POLYGON;
        }
        throw new IllegalArgumentException("no layer takes a " + geometry.getGeometryType());
    }

    int number() {
        return number;
    }
}
