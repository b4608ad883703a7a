package vn.anttmap.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * What is left of a ground beneath areas. An area that no other comes near is a hole of what is left, and needs no overlay:
 * laying a hundred thousand of them over one another would take minutes.
 */
final class CoverageGaps {

    private CoverageGaps() {}

    /** Polygons, in no order. */
    static List<Polygon> of(List<Geometry> areas, Geometry ground) {
        HPRtree tree = new HPRtree();
        areas.forEach(area -> tree.insert(area.getEnvelopeInternal(), area));
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(ground);
        tree.build();
        List<Boolean> apart = ManyAtOnce.map(
                areas,
                area -> withoutHoles(area)
                        && aloneIn(tree, area.getEnvelopeInternal())
                        && (prepared.containsProperly(Wgs84.FACTORY.toGeometry(area.getEnvelopeInternal()))
                                || prepared.containsProperly(area)));
        List<Geometry> alone = new ArrayList<>();
        List<Geometry> together = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            (apart.get(i) ? alone : together).add(areas.get(i));
        }
        Geometry rest = together.isEmpty() ? ground : ground.difference(UnaryUnionOp.union(together));
        List<Polygon> pieces = new ArrayList<>();
        for (int i = 0; i < rest.getNumGeometries(); i++) {
            if (rest.getGeometryN(i) instanceof Polygon piece && !piece.isEmpty()) {
                pieces.add(piece);
            }
        }
        return alone.isEmpty() ? pieces : pierced(pieces, alone);
    }

    private static boolean aloneIn(HPRtree tree, Envelope box) {
        int[] found = {0};
        tree.query(box, item -> found[0]++);
        return found[0] == 1;
    }

    private static boolean withoutHoles(Geometry area) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (!(area.getGeometryN(i) instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
                return false;
            }
        }
        return true;
    }

    private record Piece(int order, IndexedPointInAreaLocator locator) {}

    private static List<Polygon> pierced(List<Polygon> pieces, List<Geometry> alone) {
        HPRtree tree = new HPRtree();
        List<List<LinearRing>> holes = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Polygon piece = pieces.get(i);
            tree.insert(piece.getEnvelopeInternal(), new Piece(i, new IndexedPointInAreaLocator(piece)));
            List<LinearRing> own = new ArrayList<>();
            for (int j = 0; j < piece.getNumInteriorRing(); j++) {
                own.add(piece.getInteriorRingN(j));
            }
            holes.add(own);
        }
        for (Geometry area : alone) {
            Coordinate place = area.getCoordinate();
            for (Object found : tree.query(new Envelope(place))) {
                Piece piece = (Piece) found;
                if (piece.locator().locate(place) == Location.INTERIOR) {
                    for (int i = 0; i < area.getNumGeometries(); i++) {
                        holes.get(piece.order()).add(((Polygon) area.getGeometryN(i)).getExteriorRing());
                    }
                }
            }
        }
        List<Polygon> pierced = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            pierced.add(Wgs84.FACTORY.createPolygon(
                    pieces.get(i).getExteriorRing(), holes.get(i).toArray(LinearRing[]::new)));
        }
        return pierced;
    }
}
