package vn.anttmap.boundarychange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change is worked out on.
 *
 * @param units those that the wish names and all of their level that lie near
 * @param children residential areas of communes, by commune; empty for other levels
 * @param heirs for each unit above that does not hold any more on the day, such as a district since July 2025, the one above
 *     it that does
 */
record Scene(List<Standing> units, Map<Long, List<Standing>> children, Map<Long, Long> heirs) {

    Optional<Standing> find(long id) {
        return units.stream().filter(standing -> standing.id() == id).findFirst();
    }

    List<Standing> children(long id) {
        return children.getOrDefault(id, List.of());
    }

    Optional<Standing> child(long id) {
        return children.values().stream()
                .flatMap(List::stream)
                .filter(standing -> standing.id() == id)
                .findFirst();
    }
}
