package vn.anttmap.exchange.territoryimport;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.territory.NewState.Follows;

/**
 * What will be stored, as it is kept between the look and the decision.
 *
 * @param ending ids of the states that end
 */
record Plan(List<State> states, List<Long> ending) {

    /**
     * A state that will begin.
     *
     * @param follows id of the state it continues; null where the area is new
     * @param change renamed, moved or continued
     * @param boundary EPSG:4326; null where that of the state before stays
     * @param links states that it follows beside that one, by merger or split
     */
    record State(
            int number,
            String kind,
            @Nullable String code,
            String name,
            String fullName,
            long communeId,
            @Nullable Long follows,
            @Nullable String change,
            @Nullable Integer households,
            @Nullable Integer population,
            @Nullable MultiPolygon boundary,
            List<Follows> links) {}

    /** An area that changes ends and begins, and counts once. */
    int size() {
        Set<Long> followed =
                states.stream().map(State::follows).filter(Objects::nonNull).collect(Collectors.toSet());
        return states.size()
                + (int) ending.stream().filter(id -> !followed.contains(id)).count();
    }
}
