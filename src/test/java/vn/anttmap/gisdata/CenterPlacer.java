package vn.anttmap.gisdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Chooses where invented hamlets stand, so that their cells look lived in: spread out, none a sliver. Metres. */
final class CenterPlacer {

    private static final int CANDIDATES = 300;
    private static final int RELAXATIONS = 3;

    private final Geometry area;
    private final IndexedPointInAreaLocator locator;
    private final Random random;

    CenterPlacer(Geometry areaMeters, Random random) {
        this.area = areaMeters;
        this.locator = new IndexedPointInAreaLocator(areaMeters);
        this.random = random;
    }

    /**
     * Adds centres to given ones.
     *
     * @param fixed centres that stay where they are
     * @return only the added centres, each inside the area
     */
    List<Coordinate> place(List<Coordinate> fixed, int count) {
        List<Coordinate> all = new ArrayList<>(fixed);
        while (all.size() < fixed.size() + count) {
            all.add(farthestCandidate(all));
        }
        for (int i = 0; i < RELAXATIONS; i++) {
            relax(all, fixed.size(), 1);
        }
        return List.copyOf(all.subList(fixed.size(), all.size()));
    }

    /** Moves every centre from {@code first} on towards the middle of its cell; 1 = all the way (Lloyd's step). */
    void relax(List<Coordinate> centers, int first, double step) {
        if (centers.size() < 2) {
            return;
        }
        for (Polygon cell : cells(centers, area.getEnvelopeInternal())) {
            Coordinate center = (Coordinate) cell.getUserData();
            int index = centers.indexOf(center);
            Point middle = cell.intersection(area).getCentroid();
            if (index >= first && !middle.isEmpty()) {
                Coordinate moved = new Coordinate(
                        center.x + step * (middle.getX() - center.x), center.y + step * (middle.getY() - center.y));
                if (contains(moved)) {
                    centers.set(index, moved);
                }
            }
        }
    }

    boolean contains(Coordinate meters) {
        return locator.locate(meters) == Location.INTERIOR;
    }

    Coordinate randomPoint() {
        Envelope box = area.getEnvelopeInternal();
        while (true) {
            Coordinate candidate = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (contains(candidate)) {
                return candidate;
            }
        }
    }

    /** Voronoi cells, each with its centre as user data, reaching past the box. */
    static List<Polygon> cells(List<Coordinate> centers, Envelope box) {
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(centers);
        Envelope wide = new Envelope(box);
        wide.expandBy(box.getDiameter());
        builder.setClipEnvelope(wide);
        Geometry diagram = builder.getDiagram(new GeometryFactory());
        List<Polygon> cells = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            cells.add((Polygon) diagram.getGeometryN(i));
        }
        return cells;
    }

    private Coordinate farthestCandidate(List<Coordinate> taken) {
        Coordinate best = randomPoint();
        double bestRoom = -1;
        for (int i = 0; i < CANDIDATES; i++) {
            Coordinate candidate = randomPoint();
            double room = taken.stream()
                    .mapToDouble(candidate::distance)
                    .min()
                    // The first one of an empty commune goes anywhere; relaxing centres it.
                    .orElse(0);
            if (room > bestRoom) {
                best = candidate;
                bestRoom = room;
            }
        }
        return best;
    }
}
