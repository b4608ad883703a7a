package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.anttmap.exchange.territoryimport.Area.Status;

/** How the areas of a day lie beside one another and in their commune: overlaps, gaps, ground outside. */
final class TopologyReport {

    /** Smaller ones come from rounding. */
    private static final double SMALLEST_SQ_M = 10;

    private static final double MOST_OUTSIDE = 0.5;
    private static final double MOST_OVERLAP = 0.5;
    private static final int MOST_GAPS = 20;

    private final List<Issue> general = new ArrayList<>();

    private TopologyReport() {}

    /**
     * Adds what it finds to the areas.
     *
     * @param staying areas on record that neither the file nor its end touches, by name
     * @param communes their boundaries
     * @return what belongs to no single area
     */
    static List<Issue> check(List<Area> areas, Map<String, Geometry> staying, Geometry communes, boolean complete) {
        TopologyReport report = new TopologyReport();
        List<Area> of = areas.stream()
                .filter(area -> area.geometry != null && area.status != Status.ENDED && !area.refused())
                .toList();
        of.forEach(area -> report.outside(area, communes));
        report.overlaps(of, staying);
        if (complete) {
            report.gaps(of, communes);
        }
        return report.general;
    }

    private void outside(Area area, Geometry communes) {
        try {
            Geometry rest = area.geometry.difference(communes);
            double outside = GeometryRepair.areaSqM(rest);
            double whole = GeometryRepair.areaSqM(area.geometry);
            if (outside > SMALLEST_SQ_M) {
                Coordinate place = rest.getInteriorPoint().getCoordinate();
                boolean refuses = outside > MOST_OUTSIDE * whole;
                area.issues.add(new Issue("outside-commune", List.of(squareMeters(outside)), place, refuses));
            }
        } catch (TopologyException e) {
            area.issues.add(Issue.remark("not-compared", area.middle()));
        }
    }

    private record Neighbour(String name, Geometry geometry, int order) {}

    private void overlaps(List<Area> areas, Map<String, Geometry> staying) {
        STRtree tree = new STRtree();
        for (int i = 0; i < areas.size(); i++) {
            Geometry geometry = areas.get(i).geometry;
            tree.insert(
                    geometry.getEnvelopeInternal(), new Neighbour(areas.get(i).fullName(), geometry, i));
        }
        staying.forEach(
                (name, geometry) -> tree.insert(geometry.getEnvelopeInternal(), new Neighbour(name, geometry, -1)));
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            for (Object found : tree.query(area.geometry.getEnvelopeInternal())) {
                Neighbour other = (Neighbour) found;
                if (other.order() < i) {
                    overlap(area, other);
                }
            }
        }
    }

    private static void overlap(Area area, Neighbour other) {
        try {
            Geometry shared = area.geometry.intersection(other.geometry());
            double overlap = GeometryRepair.areaSqM(shared);
            if (overlap > SMALLEST_SQ_M) {
                double smaller =
                        Math.min(GeometryRepair.areaSqM(area.geometry), GeometryRepair.areaSqM(other.geometry()));
                area.issues.add(new Issue(
                        "overlap",
                        List.of(other.name(), squareMeters(overlap)),
                        shared.getInteriorPoint().getCoordinate(),
                        overlap > MOST_OVERLAP * smaller));
            }
        } catch (TopologyException e) {
            area.issues.add(Issue.remark("not-compared", area.middle()));
        }
    }

    private void gaps(List<Area> areas, Geometry communes) {
        try {
            Geometry covered = UnaryUnionOp.union(
                    areas.stream().map(area -> (Geometry) area.geometry).toList());
            if (covered == null) {
                return;
            }
            Geometry rest = communes.difference(covered);
            int told = 0;
            for (int i = 0; i < rest.getNumGeometries() && told < MOST_GAPS; i++) {
                Geometry gap = rest.getGeometryN(i);
                double size = GeometryRepair.areaSqM(gap);
                if (size > SMALLEST_SQ_M) {
                    told++;
                    general.add(Issue.remark("gap", gap.getInteriorPoint().getCoordinate(), squareMeters(size)));
                }
            }
        } catch (TopologyException e) {
            general.add(Issue.remark("not-compared", null));
        }
    }

    private static String squareMeters(double area) {
        return String.format(Locale.ROOT, "%.0f", area);
    }
}
