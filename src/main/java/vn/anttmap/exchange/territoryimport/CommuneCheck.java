package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.CoverageCheck;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * What has to hold for communes beyond what holds for every area: a parent of the day, a code and a name of their own, ground
 * and residential areas that all go on, and all at once.
 */
final class CommuneCheck {

    private static final int MOST_GAPS = 20;

    /** More of a residential area on the other side of a new border than this is worth a remark. */
    private static final double CUT_SHARE = 0.02;

    /** Words about residential areas that communes have their own for. */
    private static final Set<String> OWN_WORDS =
            Set.of("kind-unknown", "kind-other", "outside-commune", "predecessor-unknown", "predecessor-stays");

    private final Territory territory;
    private final LocalDate day;
    private final List<Area> areas;

    /** @param areas compared and linked */
    CommuneCheck(Territory territory, LocalDate day, List<Area> areas) {
        this.territory = territory;
        this.day = day;
        this.areas = areas;
    }

    /** Each commune comes under the unit that its predecessors did, or what is above that where it holds no longer. */
    void parents(Unit target) {
        for (Area area : areas) {
            if (area.status == Status.ENDED) {
                continue;
            }
            Unit before = area.before != null
                    ? area.before
                    : area.links.stream()
                            .max(Comparator.comparingInt(LinkGuess.Link::percent))
                            .map(LinkGuess.Link::before)
                            .orElse(null);
            Optional<Unit> first = before != null
                    ? territory.parent(before)
                    : target.level() == UnitLevel.COMMUNE ? territory.parent(target) : Optional.of(target);
            area.commune = first.flatMap(unit -> holding(territory, unit, day)).orElse(null);
            if (area.commune == null && !area.refused()) {
                area.issues.add(Issue.refusal("commune-parent-unknown", area.middle()));
            } else if (area.status == Status.UNCHANGED && !Objects.equals(parentOf(area), area.commune.id())) {
                area.differences.add("parent");
                area.status = Status.CHANGED;
                requireEarlier(area, Objects.requireNonNull(area.before), "begins-that-day");
            }
        }
    }

    /** A unit, or the first above it that holds on the day. */
    static Optional<Unit> holding(Territory territory, Unit unit, LocalDate day) {
        Optional<Unit> next = Optional.of(unit);
        while (next.isPresent() && !next.get().validity().contains(day)) {
            next = territory.parent(next.get());
        }
        return next;
    }

    private static @Nullable Long parentOf(Area area) {
        return area.before == null ? null : area.before.parentId();
    }

    private void requireEarlier(Area area, Unit unit, String key) {
        LocalDate from = unit.validity().from();
        if (unit.validity().to() != null || from != null && !from.isBefore(day)) {
            area.issues.add(Issue.refusal(key, area.middle(), unit.fullName()));
        }
    }

    /** @param others communes on record on the day */
    void namesAndCodes(Collection<Unit> others) {
        Set<Long> ending = ending();
        Map<String, Area> codes = new HashMap<>();
        Map<String, Area> names = new HashMap<>();
        for (Area area : areas) {
            if (area.status == Status.ENDED || area.refused()) {
                continue;
            }
            String code = area.code == null && area.before != null ? area.before.code() : area.code;
            String name = VietnameseText.fold(area.fullName());
            Long parent = area.commune == null ? null : area.commune.id();
            Area sameCode = code == null ? null : codes.putIfAbsent(code, area);
            Area sameName = names.putIfAbsent(parent + ":" + name, area);
            if (sameCode != null) {
                area.issues.removeIf(issue -> issue.key().equals("code-twin"));
                area.issues.add(
                        Issue.refusal("commune-code-twin", area.middle(), code, String.valueOf(sameCode.number)));
            }
            if (sameName != null) {
                area.issues.add(Issue.refusal("twin", area.middle(), area.fullName(), String.valueOf(sameName.number)));
            }
            others.stream()
                    .filter(unit ->
                            !ending.contains(unit.id()) && (area.before == null || area.before.id() != unit.id()))
                    .forEach(unit -> taken(area, code, name, parent, unit));
        }
    }

    private static void taken(Area area, @Nullable String code, String name, @Nullable Long parent, Unit unit) {
        if (code != null && code.equals(unit.code())) {
            area.issues.add(Issue.refusal("commune-code-taken", area.middle(), code, unit.fullName()));
        }
        if (unit.nameFolded().equals(name) && Objects.equals(unit.parentId(), parent)) {
            area.issues.add(Issue.refusal("commune-name-taken", area.middle(), unit.fullName()));
        }
    }

