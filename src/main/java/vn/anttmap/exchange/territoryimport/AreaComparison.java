package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.strtree.STRtree;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.ManyAtOnce;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/** Tells which areas of the file are new, which are on record, and what of them differs. */
final class AreaComparison {

    /** About half a metre: less is the rounding of another program. */
    private static final double SAME_BORDER_DEGREES = 5e-6;

    /** What shares this much of its ground with one area on record is that area under another name. */
    private static final double SAME_GROUND = 0.9;

    private final List<Unit> present;
    private final Map<Long, MultiPolygon> boundaries;
    private final LocalDate day;
    private final Predicate<UnitKind> kinds;
    private final Map<String, List<Unit>> byName = new HashMap<>();
    private final Map<String, List<Unit>> byCode = new HashMap<>();
    private final STRtree byPlace = new STRtree();

    /** @param present areas on record on the day, of the communes that the file is for */
    AreaComparison(List<Unit> present, Map<Long, MultiPolygon> boundaries, LocalDate day, Predicate<UnitKind> kinds) {
        this.present = present;
        this.kinds = kinds;
        for (Unit unit : present) {
            byName.computeIfAbsent(unit.nameFolded(), name -> new ArrayList<>()).add(unit);
            byName.computeIfAbsent(
                            VietnameseText.fold(AreaName.split(unit.fullName()).name()), name -> new ArrayList<>())
                    .add(unit);
            if (unit.code() != null) {
                byCode.computeIfAbsent(unit.code(), code -> new ArrayList<>()).add(unit);
            }
            MultiPolygon boundary = boundaries.get(unit.id());
            if (boundary != null) {
                byPlace.insert(boundary.getEnvelopeInternal(), unit);
            }
        }
        this.boundaries = boundaries;
        this.day = day;
    }

    /** @param complete whether what is not in the file ends; then it is added to the list */
    void compare(List<Area> areas, boolean complete) {
        refuseTwins(areas);
        Set<Long> taken = new HashSet<>();
        // Also a refused feature holds its place: what it stands for must not end.
        areas.forEach(area -> byName(area, taken));
        areas.stream().filter(area -> area.before == null && !area.refused()).forEach(area -> byGround(area, taken));
        ManyAtOnce.map(areas, this::judge);
        if (complete) {
            for (Unit unit : present) {
                if (!taken.contains(unit.id())) {
                    areas.add(ending(unit));
                }
            }
        }
    }

    private static void refuseTwins(List<Area> areas) {
        Map<String, Area> first = new HashMap<>();
        Map<String, Area> codes = new HashMap<>();
        for (Area area : areas) {
            Area coded = area.code == null ? null : codes.putIfAbsent(area.code, area);
            if (coded != null) {
                area.issues.add(Issue.remark("code-twin", area.middle(), area.code, String.valueOf(coded.number)));
            }
            if (area.commune != null && !area.name.name().isBlank()) {
                Area twin = first.putIfAbsent(area.commune.id() + ":" + area.foldedName(), area);
                if (twin != null) {
                    area.issues.add(Issue.refusal("twin", area.middle(), area.fullName(), String.valueOf(twin.number)));
                }
            }
        }
    }

    private void byName(Area area, Set<Long> taken) {
        // Without a kind the full name is the name alone.
        List<Unit> found = byName.getOrDefault(area.foldedName(), List.of()).stream()
                .distinct()
                .filter(unit -> !taken.contains(unit.id()))
                .filter(unit -> area.commune == null || Objects.equals(unit.parentId(), area.commune.id()))
                .filter(unit -> sameName(unit, area))
                .toList();
        if (found.isEmpty() && area.code != null) {
            // Codes are used again, also for a place at the other end.
            found = byCode.getOrDefault(area.code, List.of()).stream()
                    .filter(unit -> !taken.contains(unit.id()))
                    .filter(unit -> near(area, boundaries.get(unit.id())))
                    .toList();
        }
        if (found.size() == 1) {
            take(area, found.get(0), taken);
        }
    }

    private static boolean near(Area area, @Nullable MultiPolygon boundary) {
        return area.geometry == null
                || boundary == null
                || boundary.getEnvelopeInternal().intersects(area.geometry.getEnvelopeInternal());
    }

    private static boolean sameName(Unit unit, Area area) {
        if (area.kind != null) {
            return unit.nameFolded().equals(area.foldedName());
        }
        String name = area.foldedName();
        return unit.nameFolded().equals(name)
                || VietnameseText.fold(AreaName.split(unit.fullName()).name()).equals(name);
    }

