package vn.anttmap.ogcapi.cql2;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;
import org.locationtech.jts.operation.valid.IsValidOp;
import vn.anttmap.geo.Wgs84;

/** Geometries of a filter in EPSG:4326, longitude first: valid, on the Earth, of one dimension each. */
final class ShapeResolver {

    /** The sides of a box are straight in its own system; in degrees, vertices along them keep them so. */
    private static final int PARTS_OF_A_SIDE = 16;

    private final FilterCrs crs;

    ShapeResolver(FilterCrs crs) {
        this.crs = crs;
    }

    /** @param term a {@link Term.Shape} or {@link Term.Box} */
    Term.Shape resolve(Term term, String place) {
        Geometry written = term instanceof Term.Box box ? outline(box, place) : ((Term.Shape) term).geometry();
        Geometry stored = Wgs84.FACTORY.createGeometry(written);
        if (!crs.isCrs84()) {
            if (term instanceof Term.Box && !crs.geographic() && stored.getDimension() > 0) {
                stored = densified(stored);
            }
            transform(stored, place);
        }
        for (Coordinate vertex : stored.getCoordinates()) {
            if (!(Math.abs(vertex.x) <= 180 && Math.abs(vertex.y) <= 90)) {
                throw FilterProblems.badValue(place, "place", vertex.toString());
            }
        }
        requireFewCrossings(stored, place);
        IsValidOp validity = new IsValidOp(stored);
        if (!validity.isValid()) {
            throw FilterProblems.badValue(
                    place, "geometry", validity.getValidationError().toString());
        }
        return new Term.Shape(stored);
    }

    /** Every row that is looked at meets them anew; of some thousand lines across each other there are millions. */
    private static void requireFewCrossings(Geometry geometry, String place) {
        SegmentPairs pairs = new SegmentPairs();
        new MCIndexNoder(pairs).computeNodes(SegmentStringUtil.extractSegmentStrings(geometry));
        if (pairs.isDone()) {
            throw FilterProblems.badValue(
                    place, "tangled", geometry.getEnvelopeInternal().toString());
        }
    }

    /** Counts the pairs of segments that come near each other. */
    private static final class SegmentPairs implements SegmentIntersector {

        private int count;

        @Override
        public void processIntersections(SegmentString one, int at, SegmentString other, int otherAt) {
            count++;
        }

        @Override
        public boolean isDone() {
            return count > Budget.MAX_SEGMENT_PAIRS;
        }
    }

    private Geometry outline(Term.Box box, String place) {
        if (box.minimum2() > box.maximum2()) {
            // Where latitude is first, the second axis is the one that goes around the Earth.
            return aroundTheEarth(latitudeFirst(), box, place);
        }
        if (box.minimum1() > box.maximum1()) {
            return aroundTheEarth(!latitudeFirst(), box, place);
        }
        return Wgs84.FACTORY.toGeometry(new Envelope(box.minimum1(), box.maximum1(), box.minimum2(), box.maximum2()));
    }

    private boolean latitudeFirst() {
        if (!crs.geographic()) {
            return false;
        }
        return crs.toLongitudeLatitude().apply(new Coordinate(10, 20)).x > 15;
    }

    private Geometry aroundTheEarth(boolean allowed, Term.Box box, String place) {
        boolean bothBackwards = box.minimum1() > box.maximum1() && box.minimum2() > box.maximum2();
        if (!allowed || !crs.geographic() || bothBackwards) {
            throw FilterProblems.badValue(place, "box", box.toString());
        }
        List<Geometry> halves = new ArrayList<>();
        if (latitudeFirst()) {
            halves.add(Wgs84.FACTORY.toGeometry(new Envelope(box.minimum1(), box.maximum1(), box.minimum2(), 180)));
            halves.add(Wgs84.FACTORY.toGeometry(new Envelope(box.minimum1(), box.maximum1(), -180, box.maximum2())));
        } else {
            halves.add(Wgs84.FACTORY.toGeometry(new Envelope(box.minimum1(), 180, box.minimum2(), box.maximum2())));
            halves.add(Wgs84.FACTORY.toGeometry(new Envelope(-180, box.maximum1(), box.minimum2(), box.maximum2())));
        }
        return halves.get(0).union(halves.get(1));
    }

    private static Geometry densified(Geometry outline) {
        Envelope envelope = outline.getEnvelopeInternal();
        double side = Math.max(envelope.getWidth(), envelope.getHeight());
        return Wgs84.FACTORY.createGeometry(Densifier.densify(outline, side / PARTS_OF_A_SIDE));
    }

    private void transform(Geometry geometry, String place) {
        geometry.apply((CoordinateFilter) vertex -> {
            try {
                Coordinate there = crs.toLongitudeLatitude().apply(new Coordinate(vertex.x, vertex.y));
                vertex.x = there.x;
                vertex.y = there.y;
            } catch (IllegalArgumentException e) {
                throw FilterProblems.badValue(place, "place", vertex.toString());
            }
        });
        geometry.geometryChanged();
    }

    /**
     * The condition with no collection in it: the predicates of both databases know none. Parts of one dimension become one
     * geometry; points, lines and areas together can be met or missed, nothing else.
     */
    Condition apart(SpatialRelation relation, Term left, Term right, String place) {
        List<Term> lefts = parts(left);
        List<Term> rights = parts(right);
        boolean mixed = lefts.size() > 1 || rights.size() > 1;
        if (mixed && relation != SpatialRelation.INTERSECTS && relation != SpatialRelation.DISJOINT) {
            throw FilterProblems.badValue(place, "collection", "");
        }
        if (relation == SpatialRelation.DISJOINT && mixed) {
            return new Condition.Not(apart(SpatialRelation.INTERSECTS, left, right, place));
        }
        List<Condition> pairs = new ArrayList<>();
        for (Term one : lefts) {
            for (Term other : rights) {
                pairs.add(new Condition.Spatial(relation, one, other));
            }
        }
        return pairs.size() == 1 ? pairs.get(0) : new Condition.Or(pairs);
    }

    private static List<Term> parts(Term term) {
        if (!(term instanceof Term.Shape shape)
                || !shape.geometry().getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            return List.of(term);
        }
        List<List<Geometry>> byDimension = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        collect(shape.geometry(), byDimension);
        List<Term> parts = new ArrayList<>();
        for (List<Geometry> members : byDimension) {
            if (!members.isEmpty()) {
                Geometry together = Wgs84.FACTORY
                        .createGeometryCollection(members.toArray(Geometry[]::new))
                        .union();
                parts.add(new Term.Shape(together));
            }
        }
        return parts;
    }

    private static void collect(Geometry geometry, List<List<Geometry>> byDimension) {
        if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                collect(geometry.getGeometryN(i), byDimension);
            }
        } else {
            byDimension.get(geometry.getDimension()).add(geometry);
        }
    }
}
