package vn.anttmap.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/** The service's look-up index of states that a test made, without a database. */
public final class TestIndex {

    private final TerritoryIndex index;

    /** @param predecessor id of a state @param successor id of what follows it */
    public record Link(long predecessor, long successor, String change) {}

    /** @param boundaries by unit, EPSG:4326 */
    public TestIndex(Map<Unit, MultiPolygon> boundaries, Collection<Link> links) {
        index = new TerritoryIndex(
                1,
                boundaries.keySet(),
                boundaries.entrySet().stream()
                        .map(entry -> new TerritoryIndex.Boundary(entry.getKey(), entry.getValue()))
                        .toList(),
                List.of(),
                links.stream()
                        .map(link -> new TerritoryState.Succession(link.predecessor(), link.successor(), link.change()))
                        .toList());
    }

    /** States of any day that a place counts in. */
    public List<Unit> unitsAt(UnitLevel level, Point point) {
        return index.covering(level, point);
    }

    /** States of any day and level that something counts in which was put into a unit by hand. */
    public List<Unit> lineage(Unit unit, Point point) {
        return new Lineage(index, point).of(unit);
    }

    public Optional<Unit> find(long id) {
        return index.find(id);
    }
}
