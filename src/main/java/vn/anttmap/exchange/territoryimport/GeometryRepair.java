package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.GeometryTransformer;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.SimpleRings;
import vn.anttmap.geo.Wgs84;

/**
 * Makes an area that can be stored, by named rules only. What a rule does is told with the area before and after; a repair
 * that would change the area by more than a twentieth is none, and the feature is refused.
 */
final class GeometryRepair {

    /** About a millimetre. */
    private static final double SAME_PLACE_DEGREES = 1e-8;

    private static final double SLIVER_SQ_M = 1;
    private static final double MOST_CHANGE = 0.05;

    private GeometryRepair() {}

    /** @param rule message key: heights, repeated, crossings, slivers */
    record Step(String rule, double areaBeforeSqM, double areaAfterSqM) {}

    /** @param fault message key; null where the geometry can be stored */
    record Result(
            @Nullable MultiPolygon geometry,
            List<Step> steps,
            @Nullable String fault) {}

    /**
     * @param given EPSG:4326
     * @param mostCrossings of a border with itself that are still mended
     */
    static Result repair(Geometry given, boolean hasZ, int mostCrossings, ImportBudget budget) {
        List<Step> steps = new ArrayList<>();
        if (given.getDimension() < 2) {
            return new Result(null, steps, "no-area");
        }
        Geometry geometry = given;
        if (hasZ) {
            double area = areaSqM(geometry);
            steps.add(new Step("heights", area, area));
        }
        Geometry single = repeats(geometry) ? new RepeatedPlaces().transform(geometry) : geometry;
        if (single.getNumPoints() < geometry.getNumPoints()) {
            steps.add(new Step("repeated", areaSqM(geometry), areaSqM(single)));
            geometry = single;
        }
        if (!SimpleRings.surelyValid(geometry) && !geometry.isValid()) {
            if (Crossings.moreThan(mostCrossings, geometry, budget)) {
                return new Result(null, steps, "crossings-many");
            }
            double crossing = areaSqM(geometry);
            geometry = GeometryFixer.fix(geometry);
            steps.add(new Step("crossings", crossing, areaSqM(geometry)));
        }
        List<Polygon> polygons = new ArrayList<>();
        int dropped = collect(geometry, polygons);
        MultiPolygon kept = Wgs84.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
        if (dropped > 0) {
            steps.add(new Step("slivers", areaSqM(geometry), areaSqM(kept)));
        }
        if (kept.isEmpty() || dropped > 0 && !kept.isValid()) {
            return new Result(null, steps, "shape-empty");
        }
        return new Result(kept, steps, changesMuch(steps) ? "repair-large" : null);
    }

    /** A figure is worked out along geodesics only where a step tells it: without one the area is as it came. */
    private static boolean changesMuch(List<Step> steps) {
        if (steps.isEmpty()) {
            return false;
        }
        double before = steps.get(0).areaBeforeSqM();
        double after = steps.get(steps.size() - 1).areaAfterSqM();
        return Math.abs(after - before) > MOST_CHANGE * Math.max(before, after);
    }

    static double areaSqM(Geometry geometry) {
        return GeodesicMeasure.areaSqKm(geometry) * 1e6;
    }

    /** @return how many parts and holes were too small to be meant */
    private static int collect(Geometry geometry, List<Polygon> polygons) {
        int dropped = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                if (QuickArea.squareMeters(polygon) < SLIVER_SQ_M) {
                    dropped++;
                    continue;
                }
                List<LinearRing> holes = new ArrayList<>();
                for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                    LinearRing hole = ring(polygon.getInteriorRingN(j));
                    if (QuickArea.squareMeters(hole) < SLIVER_SQ_M) {
                        dropped++;
                    } else {
                        holes.add(hole);
                    }
                }
                polygons.add(
                        Wgs84.FACTORY.createPolygon(ring(polygon.getExteriorRing()), holes.toArray(LinearRing[]::new)));
            } else if (part != geometry) {
                dropped += collect(part, polygons);
            }
        }
        return dropped;
    }

    /** Without heights, in the one factory whose geometries carry the SRID. */
    private static LinearRing ring(LinearRing ring) {
        Coordinate[] places = ring.getCoordinates();
        if (!hasHeights(places)) {
            return Wgs84.FACTORY.createLinearRing(ring.getCoordinateSequence());
        }
        Coordinate[] flat = new Coordinate[places.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = new Coordinate(places[i].x, places[i].y);
        }
        return Wgs84.FACTORY.createLinearRing(flat);
    }

    private static boolean hasHeights(Coordinate[] places) {
        for (Coordinate place : places) {
            if (!Double.isNaN(place.getZ())) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            boolean repeats = repeats(polygon.getExteriorRing().getCoordinates());
            for (int i = 0; i < polygon.getNumInteriorRing() && !repeats; i++) {
                repeats = repeats(polygon.getInteriorRingN(i).getCoordinates());
            }
            return repeats;
        }
        // What else there is besides polygons does not stay.
        boolean repeats = false;
        for (int i = 0; i < geometry.getNumGeometries() && !repeats; i++) {
            Geometry part = geometry.getGeometryN(i);
            repeats = part == geometry || repeats(part);
        }
        return repeats;
    }

    private static boolean repeats(Coordinate[] places) {
        for (int i = 1; i < places.length; i++) {
            double x = places[i].x - places[i - 1].x;
            double y = places[i].y - places[i - 1].y;
            // A little more than the distance squared: whatever may be near enough goes the long way.
            if (!(x * x + y * y > 1.001 * SAME_PLACE_DEGREES * SAME_PLACE_DEGREES)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out places that repeat the one before; first and last stay, so that a ring stays closed. */
    private static final class RepeatedPlaces extends GeometryTransformer {

        @Override
        protected CoordinateSequence transformCoordinates(CoordinateSequence places, Geometry parent) {
            Coordinate[] all = places.toCoordinateArray();
            List<Coordinate> kept = new ArrayList<>();
            for (int i = 0; i < all.length; i++) {
                boolean last = i == all.length - 1;
                if (kept.isEmpty() || last || kept.get(kept.size() - 1).distance(all[i]) > SAME_PLACE_DEGREES) {
                    kept.add(all[i]);
                }
            }
            int size = kept.size();
            if (size > 4 && kept.get(size - 2).distance(kept.get(size - 1)) <= SAME_PLACE_DEGREES) {
                kept.remove(size - 2);
            }
            return kept.size() < 4 || kept.size() == all.length
                    ? places
                    : factory.getCoordinateSequenceFactory().create(kept.toArray(Coordinate[]::new));
        }
    }
}
