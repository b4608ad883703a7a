package vn.anttmap.boundarychange;

import java.util.List;
import java.util.Optional;

/**
 * What a change would do.
 *
 * @param ending states that no longer hold from the day on, with the residential areas of communes
 * @param beginning states that hold from the day on; parents come before their parts
 */
record Outcome(List<Standing> ending, List<Draft> beginning, List<Concern> concerns) {

    Outcome {
        ending = List.copyOf(ending);
        beginning = List.copyOf(beginning);
        concerns = List.copyOf(concerns);
    }

    static Outcome refused(String key, String... values) {
        return new Outcome(List.of(), List.of(), List.of(Concern.refusal(key, values)));
    }

    boolean storable() {
        return !beginning.isEmpty() && concerns.stream().noneMatch(Concern::refuses);
    }

    Optional<Draft> draft(int number) {
        return beginning.stream().filter(draft -> draft.number() == number).findFirst();
    }
}
