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

    /** @param given EPSG:4326 */
    static Result repair(Geometry given, boolean hasZ) {
        List<Step> steps = new ArrayList<>();
        if (given.getDimension() < 2) {
            return new Result(null, steps, "no-area");
        }
        Geometry geometry = given;
        double before = areaSqM(geometry);
        if (hasZ) {
            steps.add(new Step("heights", before, before));
        }
        Geometry single = new RepeatedPlaces().transform(geometry);
        if (single.getNumPoints() < geometry.getNumPoints()) {
            steps.add(new Step("repeated", before, areaSqM(single)));
            geometry = single;
        }
        if (!geometry.isValid()) {
            double crossing = areaSqM(geometry);
            geometry = GeometryFixer.fix(geometry);
            steps.add(new Step("crossings", crossing, areaSqM(geometry)));
        }
        double whole = areaSqM(geometry);
        List<Polygon> polygons = new ArrayList<>();
        int dropped = collect(geometry, polygons);
        MultiPolygon kept = Wgs84.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
        if (dropped > 0) {
            steps.add(new Step("slivers", whole, areaSqM(kept)));
        }
        if (kept.isEmpty() || !kept.isValid()) {
            return new Result(null, steps, "shape-empty");
        }
        double after = areaSqM(kept);
        if (Math.abs(after - before) > MOST_CHANGE * Math.max(before, after)) {
            return new Result(kept, steps, "repair-large");
        }
        return new Result(kept, steps, null);
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
                if (areaSqM(polygon) < SLIVER_SQ_M) {
                    dropped++;
                    continue;
                }
                List<LinearRing> holes = new ArrayList<>();
                for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                    LinearRing hole = ring(polygon.getInteriorRingN(j));
                    if (areaSqM(Wgs84.FACTORY.createPolygon(hole)) < SLIVER_SQ_M) {
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
        Coordinate[] flat = new Coordinate[places.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = new Coordinate(places[i].x, places[i].y);
        }
        return Wgs84.FACTORY.createLinearRing(flat);
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
