package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.Unit;

/**
 * Which areas of the file follow which on record, beyond those that are the same: mergers and splits. A person's word goes
 * before a column of the file, that before the ground they share.
 */
final class LinkGuess {

    /** So much of one lies in the other. */
    private static final double COVERED = 0.95;

    /** Less than that of an area that is divided among several is the rounding of borders. */
    private static final double WORTH_TELLING = 0.05;

    enum Evidence {
        GROUND,
        COLUMN,
        HAND;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An area of the file follows one on record.
     *
     * @param change merged or split
     * @param percent of the one on record that lies in the area of the file
     */
    record Link(Unit before, String change, Evidence evidence, int percent) {}

    private final List<Area> areas;
    private final List<Unit> present;
    private final Map<Long, MultiPolygon> boundaries;
    private final Map<Integer, List<Long>> byHand;
    private final Function<Unit, Area> ending;

    /** Areas on record by name, made when a column tells predecessors. */
    private @Nullable Map<String, List<Unit>> byName;

    /** Areas on record that something follows already. */
    private final Set<Long> linked = new HashSet<>();

    /**
     * @param areas compared already; those that end because of a link are added
     * @param present areas on record on the day
     * @param byHand ids of areas on record, by number of the feature that follows them; nothing but them follows
     * @param ending makes the entry of an area that ends
     */
    LinkGuess(
            List<Area> areas,
            List<Unit> present,
            Map<Long, MultiPolygon> boundaries,
            Map<Integer, List<Long>> byHand,
            Function<Unit, Area> ending) {
        this.areas = areas;
        this.present = present;
        this.boundaries = boundaries;
        this.byHand = byHand;
        this.ending = ending;
    }

    void find() {
        List<Area> beginning = areas.stream()
                .filter(area -> area.status == Status.ADDED || area.status == Status.CHANGED)
                .filter(area -> area.geometry != null && !area.refused())
                .toList();
        Map<Area, Set<Unit>> said = new LinkedHashMap<>();
        for (Area area : beginning) {
            Set<Unit> units = byHand.containsKey(area.number) ? chosen(area) : named(area);
            if (!units.isEmpty() || byHand.containsKey(area.number)) {
                said.put(area, units);
            }
        }
        Map<Long, Integer> followers = new HashMap<>();
        said.values().forEach(units -> units.forEach(unit -> followers.merge(unit.id(), 1, Integer::sum)));
        AreasByPlace open =
                new AreasByPlace(beginning.stream().filter(area -> !said.containsKey(area)), area -> area.geometry);
        endWhatIsGone(open, followers.keySet());
        Set<Long> ended = unitIds(Status.ENDED);
        Set<Long> changed = unitIds(Status.CHANGED);
        said.forEach((area, units) -> units.forEach(
                unit -> say(area, unit, followers.getOrDefault(unit.id(), 0), ended.contains(unit.id()), changed)));
        areas.stream().filter(area -> area.status == Status.ENDED).forEach(area -> byGround(area, open));
        AreasByPlace redrawn = new AreasByPlace(
                areas.stream().filter(area -> area.status == Status.CHANGED && area.differences.contains("boundary")),
                area -> area.before == null ? null : boundaries.get(area.before.id()));
        open.all().stream().filter(area -> area.status == Status.ADDED).forEach(area -> splitOff(area, redrawn));
    }

    private Set<Long> unitIds(Status status) {
        return areas.stream()
                .filter(area -> area.status == status && area.before != null)
                .map(area -> Objects.requireNonNull(area.before).id())
                .collect(Collectors.toSet());
    }

    private Set<Unit> chosen(Area area) {
        Set<Long> ids = Set.copyOf(Objects.requireNonNull(byHand.get(area.number)));
        return present.stream().filter(unit -> ids.contains(unit.id())).collect(Collectors.toSet());
    }

