package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.CoverageCheck;
import vn.anttmap.geo.CoverageCheck.Finding;
import vn.anttmap.geo.CoverageCheck.Item;
import vn.anttmap.geo.CoverageCheck.Type;

/** What {@link CoverageCheck} finds, as remarks and refusals of the areas of a file. */
final class TopologyReport {

    private static final double MOST_OUTSIDE = 0.5;
    private static final double MOST_OVERLAP = 0.5;
    private static final int MOST_GAPS = 20;

    private TopologyReport() {}

    /**
     * Adds what it finds to the areas.
     *
     * @param staying areas on record that neither the file nor its end touches, by name
     * @param communes their boundaries
     * @return what belongs to no single area
     */
    static List<Issue> check(List<Area> areas, Map<String, Geometry> staying, Geometry communes, boolean complete) {
        Map<Item, Area> of = new LinkedHashMap<>();
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            if (area.geometry != null && area.status != Status.ENDED && !area.refused()) {
                of.put(new Item(String.valueOf(i), area.fullName(), area.geometry), area);
            }
        }
        List<Item> items = List.copyOf(of.keySet());
        List<Item> others = new ArrayList<>();
        staying.forEach((name, geometry) -> others.add(new Item(name, name, geometry)));
        for (Finding finding : CoverageCheck.outside(items, communes)) {
            add(finding, of.get(finding.item()));
        }
        for (Finding finding : CoverageCheck.overlaps(items, others)) {
            add(finding, of.get(finding.item()));
        }
        return complete
                ? CoverageCheck.gaps(items, communes).stream()
                        .limit(MOST_GAPS)
                        .map(TopologyReport::gap)
                        .toList()
                : List.of();
    }

    private static void add(Finding finding, Area area) {
        if (finding.type() == Type.OUTSIDE) {
            area.issues.add(new Issue(
                    "outside-commune",
                    List.of(squareMeters(finding)),
                    finding.place(),
                    finding.share() > MOST_OUTSIDE));
        } else if (finding.type() == Type.OVERLAP) {
            String other = Objects.requireNonNull(finding.other()).label();
            area.issues.add(new Issue(
                    "overlap", List.of(other, squareMeters(finding)), finding.place(), finding.share() > MOST_OVERLAP));
        } else {
            area.issues.add(Issue.remark("not-compared", finding.place()));
        }
    }

    private static Issue gap(Finding finding) {
        return finding.type() == Type.GAP
                ? Issue.remark("gap", finding.place(), squareMeters(finding))
                : Issue.remark("not-compared", null);
    }

    private static String squareMeters(Finding finding) {
        return String.format(Locale.ROOT, "%.0f", finding.areaSqM());
    }
}