    /** Ids of the communes on record that no longer hold from the day on. */
    Set<Long> ending() {
        Set<Long> ending = new HashSet<>();
        areas.stream()
                .filter(area -> area.status == Status.ENDED || area.status == Status.CHANGED)
                .forEach(area -> ending.add(Objects.requireNonNull(area.before).id()));
        return ending;
    }

    /** Nobody may be left without a commune. @param boundaries of the communes on record @return what belongs to no commune */
    List<Issue> goingOn(Map<Long, MultiPolygon> boundaries) {
        Set<Long> followed = new HashSet<>();
        areas.forEach(
                area -> area.links.forEach(link -> followed.add(link.before().id())));
        areas.stream()
                .filter(area -> area.status == Status.ENDED)
                .filter(area ->
                        !followed.contains(Objects.requireNonNull(area.before).id()))
                .forEach(area ->
                        area.issues.add(Issue.refusal("commune-without-successor", area.middle(), area.fullName())));
        List<Geometry> before = ending().stream()
                .map(boundaries::get)
                .filter(Objects::nonNull)
                .map(Geometry.class::cast)
                .toList();
        if (before.isEmpty()) {
            return List.of();
        }
        return CoverageCheck.gaps(items(), UnaryUnionOp.union(before)).stream()
                .limit(MOST_GAPS)
                .map(finding -> finding.type() == CoverageCheck.Type.GAP
                        ? Issue.remark("commune-gap", finding.place(), squareMeters(finding.areaSqM()))
                        : Issue.remark("not-compared", null))
                .toList();
    }

    private List<CoverageCheck.Item> items() {
        List<CoverageCheck.Item> items = new ArrayList<>();
        for (Area area : areas) {
            if (area.geometry != null && area.status != Status.ENDED) {
                items.add(new CoverageCheck.Item(String.valueOf(area.number), area.fullName(), area.geometry));
            }
        }
        return items;
    }

    /**
     * The residential areas of the communes that end, which go over to those that begin.
     *
     * @param boundaries of them by id
     */
    List<Issue> children(List<Unit> children, Map<Long, MultiPolygon> boundaries) {
        Map<Integer, Area> byNumber = new HashMap<>();
        List<CommuneHomes.Home> homes = new ArrayList<>();
        for (Area area : areas) {
            if (area.geometry != null && (area.status == Status.ADDED || area.status == Status.CHANGED)) {
                byNumber.put(area.number, area);
                Set<Long> follows = new HashSet<>();
                area.links.forEach(link -> follows.add(link.before().id()));
                Optional.ofNullable(area.before).map(Unit::id).ifPresent(follows::add);
                homes.add(new CommuneHomes.Home(area.number, area.geometry, follows));
            }
        }
        CommuneHomes finder = new CommuneHomes(homes);
        int going = 0;
        for (Unit child : children) {
            CommuneHomes.Home home = finder.of(child, boundaries.get(child.id()));
            Area area = home == null ? null : byNumber.get(home.number());
            if (area != null) {
                going++;
                requireEarlier(area, child, "commune-child-later");
                tellCut(area, child, boundaries.get(child.id()));
            }
        }
        return going == 0 ? List.of() : List.of(Issue.remark("commune-children", null, String.valueOf(going)));
    }

    private static void tellCut(Area area, Unit child, @Nullable MultiPolygon ground) {
        if (ground == null || Objects.requireNonNull(area.geometry).covers(ground)) {
            return;
        }
        try {
            Geometry outside = OverlayNGRobust.overlay(ground, area.geometry, OverlayNG.DIFFERENCE);
            double squareMeters = 1e6 * GeodesicMeasure.areaSqKm(outside);
            if (squareMeters > CUT_SHARE * 1e6 * GeodesicMeasure.areaSqKm(ground)) {
                area.issues.add(Issue.remark(
                        "commune-child-cut",
                        outside.getInteriorPoint().getCoordinate(),
                        child.fullName(),
                        squareMeters(squareMeters)));
            }
        } catch (TopologyException e) {
            area.issues.add(
                    Issue.remark("not-compared", ground.getInteriorPoint().getCoordinate()));
        }
    }

    /** What was said in the words of residential areas. */
    void reword() {
        for (Area area : areas) {
            area.issues.replaceAll(issue -> OWN_WORDS.contains(issue.key())
                    ? new Issue("commune-" + issue.key(), issue.values(), issue.place(), issue.refuses())
                    : issue);
        }
    }

    private static String squareMeters(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
