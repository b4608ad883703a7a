package vn.anttmap.geo;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Areas, lengths and distances on the WGS 84 ellipsoid.
 *
 * <p>All geometries come in EPSG:4326, x = longitude, y = latitude, degrees. Edges count as geodesics for areas and
 * lengths, as straight lines in longitude and latitude for the nearest distance, which is how containment is decided
 * too; at the size of a commune the two differ by millimetres.
 *
 * @see <a href="https://doi.org/10.1007/s00190-012-0578-z">Karney 2013, Algorithms for geodesics</a>
 */
public final class GeodesicMeasure {

    private static final double EQUATORIAL_RADIUS_METERS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257223563;

    private GeodesicMeasure() {}

    /**
     * Area of all polygons in the geometry, holes subtracted; overlapping polygons count twice.
     *
     * <p>Geodesic because planar areas in EPSG:3857 are too large by about 1/cos²(latitude): 15 % at 21°.
     *
     * @param polygons a polygon, multipolygon or collection; points, lines and empty geometries add 0
     * @return square kilometres, never negative, independent of the direction of the rings
     */
    public static double areaSqKm(Geometry polygons) {
        double squareMeters = 0;
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Geometry part = polygons.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                squareMeters += polygonSquareMeters(polygon);
            } else if (part != polygons) {
                squareMeters += areaSqKm(part) * 1e6;
            }
        }
        return squareMeters / 1e6;
    }

    /**
     * Length of all lines in the geometry.
     *
     * @param lines a line, multiline or collection; points, polygons and empty geometries add 0
     * @return kilometres, never negative
     */
    public static double lengthKm(Geometry lines) {
        double kilometers = 0;
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            Geometry part = lines.getGeometryN(i);
            if (part instanceof LineString line) {
                kilometers += lineMeters(line.getCoordinateSequence()) / 1000;
            } else if (part != lines) {
                kilometers += lengthKm(part);
            }
        }
        return kilometers;
    }

    /** Shortest distance over the ellipsoid between two places, in metres. */
    public static double distanceMeters(double longitude1, double latitude1, double longitude2, double latitude2) {
        return Geodesic.WGS84.Inverse(latitude1, longitude1, latitude2, longitude2, GeodesicMask.DISTANCE).s12;
    }

    /**
     * Distance from a place to the nearest part of a geometry.
     *
     * <p>The nearest place is searched in a plane whose axes are scaled to metres at the point's latitude; the distance to
     * it is then measured as a geodesic. What remains is the error of picking a slightly wrong nearest place: below
     * 0.01 % within 10 km.
     *
     * @param target any geometry; inside a polygon the distance is 0
     * @return metres
     * @throws IllegalArgumentException if one of the two is empty
     */
    public static double distanceMeters(Point point, Geometry target) {
        if (point.isEmpty() || target.isEmpty()) {
            throw new IllegalArgumentException("a distance needs two geometries that are not empty");
        }
        double latitude = Math.toRadians(point.getY());
        double eccentricitySquared = FLATTENING * (2 - FLATTENING);
        double w = 1 - eccentricitySquared * Math.sin(latitude) * Math.sin(latitude);
        double primeVerticalRadius = EQUATORIAL_RADIUS_METERS / Math.sqrt(w);
        double meridianRadius = primeVerticalRadius * (1 - eccentricitySquared) / w;
        // At a pole a degree of longitude has no length; the small floor keeps the scale invertible.
        double metersPerLongitude = Math.toRadians(1) * primeVerticalRadius * Math.max(Math.cos(latitude), 1e-9);
        double metersPerLatitude = Math.toRadians(1) * meridianRadius;

        AffineTransformation toPlane =
                AffineTransformation.scaleInstance(metersPerLongitude, metersPerLatitude, point.getX(), point.getY());
        Coordinate[] nearest = DistanceOp.nearestPoints(point, toPlane.transform(target));
        double nearestLongitude = point.getX() + (nearest[1].x - point.getX()) / metersPerLongitude;
        double nearestLatitude = point.getY() + (nearest[1].y - point.getY()) / metersPerLatitude;
        return distanceMeters(point.getX(), point.getY(), nearestLongitude, nearestLatitude);
    }

    private static double polygonSquareMeters(Polygon polygon) {
        double area = ShortEdges.squareMeters(polygon.getExteriorRing().getCoordinateSequence());
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            holes.add(polygon.getInteriorRingN(i));
        }
        // What is left of a commune between all its areas has as many holes as areas.
        for (double hole : ManyAtOnce.map(holes, each -> ShortEdges.squareMeters(each.getCoordinateSequence()))) {
            area -= hole;
        }
        return Math.max(area, 0);
    }

    private static double lineMeters(CoordinateSequence places) {
        double meters = 0;
        for (int i = 1; i < places.size(); i++) {
            meters += distanceMeters(places.getX(i - 1), places.getY(i - 1), places.getX(i), places.getY(i));
        }
        return meters;
    }
}
