package vn.anttmap.boundarychange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.CoverageCheck;
import vn.anttmap.geo.CoverageCheck.Finding;
import vn.anttmap.geo.CoverageCheck.Item;
import vn.anttmap.geo.CoverageCheck.Type;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** How what begins lies beside what stays: overlaps, gaps, ground outside; names and codes that are taken. */
final class ChangeCheck {

    private static final double MOST_SHARE = 0.5;
    private static final int MOST_TOLD = 30;

    private final Outcome outcome;
    private final UnitLevel level;
    private final Set<Long> ending;
    private final List<Concern> concerns = new ArrayList<>();

    private ChangeCheck(Outcome outcome) {
        this.outcome = outcome;
        this.level = outcome.beginning().get(0).level();
        this.ending = outcome.ending().stream().map(Standing::id).collect(Collectors.toSet());
    }

    /**
     * @param others all units of the level on the day
     * @param parents boundaries of the units that those of the level belong to; empty where that does not matter
     * @return what the planner said, and this
     */
    static Outcome check(Outcome outcome, Scene scene, Collection<Unit> others, List<MultiPolygon> parents) {
        if (outcome.beginning().isEmpty()) {
            return outcome;
        }
        ChangeCheck check = new ChangeCheck(outcome);
        check.concerns.addAll(outcome.concerns());
        check.ground(scene, parents);
        check.namesAndCodes(others);
        check.twinsAmongChildren();
        return new Outcome(outcome.ending(), outcome.beginning(), check.concerns);
    }

    private List<Draft> drafts() {
        return outcome.beginning().stream()
                .filter(draft -> draft.level() == level)
                .toList();
    }

    private void ground(Scene scene, List<MultiPolygon> parents) {
        List<Item> begins = drafts().stream()
                .filter(draft -> draft.boundary() != null)
                .map(draft -> new Item("new " + draft.number(), draft.fullName(), draft.boundary()))
                .toList();
        List<Item> stays = scene.units().stream()
                .filter(standing -> !ending.contains(standing.id()) && standing.boundary() != null)
                .map(standing -> new Item(String.valueOf(standing.id()), standing.name(), standing.boundary()))
                .toList();
        CoverageCheck.overlaps(begins, stays).forEach(finding -> add("overlap", finding));
        if (!parents.isEmpty()) {
            CoverageCheck.outside(begins, Shapes.union(parents)).forEach(finding -> add("outside-commune", finding));
        }
        Geometry claimed = claimed(begins, stays);
        if (!claimed.isEmpty()) {
            CoverageCheck.gaps(begins, claimed).stream().limit(MOST_TOLD).forEach(finding -> add("gap", finding));
        }
    }

    /** What was somebody's, and what the new areas close in: nobody should be without an area there. */
    private Geometry claimed(List<Item> begins, List<Item> stays) {
        List<Geometry> ground = new ArrayList<>();
        outcome.ending().stream()
                .filter(standing -> standing.unit().level() == level && standing.boundary() != null)
                .forEach(standing -> ground.add(standing.boundary()));
        for (Item item : begins) {
            for (int i = 0; i < item.geometry().getNumGeometries(); i++) {
                Polygon polygon = (Polygon) item.geometry().getGeometryN(i);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ground.add(Wgs84.FACTORY.createPolygon(polygon.getInteriorRingN(hole)));
                }
            }
        }
        if (ground.isEmpty()) {
            return Wgs84.FACTORY.createPolygon();
        }
        MultiPolygon all = Shapes.union(ground);
        return stays.isEmpty()
                ? all
                : Shapes.difference(
                        all, Shapes.union(stays.stream().map(Item::geometry).toList()));
    }

    private void add(String key, Finding finding) {
        if (finding.type() == Type.NOT_COMPARED) {
            concerns.add(Concern.remark("not-compared", finding.place()));
            return;
        }
        List<String> values = new ArrayList<>();
        if (finding.item() != null) {
            values.add(finding.item().label());
        }
        if (finding.other() != null) {
            values.add(finding.other().label());
        }
        values.add(String.format(Locale.ROOT, "%.0f", finding.areaSqM()));
        concerns.add(new Concern(key, values, finding.place(), finding.share() > MOST_SHARE));
    }

    /** Whether the unit was called that before: what was allowed then must not stand in the way of something else. */
    private boolean named(Draft draft) {
        return outcome.ending().stream()
                .filter(standing -> draft.follows().stream().anyMatch(link -> link.unitId() == standing.id()))
                .anyMatch(standing -> standing.name().equals(draft.fullName()));
    }

    /** Two communes that become one often both have a "Thôn 1". */
    private void twinsAmongChildren() {
        Set<String> names = new HashSet<>();
        outcome.beginning().stream()
                .filter(draft -> draft.parentNumber() != null)
                .filter(draft -> !names.add(draft.parentNumber() + ":" + VietnameseText.fold(draft.fullName())))
                .limit(MOST_TOLD)
                .forEach(draft -> concerns.add(Concern.remark(
                        "children-same-name",
                        draft.boundary() == null
                                ? null
                                : draft.boundary().getInteriorPoint().getCoordinate(),
                        draft.fullName())));
    }

    private void namesAndCodes(Collection<Unit> others) {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Draft draft : drafts()) {
            String code = draft.code();
            if (code != null
                    && (!codes.add(code)
                            || others.stream()
                                    .anyMatch(unit -> !ending.contains(unit.id()) && code.equals(unit.code())))) {
                concerns.add(Concern.refusal("code-taken", code));
            }
            String name = VietnameseText.fold(draft.fullName());
            boolean twin = !names.add(draft.parentId() + ":" + name)
                    || others.stream()
                            .anyMatch(unit -> !ending.contains(unit.id())
                                    && Objects.equals(unit.parentId(), draft.parentId())
                                    && unit.nameFolded().equals(name));
            if (twin && !named(draft)) {
                concerns.add(Concern.refusal("name-taken", draft.fullName()));
            }
        }
    }
}
