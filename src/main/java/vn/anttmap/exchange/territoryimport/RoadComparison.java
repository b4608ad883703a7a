package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.MultiLineString;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.Road;

/** Tells which roads of the file are new, which are on record, and what of them differs. */
final class RoadComparison {

    /** About half a metre: less is the rounding of another program. */
    private static final double SAME_COURSE_DEGREES = 5e-6;

    private final List<Road> present;
    private final Map<Long, MultiLineString> courses;
    private final LocalDate day;

    /** @param present roads on record on the day, of the communes that the file is for */
    RoadComparison(List<Road> present, Map<Long, MultiLineString> courses, LocalDate day) {
        this.present = present;
        this.courses = courses;
        this.day = day;
    }

    /** @param complete whether what is not in the file ends; then it is added to the list */
    void compare(List<RoadDraft> roads, boolean complete) {
        refuseTwins(roads);
        Set<Long> taken = new HashSet<>();
        roads.forEach(road -> byName(road, taken));
        roads.stream().filter(road -> road.before == null && !road.refused()).forEach(road -> byCourse(road, taken));
        roads.forEach(this::judge);
        if (complete) {
            present.stream().filter(road -> !taken.contains(road.id())).forEach(road -> roads.add(ending(road)));
        }
    }

    /** A street may have several segments: where they begin and end tells them apart. */
    private static String key(String name, @Nullable String from, @Nullable String to) {
        return VietnameseText.fold(name) + "|" + VietnameseText.fold(Objects.requireNonNullElse(from, "")) + "|"
                + VietnameseText.fold(Objects.requireNonNullElse(to, ""));
    }

    private static void refuseTwins(List<RoadDraft> roads) {
        Map<String, RoadDraft> first = new HashMap<>();
        for (RoadDraft road : roads) {
            if (road.commune != null && !road.words.name().isBlank()) {
                RoadDraft twin = first.putIfAbsent(
                        road.commune.id() + ":" + key(road.words.name(), road.words.from(), road.words.to()), road);
                if (twin != null) {
                    road.issues.add(
                            Issue.refusal("twin", road.middle(), road.words.name(), String.valueOf(twin.number)));
                }
            }
        }
    }

    private void byName(RoadDraft road, Set<Long> taken) {
        String name = VietnameseText.fold(road.words.name());
        List<Road> named = present.stream()
                .filter(each -> !taken.contains(each.id()) && each.nameFolded().equals(name))
                .toList();
        List<Road> same = named.stream()
                .filter(each -> key(each.name(), each.fromDescription(), each.toDescription())
                        .equals(key(road.words.name(), road.words.from(), road.words.to())))
                .toList();
        if (same.size() == 1) {
            take(road, same.get(0), taken);
        } else if (named.size() == 1 && (road.words.from() == null || road.words.to() == null)) {
            take(road, named.get(0), taken);
        }
    }

    private void byCourse(RoadDraft road, Set<Long> taken) {
        present.stream()
                .filter(each -> !taken.contains(each.id()) && sameCourse(road.course, courses.get(each.id())))
                .findFirst()
                .ifPresent(each -> take(road, each, taken));
    }

    private static void take(RoadDraft road, Road before, Set<Long> taken) {
        road.before = before;
        taken.add(before.id());
    }

    private static boolean sameCourse(@Nullable MultiLineString one, @Nullable MultiLineString other) {
        return one != null
                && other != null
                && one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                && DiscreteHausdorffDistance.distance(one, other) <= SAME_COURSE_DEGREES;
    }

    private void judge(RoadDraft road) {
        Road before = road.before;
        if (before != null && !road.refused()) {
            differences(road, before);
            if (!road.differences.isEmpty()) {
                checkDay(road, before);
            }
        }
        road.status = road.refused()
                ? Status.REFUSED
                : before == null ? Status.ADDED : road.differences.isEmpty() ? Status.UNCHANGED : Status.CHANGED;
    }

    private void differences(RoadDraft road, Road before) {
        if (!sameCourse(road.course, courses.get(before.id()))) {
            road.differences.add("course");
        }
        if (!VietnameseText.fold(road.words.name()).equals(before.nameFolded())) {
            road.differences.add("name");
        }
        said(road, "from", road.words.from(), before.fromDescription());
        said(road, "to", road.words.to(), before.toDescription());
        said(road, "owner", road.words.owner(), before.owner());
        said(road, "founded", road.words.foundedOn(), before.foundedOn());
    }

    private static void said(RoadDraft road, String what, @Nullable Object now, @Nullable Object before) {
        if (now != null && !now.equals(before)) {
            road.differences.add(what);
        }
    }

    private void checkDay(RoadDraft road, Road before) {
        LocalDate from = before.validity().from();
        if (before.validity().to() != null) {
            road.issues.add(Issue.refusal("ends-already", road.middle(), before.name()));
        } else if (from != null && !from.isBefore(day)) {
            road.issues.add(Issue.refusal("begins-that-day", road.middle(), before.name()));
        }
    }

    private RoadDraft ending(Road road) {
        RoadDraft draft = new RoadDraft(
                0,
                new RoadDraft.Words(
                        road.name(), road.fromDescription(), road.toDescription(), road.owner(), road.foundedOn()),
                courses.get(road.id()),
                List.of());
        draft.before = road;
        checkDay(draft, road);
        draft.status = draft.refused() ? Status.REFUSED : Status.ENDED;
        return draft;
    }
}
