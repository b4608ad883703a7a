package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import vn.anttmap.drawing.Finding.Weight;
import vn.anttmap.drawing.Look.Cut;
import vn.anttmap.geo.CoverageCheck;
import vn.anttmap.geo.CoverageCheck.Item;
import vn.anttmap.geo.CoverageCheck.Type;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.Unit;

/** How a drawn area lies beside the areas of the day and in its commune. */
final class AreaNeighbours {

    private static final double MOST_SHARED = 0.5;
    private static final double MOST_OUTSIDE = 0.5;
    private static final double SMALLEST_REST_SQ_M = 100;
    private static final double SMALLEST_PART_SQ_M = 1;
    private static final int MOST_GAPS = 20;

    /** About a centimetre. */
    private static final double TOUCHES_DEGREES = 1e-7;

    private final Item drawn;
    private final Map<String, Unit> units = new HashMap<>();
    private final List<Item> areas = new ArrayList<>();
    private final boolean take;
    private final LocalDate day;

    /** @param take whether the areas it overlaps give up that ground */
    AreaNeighbours(
            String name,
            MultiPolygon geometry,
            List<Unit> beside,
            Map<Long, MultiPolygon> boundaries,
            boolean take,
            LocalDate day) {
        this.drawn = new Item("drawn", name, geometry);
        this.take = take;
        this.day = day;
        for (Unit unit : beside) {
            MultiPolygon boundary = boundaries.get(unit.id());
            if (boundary != null) {
                String id = String.valueOf(unit.id());
                units.put(id, unit);
                areas.add(new Item(id, unit.fullName(), boundary));
            }
        }
    }

    /** Tells each overlap. @return what the others keep, where they give up ground */
    List<Cut> overlaps(List<Finding> findings) {
        List<Cut> cuts = new ArrayList<>();
        for (CoverageCheck.Finding found : CoverageCheck.overlaps(List.of(drawn), areas)) {
            Item other = Objects.requireNonNull(found.other());
            if (found.type() == Type.NOT_COMPARED) {
                findings.add(Finding.remark("not-compared", found.place(), other.label()));
            } else if (take) {
                cut(found, other, cuts, findings);
            } else {
                Weight weight = found.share() > MOST_SHARED ? Weight.REFUSES : Weight.REMARK;
                findings.add(finding("overlap", weight, found, other.label(), found.areaSqM()));
            }
        }
        return cuts;
    }

    private void cut(CoverageCheck.Finding found, Item other, List<Cut> cuts, List<Finding> findings) {
        Unit unit = Objects.requireNonNull(units.get(other.id()));
        MultiPolygon rest = rest(other.geometry());
        int before = findings.size();
        DrawingDay.check(unit.fullName(), unit.validity(), day, findings);
        if (findings.size() > before) {
            return;
        }
        if (rest == null || CoverageCheck.areaSqM(rest) < SMALLEST_REST_SQ_M) {
            findings.add(finding("swallows", Weight.REFUSES, found, other.label()));
        } else {
            findings.add(finding("takes", Weight.NOTE, found, other.label(), found.areaSqM()));
            cuts.add(new Cut(unit, rest));
        }
    }

    private @Nullable MultiPolygon rest(Geometry boundary) {
        try {
            Geometry rest = boundary.difference(drawn.geometry());
            List<Polygon> parts = new ArrayList<>();
            for (int i = 0; i < rest.getNumGeometries(); i++) {
                if (rest.getGeometryN(i) instanceof Polygon part && CoverageCheck.areaSqM(part) > SMALLEST_PART_SQ_M) {
                    parts.add(part);
                }
            }
            return Wgs84.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
        } catch (TopologyException e) {
            return null;
        }
    }

    /**
     * Tells ground outside the commune, and ground beside the drawing that no area has.
     *
     * @param past the boundary it follows; null where it is new
     */
    void ground(
            Unit commune, MultiPolygon ground, @Nullable MultiPolygon past, List<Cut> cuts, List<Finding> findings) {
        for (CoverageCheck.Finding found : CoverageCheck.outside(List.of(drawn), ground)) {
            if (found.type() == Type.NOT_COMPARED) {
                findings.add(Finding.remark("not-compared", found.place(), commune.fullName()));
            } else {
                Weight weight = found.share() > MOST_OUTSIDE ? Weight.REFUSES : Weight.REMARK;
                findings.add(finding("outside-commune", weight, found, found.areaSqM(), commune.fullName()));
            }
        }
        List<Item> covering = new ArrayList<>(List.of(drawn));
        for (Item area : areas) {
            covering.add(cuts.stream()
                    .filter(cut -> String.valueOf(cut.area().id()).equals(area.id()))
                    .findFirst()
                    .map(cut -> new Item(area.id(), area.label(), cut.rest()))
                    .orElse(area));
        }
        CoverageCheck.gaps(covering, ground).stream()
                .filter(found -> beside(found.shape(), past))
                .limit(MOST_GAPS)
                .forEach(found -> findings.add(finding("gap", Weight.REMARK, found, found.areaSqM())));
    }

    private boolean beside(@Nullable Geometry gap, @Nullable MultiPolygon past) {
        return gap != null
                && (gap.isWithinDistance(drawn.geometry(), TOUCHES_DEGREES)
                        || past != null && gap.isWithinDistance(past, TOUCHES_DEGREES));
    }

    private static Finding finding(String key, Weight weight, CoverageCheck.Finding found, Object... values) {
        return new Finding(key, weight, List.of(values), found.areaSqM(), found.place(), found.shape());
    }
}
