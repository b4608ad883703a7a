package vn.anttmap.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * How areas lie beside one another and on the ground they share: overlaps, gaps, ground outside, each with its place and
 * size. Geometries are polygons or multipolygons, valid, EPSG:4326; nothing is changed.
 */
public final class CoverageCheck {

    /** Smaller ones come from rounding. */
    public static final double SMALLEST_SQ_M = 10;

    private static final double WIDEST_DEGREE_METERS = 111_700;

    private CoverageCheck() {}

    /**
     * An area to be looked at.
     *
     * @param id tells it from the others
     * @param label as people read it
     */
    public record Item(String id, String label, Geometry geometry) {

        public double areaSqM() {
            return CoverageCheck.areaSqM(geometry);
        }
    }

    public enum Type {
        /** Ground that two areas claim. */
        OVERLAP,
        /** Ground of an area beyond the common ground. */
        OUTSIDE,
        /** A piece of the common ground that no area claims. */
        GAP,
        /** Two shapes that could not be laid over one another. */
        NOT_COMPARED
    }

    /**
     * What was found.
     *
     * @param item whose it is; null for a gap
     * @param other whom it overlaps; null else
     * @param areaSqM of the shape, on the ellipsoid; 0 where nothing could be compared
     * @param share of the area that lies outside, or of the smaller one of two that overlap, 0 to 1; 0 for a gap
     * @param place inside the shape; null where there is none
     * @param shape the ground in question, for a map; null where nothing could be compared
     */
    public record Finding(
            Type type,
            @Nullable Item item,
            @Nullable Item other,
            double areaSqM,
            double share,
            @Nullable Coordinate place,
            @Nullable Geometry shape) {

        static Finding notCompared(@Nullable Item item, @Nullable Item other) {
            Coordinate place = item == null || item.geometry().isEmpty()
                    ? null
                    : item.geometry().getInteriorPoint().getCoordinate();
            return new Finding(Type.NOT_COMPARED, item, other, 0, 0, place, null);
        }
    }

    /** Ground of the areas beyond the common ground, in the order of the areas. */
    public static List<Finding> outside(Collection<Item> items, Geometry ground) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(ground);
        return joined(ManyAtOnce.map(List.copyOf(items), item -> outside(item, prepared)));
    }

    private static List<Finding> outside(Item item, PreparedGeometry ground) {
        List<Finding> findings = new ArrayList<>();
        try {
            // Most lie inside, many even with their box, which is told without an overlay.
            if (!covers(ground, item.geometry().getEnvelopeInternal()) && !ground.covers(item.geometry())) {
                Geometry beyond = item.geometry().difference(ground.getGeometry());
                add(findings, Type.OUTSIDE, item, null, beyond, item.areaSqM());
            }
        } catch (TopologyException e) {
            findings.add(Finding.notCompared(item, null));
        }
        return findings;
    }

    private static boolean covers(PreparedGeometry ground, Envelope box) {
        return ground.getGeometry().getEnvelopeInternal().covers(box) && ground.covers(Wgs84.FACTORY.toGeometry(box));
    }

    private static List<Finding> joined(List<List<Finding>> parts) {
        List<Finding> all = new ArrayList<>();
        parts.forEach(all::addAll);
        return all;
    }

    /**
     * Ground that two areas claim, each pair once.
     *
     * @param staying areas that are only compared with, not with each other
     */
    public static List<Finding> overlaps(List<Item> items, Collection<Item> staying) {
        HPRtree tree = new HPRtree();
        for (int i = 0; i < items.size(); i++) {
            tree.insert(items.get(i).geometry().getEnvelopeInternal(), new Ordered(items.get(i), i));
        }
        staying.forEach(item -> tree.insert(item.geometry().getEnvelopeInternal(), new Ordered(item, -1)));
        tree.build();
        return joined(ManyAtOnce.map(
                IntStream.range(0, items.size()).boxed().toList(), i -> overlaps(new Ordered(items.get(i), i), tree)));
    }

    private static List<Finding> overlaps(Ordered one, HPRtree tree) {
        List<Finding> findings = new ArrayList<>();
        for (Ordered other : near(tree, one)) {
            overlap(findings, one.item(), other.item());
        }
        return findings;
    }

    /**
     * Pieces of the common ground that no area claims, largest first.
     *
     * @param covering all areas; with none of them there is no gap to speak of
     */
    public static List<Finding> gaps(Collection<Item> covering, Geometry ground) {
        List<Finding> findings = new ArrayList<>();
        try {
            if (covering.isEmpty()) {
                return findings;
            }
            for (Polygon gap :
                    CoverageGaps.of(covering.stream().map(Item::geometry).toList(), ground)) {
                add(findings, Type.GAP, null, null, gap, 0);
            }
            findings.sort(Comparator.comparingDouble(Finding::areaSqM).reversed());
        } catch (TopologyException e) {
            findings.add(Finding.notCompared(null, null));
        }
        return findings;
    }

    /** Square metres on the ellipsoid. */
    public static double areaSqM(Geometry geometry) {
        return GeodesicMeasure.areaSqKm(geometry) * 1e6;
    }

    private record Ordered(Item item, int order) {}

    /** Those before it whose boxes have more in common than could be told. */
    @SuppressWarnings("unchecked")
    private static List<Ordered> near(HPRtree tree, Ordered one) {
        Envelope box = one.item().geometry().getEnvelopeInternal();
        List<Ordered> found = new ArrayList<>(tree.query(box));
        found.removeIf(other -> other.order() >= one.order()
                || !worthTelling(box, other.item().geometry().getEnvelopeInternal()));
        found.sort(Comparator.comparingInt(Ordered::order)
                .thenComparing(ordered -> ordered.item().id()));
        return found;
    }

    /** No more than the common box of two areas can be common ground. */
    private static boolean worthTelling(Envelope one, Envelope other) {
        Envelope both = one.intersection(other);
        return !both.isNull() && both.getArea() * WIDEST_DEGREE_METERS * WIDEST_DEGREE_METERS > SMALLEST_SQ_M;
    }

    private static void overlap(List<Finding> findings, Item item, Item other) {
        try {
            Geometry shared = item.geometry().intersection(other.geometry());
            // Neighbours share a border and no ground.
            if (shared.getDimension() == 2) {
                add(findings, Type.OVERLAP, item, other, shared, Math.min(item.areaSqM(), other.areaSqM()));
            }
        } catch (TopologyException e) {
            findings.add(Finding.notCompared(item, other));
        }
    }

    private static void add(
            List<Finding> findings,
            Type type,
            @Nullable Item item,
            @Nullable Item other,
            Geometry found,
            double wholeSqM) {
        double areaSqM = areaSqM(found);
        if (areaSqM > SMALLEST_SQ_M) {
            Geometry shape = polygons(found);
            findings.add(new Finding(
                    type,
                    item,
                    other,
                    areaSqM,
                    wholeSqM > 0 ? Math.min(1, areaSqM / wholeSqM) : 0,
                    shape.getInteriorPoint().getCoordinate(),
                    shape));
        }
    }

    /** Where borders are shared, an intersection has lines and points too. */
    private static Geometry polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                polygons.add(polygon);
            }
        }
        return polygons.size() == 1
                ? polygons.get(0)
                : Wgs84.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
