package vn.anttmap.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores units and roads. */
@Service
public class TerritoryEditor {

    private final TerritorialUnitRepository units;
    private final RoadSegmentRepository roads;
    private final TerritoryState state;
    private final TerritoryIndexes indexes;

    TerritoryEditor(
            TerritorialUnitRepository units,
            RoadSegmentRepository roads,
            TerritoryState state,
            TerritoryIndexes indexes) {
        this.units = units;
        this.roads = roads;
        this.state = state;
        this.indexes = indexes;
    }

    /**
     * Stores units in one transaction.
     *
     * @param newUnits in any order; parents and predecessors must be among them
     * @return ids by key
     * @throws IllegalArgumentException if a parent or predecessor is not among them
     */
    @Transactional
    public Map<String, Long> addUnits(Collection<NewUnit> newUnits) {
        Map<String, NewUnit> byKey = new HashMap<>();
        newUnits.forEach(unit -> byKey.put(unit.key(), unit));
        Map<String, TerritorialUnit> stored = new HashMap<>();
        newUnits.forEach(unit -> store(unit, byKey, stored));
        units.flush();
        for (NewUnit unit : newUnits) {
            for (NewUnit.Predecessor predecessor : unit.predecessors()) {
                state.link(new TerritoryState.Succession(
                        require(stored, predecessor.key()).id(),
                        require(stored, unit.key()).id(),
                        predecessor.change()));
            }
        }
        indexes.changedHere();
        Map<String, Long> ids = new HashMap<>();
        stored.forEach((key, unit) -> ids.put(key, unit.id()));
        return ids;
    }

    /**
     * As {@link #addUnits}, beside what is on record: a unit whose key is known is left as it is, and parents may be on
     * record.
     */
    @Transactional
    public Map<String, Long> addMissing(Collection<NewUnit> newUnits) {
        Set<String> keys = new HashSet<>();
        for (NewUnit unit : newUnits) {
            keys.add(unit.key());
            if (unit.parentKey() != null) {
                keys.add(unit.parentKey());
            }
        }
        Map<String, TerritorialUnit> stored = new HashMap<>();
        units.findByUnitKeyIn(keys).forEach(unit -> stored.put(unit.view().key(), unit));
        Map<String, NewUnit> byKey = new HashMap<>();
        newUnits.forEach(unit -> byKey.put(unit.key(), unit));
        newUnits.forEach(unit -> store(unit, byKey, stored));
        units.flush();
        indexes.changedHere();
        Map<String, Long> ids = new HashMap<>();
        stored.forEach((key, unit) -> ids.put(key, unit.id()));
        return ids;
    }

    @Transactional
    public void addRoadSegments(Collection<NewRoadSegment> segments) {
        segments.forEach(segment -> roads.save(new RoadSegment(segment)));
        roads.flush();
        indexes.changedHere();
    }

    private TerritorialUnit store(NewUnit unit, Map<String, NewUnit> byKey, Map<String, TerritorialUnit> stored) {
        TerritorialUnit present = stored.get(unit.key());
        if (present != null) {
            return present;
        }
        TerritorialUnit parent = null;
        if (unit.parentKey() != null) {
            TerritorialUnit above = stored.get(unit.parentKey());
            parent = above != null ? above : store(require(byKey, unit.parentKey()), byKey, stored);
        }
        TerritorialUnit saved = units.save(new TerritorialUnit(unit, parent));
        stored.put(unit.key(), saved);
        return saved;
    }

    private static <T> T require(Map<String, T> byKey, String key) {
        T value = byKey.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no unit with key " + key);
        }
        return value;
    }
}