    /** "Háng Páo; Nà Đoỏng và Xóm Nà Quan". */
    private Set<Unit> named(Area area) {
        if (area.followed.isBlank()) {
            return Set.of();
        }
        Set<Unit> units = new HashSet<>();
        for (String part : area.followed.split("[;,+\\n]| và ")) {
            String name = VietnameseText.fold(part);
            if (name.isEmpty()) {
                continue;
            }
            List<Unit> found = byName().getOrDefault(name, List.of()).stream()
                    .filter(unit -> area.commune == null || Objects.equals(unit.parentId(), area.commune.id()))
                    .toList();
            if (found.size() == 1) {
                units.add(found.get(0));
            } else {
                area.issues.add(Issue.remark("predecessor-unknown", area.middle(), part.strip()));
            }
        }
        return units;
    }

    private Map<String, List<Unit>> byName() {
        if (byName == null) {
            byName = new HashMap<>();
            for (Unit unit : present) {
                String own = VietnameseText.fold(AreaName.split(unit.fullName()).name());
                for (String name : Set.copyOf(List.of(unit.nameFolded(), own))) {
                    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(unit);
                }
            }
        }
        return byName;
    }

    /** In a file of a part of the commune an area on record ends when it is said to, or when new ones cover it. */
    private void endWhatIsGone(AreasByPlace open, Set<Long> named) {
        Set<Long> known = new HashSet<>();
        areas.stream()
                .filter(area -> area.before != null)
                .forEach(area -> known.add(Objects.requireNonNull(area.before).id()));
        for (Unit unit : present) {
            if (!known.contains(unit.id()) && (named.contains(unit.id()) || covered(unit, open))) {
                areas.add(ending.apply(unit));
            }
        }
    }

    private boolean covered(Unit unit, AreasByPlace open) {
        MultiPolygon ground = boundaries.get(unit.id());
        return ground != null
                && open.near(ground).stream()
                                .mapToDouble(area -> share(ground, area.geometry))
                                .sum()
                        >= COVERED;
    }

    private void say(Area area, Unit unit, int followers, boolean ended, Set<Long> changed) {
        if (area.before != null && area.before.id() == unit.id()) {
            return;
        }
        if (!ended && !changed.contains(unit.id())) {
            area.issues.add(Issue.remark("predecessor-stays", area.middle(), unit.fullName()));
            return;
        }
        link(
                area,
                new Link(
                        unit,
                        followers > 1 || !ended ? "split" : "merged",
                        byHand.containsKey(area.number) ? Evidence.HAND : Evidence.COLUMN,
                        percent(boundaries.get(unit.id()), area.geometry)));
    }

    private void byGround(Area gone, AreasByPlace open) {
        Unit unit = Objects.requireNonNull(gone.before);
        MultiPolygon ground = boundaries.get(unit.id());
        if (ground == null || linked.contains(unit.id())) {
            return;
        }
        for (Area area : open.near(ground)) {
            double share = share(ground, area.geometry);
            boolean inside = share > 0 && share(Objects.requireNonNull(area.geometry), ground) >= COVERED;
            if (share >= WORTH_TELLING || inside) {
                String change = share >= COVERED ? "merged" : "split";
                link(area, new Link(unit, change, Evidence.GROUND, (int) Math.round(100 * share)));
            }
        }
    }

    /** A new area on the ground of one that goes on, smaller. */
    private void splitOff(Area area, AreasByPlace redrawn) {
        MultiPolygon own = Objects.requireNonNull(area.geometry);
        for (Area other : redrawn.near(own)) {
            Unit unit = Objects.requireNonNull(other.before);
            MultiPolygon ground = boundaries.get(unit.id());
            if (share(own, ground) >= COVERED) {
                link(area, new Link(unit, "split", Evidence.GROUND, percent(ground, own)));
            }
        }
    }

    private void link(Area area, Link link) {
        area.links.add(link);
        linked.add(link.before().id());
    }

    private static int percent(@Nullable Geometry ground, @Nullable Geometry other) {
        return ground == null ? 0 : (int) Math.round(100 * share(ground, other));
    }

    /** How much of the ground lies in the other, 0 to 1. */
    private static double share(Geometry ground, @Nullable Geometry other) {
        if (other == null || !ground.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            return 0;
        }
        try {
            double shared = OverlayNGRobust.overlay(ground, other, OverlayNG.INTERSECTION)
                    .getArea();
            return shared / ground.getArea();
        } catch (TopologyException e) {
            return 0;
        }
    }
}
