package vn.anttmap.exchange;

import net.postgis.jdbc.geometry.Geometry;
import net.postgis.jdbc.geometry.LineString;
import net.postgis.jdbc.geometry.LinearRing;
import net.postgis.jdbc.geometry.MultiLineString;
import net.postgis.jdbc.geometry.MultiPolygon;
import net.postgis.jdbc.geometry.Point;
import net.postgis.jdbc.geometry.PointComposedGeom;
import net.postgis.jdbc.geometry.Polygon;
import net.postgis.jdbc.geometry.binary.BinaryParser;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.anttmap.geo.Wgs84;

/** Geometries as PostGIS sends them, read with PostGIS JDBC, as JTS geometries. */
final class PostgisGeometries {

    private PostgisGeometries() {}

    /**
     * @param ewkb as PostGIS' {@code st_asewkb} gives it; null for null
     * @throws IllegalArgumentException if it is no geometry
     */
    static org.locationtech.jts.geom.@Nullable Geometry read(byte @Nullable [] ewkb) {
        return ewkb == null ? null : toJts(new BinaryParser().parse(ewkb));
    }

    private static org.locationtech.jts.geom.Geometry toJts(Geometry geometry) {
        if (geometry instanceof Point point) {
            return Wgs84.FACTORY.createPoint(coordinate(point));
        }
        if (geometry instanceof LineString line) {
            return line(line);
        }
        if (geometry instanceof Polygon polygon) {
            return polygon(polygon);
        }
        if (geometry instanceof MultiLineString lines) {
            org.locationtech.jts.geom.LineString[] parts = new org.locationtech.jts.geom.LineString[lines.numGeoms()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = line((LineString) lines.getSubGeometry(i));
            }
            return Wgs84.FACTORY.createMultiLineString(parts);
        }
        if (geometry instanceof MultiPolygon polygons) {
            org.locationtech.jts.geom.Polygon[] parts = new org.locationtech.jts.geom.Polygon[polygons.numGeoms()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = polygon((Polygon) polygons.getSubGeometry(i));
            }
            return Wgs84.FACTORY.createMultiPolygon(parts);
        }
        throw new IllegalArgumentException("no column of this service holds " + geometry.getTypeString());
    }

    private static org.locationtech.jts.geom.LineString line(LineString line) {
        return Wgs84.FACTORY.createLineString(coordinates(line));
    }

    private static org.locationtech.jts.geom.Polygon polygon(Polygon polygon) {
        org.locationtech.jts.geom.LinearRing[] holes =
                new org.locationtech.jts.geom.LinearRing[Math.max(0, polygon.numRings() - 1)];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(polygon.getRing(i + 1));
        }
        return Wgs84.FACTORY.createPolygon(ring(polygon.getRing(0)), holes);
    }

    private static org.locationtech.jts.geom.LinearRing ring(LinearRing ring) {
        return Wgs84.FACTORY.createLinearRing(coordinates(ring));
    }

    private static Coordinate[] coordinates(PointComposedGeom points) {
        Coordinate[] coordinates = new Coordinate[points.numPoints()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = coordinate(points.getPoint(i));
        }
        return coordinates;
    }

    private static Coordinate coordinate(Point point) {
        return new Coordinate(point.getX(), point.getY());
    }
}
