package vn.anttmap.exchange.territoryimport;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param boundary WKB in hexadecimal digits, EPSG:4326; null where that of the state before stays
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
            @Nullable String boundary) {}

    int size() {
        return states.size()
                + (int) ending.stream()
                        .filter(id -> states.stream().noneMatch(state -> id.equals(state.follows())))
                        .count();
    }
}
