package vn.anttmap.gisdata;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Area on the WGS 84 ellipsoid (Karney 2013, through GeographicLib). */
final class GeodesicArea {

    private GeodesicArea() {}

    /** Square kilometres of polygons in EPSG:4326, holes subtracted. */
    static double squareKilometers(Geometry polygons) {
        double squareMeters = 0;
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            squareMeters += ring(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                squareMeters -= ring(polygon.getInteriorRingN(hole));
            }
        }
        return squareMeters / 1e6;
    }

    private static double ring(LinearRing ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        Coordinate[] coordinates = ring.getCoordinates();
        for (int i = 0; i < coordinates.length - 1; i++) {
            area.AddPoint(coordinates[i].y, coordinates[i].x);
        }
        return Math.abs(area.Compute().area);
    }
}
