package vn.anttmap.ogcapi.cql2;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts geometries of a filter together, in whatever reference system it is; refuses lines without length and open rings.
 *
 * @param place where the geometry is written
 */
record Shapes(String place) {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    Point point(Coordinate coordinate) {
        return FACTORY.createPoint(coordinate);
    }

    LineString line(List<Coordinate> coordinates) {
        if (coordinates.size() < 2) {
            throw FilterProblems.badValue(place, "line", coordinates.toString());
        }
        return FACTORY.createLineString(coordinates.toArray(Coordinate[]::new));
    }

    Polygon polygon(List<List<Coordinate>> rings) {
        List<LinearRing> closed = rings.stream().map(this::ring).toList();
        return FACTORY.createPolygon(
                closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(List<Coordinate> coordinates) {
        if (coordinates.size() < 4 || !coordinates.get(0).equals2D(coordinates.get(coordinates.size() - 1))) {
            throw FilterProblems.badValue(
                    place,
                    "ring",
                    coordinates.isEmpty() ? "" : coordinates.get(0).toString());
        }
        return FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new));
    }

    MultiPoint points(List<Point> members) {
        return FACTORY.createMultiPoint(members.toArray(Point[]::new));
    }

    MultiLineString lines(List<LineString> members) {
        return FACTORY.createMultiLineString(members.toArray(LineString[]::new));
    }

    MultiPolygon polygons(List<Polygon> members) {
        return FACTORY.createMultiPolygon(members.toArray(Polygon[]::new));
    }

    GeometryCollection collection(List<Geometry> members) {
        return FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
    }
}
