package vn.anttmap.territory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;

/** Works out an account's jurisdiction; the one place that does. */
@Component
public class Jurisdictions {

    private static final int MOST_REMEMBERED = 1_000;

    private final TerritoryIndexes indexes;
    private final Map<Key, Jurisdiction> remembered = new ConcurrentHashMap<>();

    private record Key(long revision, Set<Long> namedUnitIds) {}

    Jurisdictions(TerritoryIndexes indexes) {
        this.indexes = indexes;
    }

    public Jurisdiction of(AccountView account) {
        if (account.wholeCountry()) {
            return new Jurisdiction(true, Set.of(), Set.of());
        }
        TerritoryIndex index = indexes.recent();
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(
                new Key(index.revision(), Set.copyOf(account.namedUnitIds())),
                key -> closure(index, key.namedUnitIds()));
    }

    /** What units come to with their parts and whatever follows them. */
    static Jurisdiction closure(TerritoryIndex index, Set<Long> named) {
        Set<Long> reached = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(named);
        while (!open.isEmpty()) {
            long id = open.pop();
            if (reached.add(id)) {
                index.children(id).forEach(child -> open.push(child.id()));
                // Who gets a part of another's ground does not come under whoever looks after that one.
                index.successors(id).stream()
                        .filter(TerritoryIndex.Link::whole)
                        .forEach(successor -> open.push(successor.unit().id()));
            }
        }
        Set<Long> communes = reached.stream()
                .filter(id -> index.find(id)
                        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
                        .isPresent())
                .collect(Collectors.toSet());
        return new Jurisdiction(false, reached, communes);
    }
}
