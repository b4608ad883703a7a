package vn.anttmap.density.statistics;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Contiguity of areas. Queen: the borders come within the tolerance of each other, in one point at least. Rook: they run
 * along each other for more than {@value #SHORTEST_SHARED_TOLERANCES} tolerances, which no corner does.
 */
public final class PolygonNeighbours {

    private static final double SHORTEST_SHARED_TOLERANCES = 10;

    private PolygonNeighbours() {}

    /**
     * Neighbours that share a border or a corner.
     *
     * @param areas polygons or multipolygons in a metric plane, none empty
     * @param toleranceMeters how far apart borders that are meant to be one may lie; positive
     */
    public static SpatialWeights queen(List<? extends Geometry> areas, double toleranceMeters) {
        return find(areas, toleranceMeters, false);
    }

    /** Neighbours that share a border; parameters as of {@link #queen}. */
    public static SpatialWeights rook(List<? extends Geometry> areas, double toleranceMeters) {
        return find(areas, toleranceMeters, true);
    }

    private static SpatialWeights find(List<? extends Geometry> areas, double toleranceMeters, boolean rook) {
        STRtree tree = new STRtree();
        for (int i = 0; i < areas.size(); i++) {
            tree.insert(areas.get(i).getEnvelopeInternal(), i);
        }
        tree.build();
        List<List<Integer>> found = new ArrayList<>();
        areas.forEach(area -> found.add(new ArrayList<>()));
        for (int i = 0; i < areas.size(); i++) {
            Geometry area = areas.get(i);
            IndexedFacetDistance near = new IndexedFacetDistance(area);
            for (int other : later(tree, area, i, toleranceMeters)) {
                if (near.isWithinDistance(areas.get(other), toleranceMeters)
                        && (!rook || shareALine(area, areas.get(other), toleranceMeters))) {
                    found.get(i).add(other);
                    found.get(other).add(i);
                }
            }
        }
        return SpatialWeights.of(found.stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new));
    }

    private static int[] later(STRtree tree, Geometry area, int number, double toleranceMeters) {
        Envelope box = new Envelope(area.getEnvelopeInternal());
        box.expandBy(toleranceMeters);
        return ((List<?>) tree.query(box))
                .stream()
                        .mapToInt(other -> (Integer) other)
                        .filter(other -> other > number)
                        .toArray();
    }

    /** Only the parts near each other are compared: whole borders of communes are long. */
    private static boolean shareALine(Geometry one, Geometry other, double toleranceMeters) {
        Envelope both = new Envelope(one.getEnvelopeInternal());
        both.expandBy(toleranceMeters);
        Envelope second = new Envelope(other.getEnvelopeInternal());
        second.expandBy(toleranceMeters);
        Geometry box = one.getFactory().toGeometry(both.intersection(second));
        Geometry here = one.getBoundary().intersection(box);
        Geometry there = other.getBoundary().intersection(box);
        return here.intersection(there.buffer(toleranceMeters)).getLength()
                > SHORTEST_SHARED_TOLERANCES * toleranceMeters;
    }
}
