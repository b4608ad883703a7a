package vn.anttmap.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** Fewer vertices for display, without gaps or overlaps between neighbours. */
public final class CoverageSimplification {

    private static final double METERS_PER_DEGREE = 111_320;

    private CoverageSimplification() {}

    /**
     * Simplifies the polygons of one coverage together, so that a shared border stays shared.
     *
     * <p>Visvalingam-Whyatt: a vertex goes when the triangle it makes with its neighbours is smaller than the square of
     * the tolerance.
     *
     * @param polygons polygons or multipolygons, EPSG:4326, that touch but do not overlap; null and empty ones stay
     * @param toleranceMeters not negative
     * @return new geometries in the same order; the input geometry where nothing would be left of it
     * @throws IllegalArgumentException if one is not a polygon or the tolerance is negative
     */
    public static List<@Nullable Geometry> simplify(
            List<? extends @Nullable Geometry> polygons, double toleranceMeters) {
        List<@Nullable Geometry> result = new ArrayList<>(polygons);
        List<Integer> places = new ArrayList<>();
        List<Geometry> coverage = new ArrayList<>();
        for (int i = 0; i < polygons.size(); i++) {
            Geometry polygon = polygons.get(i);
            if (polygon == null || polygon.isEmpty()) {
                continue;
            }
            if (!(polygon instanceof Polygonal)) {
                throw new IllegalArgumentException("a coverage consists of polygons, not " + polygon.getGeometryType());
            }
            places.add(i);
            coverage.add(polygon);
        }
        if (coverage.isEmpty()) {
            return result;
        }
        Geometry[] simplified = CoverageSimplifier.simplify(
                coverage.toArray(Geometry[]::new), toleranceDegrees(coverage, toleranceMeters));
        for (int i = 0; i < simplified.length; i++) {
            Geometry polygon = simplified[i];
            if (!polygon.isEmpty()) {
                polygon.setSRID(Wgs84.SRID);
                result.set(places.get(i), polygon);
            }
        }
        return result;
    }

    /** The criterion is an area, and a square degree shrinks with the cosine of the latitude: hence the root. */
    private static double toleranceDegrees(List<Geometry> coverage, double toleranceMeters) {
        double south = 90;
        double north = -90;
        for (Geometry polygon : coverage) {
            south = Math.min(south, polygon.getEnvelopeInternal().getMinY());
            north = Math.max(north, polygon.getEnvelopeInternal().getMaxY());
        }
        double cosine = Math.max(Math.cos(Math.toRadians((south + north) / 2)), 0.01);
        return toleranceMeters / (METERS_PER_DEGREE * Math.sqrt(cosine));
    }
}