    private void byGround(Area area, Set<Long> taken) {
        if (area.geometry == null) {
            return;
        }
        @SuppressWarnings("unchecked")
        List<Unit> near = byPlace.query(area.geometry.getEnvelopeInternal());
        Optional<Unit> same = near.stream()
                .sorted(Comparator.comparing(Unit::key))
                .filter(unit -> !taken.contains(unit.id()))
                .filter(unit -> area.commune == null || Objects.equals(unit.parentId(), area.commune.id()))
                .filter(unit -> sameGround(area.geometry, boundaries.get(unit.id())))
                .findFirst();
        same.ifPresent(unit -> take(area, unit, taken));
    }

    private static void take(Area area, Unit unit, Set<Long> taken) {
        area.before = unit;
        taken.add(unit.id());
        if (area.kind == null) {
            area.kind = unit.kind();
        }
    }

    private static boolean sameGround(Geometry one, Geometry other) {
        if (one == null || other == null || !one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            return false;
        }
        double wanted = SAME_GROUND * Math.max(one.getArea(), other.getArea());
        double both = one.getEnvelopeInternal()
                .intersection(other.getEnvelopeInternal())
                .getArea();
        if (both < wanted) {
            return false;
        }
        try {
            return one.intersection(other).getArea() >= wanted;
        } catch (org.locationtech.jts.geom.TopologyException e) {
            return false;
        }
    }

    private Area judge(Area area) {
        Unit before = area.before;
        if (!area.refused() && area.kind == null) {
            area.issues.add(Issue.refusal("kind-unknown", area.middle()));
        } else if (area.kind != null && !kinds.test(area.kind)) {
            area.issues.add(Issue.refusal("kind-other", area.middle()));
        }
        if (before != null && !area.refused() && isWithoutBoundary(before)) {
            drawFirst(area, before);
        } else if (before != null && !area.refused()) {
            area.differences.addAll(differences(area, before));
            if (!area.differences.isEmpty()) {
                checkDay(area, before);
            }
        }
        area.status = area.refused()
                ? Status.REFUSED
                : before == null ? Status.ADDED : area.differences.isEmpty() ? Status.UNCHANGED : Status.CHANGED;
        return area;
    }

    /** A commune of the official list, of which only code and name were known. */
    static boolean isWithoutBoundary(Unit unit) {
        return unit.level() == UnitLevel.COMMUNE && unit.extent() == null;
    }

    /** Its boundary holds as long as it does, and nothing else of it changes. */
    private void drawFirst(Area area, Unit before) {
        area.differences.add("boundary");
        LocalDate from = before.validity().from();
        if (before.validity().to() != null) {
            area.issues.add(Issue.refusal("ends-already", area.middle(), before.fullName()));
        } else if (from != null && from.isAfter(day)) {
            area.issues.add(Issue.refusal("begins-that-day", area.middle(), before.fullName()));
        } else {
            area.issues.add(Issue.remark("commune-first", area.middle(), before.fullName()));
        }
    }

    private void checkDay(Area area, Unit before) {
        LocalDate from = before.validity().from();
        if (before.validity().to() != null) {
            area.issues.add(Issue.refusal("ends-already", area.middle(), before.fullName()));
        } else if (from != null && !from.isBefore(day)) {
            area.issues.add(Issue.refusal("begins-that-day", area.middle(), before.fullName()));
        }
    }

    private List<String> differences(Area area, Unit before) {
        List<String> differences = new ArrayList<>();
        MultiPolygon boundary = boundaries.get(before.id());
        Geometry drawn = Objects.requireNonNull(area.geometry);
        if (boundary == null || !sameBorder(drawn, boundary)) {
            differences.add("boundary");
        }
        UnitKind kind = area.kind;
        if (kind != before.kind()) {
            differences.add("kind");
        }
        // Spelt otherwise is not renamed: "Hoà" and "Hòa" are one name.
        if (!area.foldedName().equals(before.nameFolded())) {
            differences.add("name");
        }
        if (area.code != null && !area.code.equals(before.code())) {
            differences.add("code");
        }
        if (area.households != null && !area.households.equals(before.households())) {
            differences.add("households");
        }
        Population known = before.populationFor(day.getYear());
        if (area.population != null && (known == null || known.count() != area.population)) {
            differences.add("population");
        }
        return differences;
    }

    /** Where place answers place, as after another program's rounding, no distance has to be searched for. */
    private static boolean sameBorder(Geometry drawn, Geometry boundary) {
        return drawn.equalsExact(boundary, SAME_BORDER_DEGREES)
                || DiscreteHausdorffDistance.distance(drawn.getBoundary(), boundary.getBoundary())
                        <= SAME_BORDER_DEGREES;
    }

    Area ending(Unit unit) {
        Area area = new Area(
                0,
                new AreaName.Split(null, unit.fullName()),
                unit.kind(),
                unit.code(),
                unit.households(),
                null,
                boundaries.get(unit.id()),
                List.of());
        area.before = unit;
        checkDay(area, unit);
        area.status = area.refused() ? Status.REFUSED : Status.ENDED;
        return area;
    }
}
