package vn.anttmap.boundarychange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.territory.NewState.Follows;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.TestIndex;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.Validity;

/** Communes and residential areas without a database: plans are carried out on maps, as the service does it on tables. */
final class PaperTerritory {

    private Map<Long, Standing> states = new LinkedHashMap<>();
    private List<TestIndex.Link> links = new ArrayList<>();
    private final List<Memory> before = new ArrayList<>();
    private long lastId;
    private @Nullable TestIndex index;

    private record Memory(Map<Long, Standing> states, List<TestIndex.Link> links) {}

    /** @return id */
    long add(String name, UnitLevel level, @Nullable Long parentId, MultiPolygon boundary) {
        UnitKind kind = level == UnitLevel.COMMUNE ? UnitKind.XA : UnitKind.THON;
        return store(
                "%03d".formatted(lastId),
                level,
                kind,
                null,
                name,
                parentId,
                Validity.ALWAYS,
                null,
                List.of(),
                boundary);
    }

    private long store(
            String key,
            UnitLevel level,
            UnitKind kind,
            @Nullable String code,
            String name,
            @Nullable Long parentId,
            Validity validity,
            @Nullable Double officialAreaSqKm,
            List<Population> population,
            MultiPolygon boundary) {
        long id = ++lastId;
        Unit unit = new Unit(
                id,
                key,
                level,
                kind,
                code,
                name,
                name,
                name,
                parentId,
                validity,
                null,
                null,
                officialAreaSqKm,
                null,
                GeodesicMeasure.areaSqKm(boundary),
                null,
                null,
                population,
                true,
                null,
                Extent.of(boundary));
        states.put(id, new Standing(unit, boundary));
        index = null;
        return id;
    }

    List<Standing> standing(UnitLevel level) {
        return states.values().stream()
                .filter(state ->
                        state.unit().level() == level && state.unit().validity().to() == null)
                .toList();
    }

    Scene scene(UnitLevel level) {
        return new Scene(
                standing(level),
                level == UnitLevel.RESIDENTIAL_AREA
                        ? Map.of()
                        : standing(UnitLevel.RESIDENTIAL_AREA).stream()
                                .collect(Collectors.groupingBy(
                                        child -> child.unit().parentId())),
                Map.of());
    }

    void carryOut(LocalDate day, Outcome outcome) {
        before.add(new Memory(new LinkedHashMap<>(states), new ArrayList<>(links)));
        for (Standing ends : outcome.ending()) {
            states.put(ends.id(), new Standing(until(ends.unit(), day), ends.boundary()));
        }
        Map<Integer, Long> ids = new HashMap<>();
        for (Draft draft : outcome.beginning()) {
            Long parent = draft.parentNumber() == null ? draft.parentId() : ids.get(draft.parentNumber());
            long id = store(
                    "change-%03d-%03d".formatted(before.size(), draft.number()),
                    draft.level(),
                    draft.kind(),
                    draft.code(),
                    draft.fullName(),
                    parent,
                    new Validity(day, null),
                    draft.officialAreaSqKm(),
                    draft.population(),
                    draft.boundary());
            ids.put(draft.number(), id);
            for (Follows follows : draft.follows()) {
                links.add(new TestIndex.Link(follows.unitId(), id, follows.change()));
            }
        }
        index = null;
    }

    /** Takes the last change back. */
    void takeBack() {
        Memory memory = before.remove(before.size() - 1);
        states = memory.states();
        links = memory.links();
        index = null;
    }

    int changes() {
        return before.size();
    }

    TestIndex index() {
        TestIndex built = index;
        if (built == null) {
            Map<Unit, MultiPolygon> boundaries = new LinkedHashMap<>();
            states.values().forEach(state -> boundaries.put(state.unit(), state.boundary()));
            built = new TestIndex(boundaries, links);
            index = built;
        }
        return built;
    }

    private static Unit until(Unit unit, LocalDate day) {
        return new Unit(
                unit.id(),
                unit.key(),
                unit.level(),
                unit.kind(),
                unit.code(),
                unit.name(),
                unit.fullName(),
                unit.nameFolded(),
                unit.parentId(),
                new Validity(unit.validity().from(), day),
                null,
                null,
                unit.officialAreaSqKm(),
                null,
                unit.measuredAreaSqKm(),
                null,
                null,
                unit.population(),
                unit.synthetic(),
                null,
                unit.extent());
    }
}
