package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiLineString;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.exchange.territoryimport.CountEffect.AreaCount;
import vn.anttmap.exchange.territoryimport.CountEffect.Effect;
import vn.anttmap.exchange.territoryimport.CountEffect.MoveCount;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.incident.MovedBoundaries.Move;
import vn.anttmap.incident.MovedRoads;

/** What a file of roads would do to the numbers of incidents. A road is the same before and after where it goes on. */
final class RoadEffect {

    private final Map<Object, RoadDraft> byKey = new HashMap<>();
    private final Set<Long> ending = new HashSet<>();
    private final List<MultiLineString> ended = new ArrayList<>();
    private final Map<Object, MultiLineString> begins = new HashMap<>();

    /** @param courses of the roads on record, by id */
    RoadEffect(List<RoadDraft> roads, Map<Long, MultiLineString> courses) {
        for (RoadDraft road : roads) {
            boolean moves = road.status == Status.ADDED
                    || road.status == Status.ENDED
                    || road.status == Status.CHANGED && road.differences.contains("course");
            if (moves) {
                add(road, courses);
            }
        }
    }

    private void add(RoadDraft road, Map<Long, MultiLineString> courses) {
        Object key = road.before == null ? "new " + road.number : Long.valueOf(road.before.id());
        byKey.put(key, road);
        if (road.before != null) {
            ending.add(road.before.id());
            MultiLineString course = courses.get(road.before.id());
            if (course != null) {
                ended.add(course);
            }
        }
        if (road.status != Status.ENDED && road.course != null) {
            begins.put(key, road.course);
        }
    }

    Effect of(AccountView account, LocalDate day, MovedRoads incidents) {
        MovedRoads.Effect found = incidents.effect(account, day, ending, ended, begins);
        Map<Object, Integer> now = new HashMap<>();
        Map<Object, Integer> then = new HashMap<>();
        List<MoveCount> told = new ArrayList<>();
        int moving = 0;
        for (Map.Entry<Move, Integer> entry : found.moves().entrySet()) {
            Move move = entry.getKey();
            int count = entry.getValue();
            if (move.from() != null) {
                now.merge(move.from(), count, Integer::sum);
            }
            if (move.to() != null) {
                then.merge(move.to(), count, Integer::sum);
            }
            if (!Objects.equals(move.from(), move.to())) {
                moving += count;
                told.add(new MoveCount(before(move.from(), found.names()), after(move.to(), found.names()), count));
            }
        }
        told.sort(Comparator.comparingInt(MoveCount::count).reversed().thenComparing(String::valueOf));
        return new Effect(moving, counts(now, then), told);
    }

    /** Roads whose number differs. */
    private List<AreaCount> counts(Map<Object, Integer> now, Map<Object, Integer> then) {
        Map<String, AreaCount> counts = new TreeMap<>();
        byKey.forEach((key, road) -> {
            Integer before = road.before == null ? null : now.getOrDefault(key, 0);
            Integer after = road.status == Status.ENDED ? null : then.getOrDefault(key, 0);
            if (!Objects.requireNonNullElse(before, 0).equals(Objects.requireNonNullElse(after, 0))) {
                counts.put(String.valueOf(key), new AreaCount(road.words.name(), before, after));
            }
        });
        List<AreaCount> sorted = new ArrayList<>(counts.values());
        sorted.sort(Comparator.comparing(AreaCount::name, VietnameseText.collator()));
        return sorted;
    }

    private @Nullable String before(@Nullable Object key, Map<Long, String> names) {
        return key == null ? null : names.getOrDefault(key, "?");
    }

    private @Nullable String after(@Nullable Object key, Map<Long, String> names) {
        RoadDraft road = key == null ? null : byKey.get(key);
        return road != null ? road.words.name() : before(key, names);
    }
}
