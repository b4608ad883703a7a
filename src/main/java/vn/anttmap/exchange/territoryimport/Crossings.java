package vn.anttmap.exchange.territoryimport;

import java.util.List;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;

/** Counts how often lines cross one another, up to a number: repairing a border of random places never ends. */
final class Crossings {

    private Crossings() {}

    /** Whether the lines of a geometry cross more often than that; a call of the budget stops the count. */
    static boolean moreThan(int most, Geometry geometry, ImportBudget budget) {
        @SuppressWarnings("unchecked")
        List<SegmentString> lines = SegmentStringUtil.extractSegmentStrings(geometry);
        Counter counter = new Counter(most, budget);
        MCIndexNoder noder = new MCIndexNoder(counter);
        noder.computeNodes(lines);
        budget.tick();
        return counter.count > most;
    }

    private static final class Counter implements SegmentIntersector {

        private final int most;
        private final ImportBudget budget;
        private final LineIntersector intersector = new RobustLineIntersector();
        private int count;

        Counter(int most, ImportBudget budget) {
            this.most = most;
            this.budget = budget;
        }

        @Override
        public void processIntersections(SegmentString one, int i, SegmentString other, int j) {
            if (one == other && i == j) {
                return;
            }
            intersector.computeIntersection(
                    one.getCoordinate(i), one.getCoordinate(i + 1), other.getCoordinate(j), other.getCoordinate(j + 1));
            if (intersector.hasIntersection() && intersector.isInteriorIntersection()) {
                count++;
            }
        }

        @Override
        public boolean isDone() {
            return count > most || budget.isOver();
        }
    }
}
