package vn.anttmap.boundarychange;

import java.util.Map;
import java.util.UUID;
import vn.anttmap.incident.MovedBoundaries.Effect;
import vn.anttmap.incident.MovedBoundaries.Move;
import vn.anttmap.territory.NewState;

/**
 * What a change would do.
 *
 * @param effect on the incidents of the units that change; areas are ids, those that begin {@link Begun}
 */
record ChangeLook(UUID id, ChangeWish wish, Outcome outcome, Effect effect) {

    /** A state that would begin, as a place for incidents. */
    record Begun(int number) {}

    int changes() {
        return outcome.ending().size() + outcome.beginning().size();
    }

    /** Incidents that would count in another unit; not those whose unit goes on under another name or boundary. */
    int moving() {
        return effect.moves().entrySet().stream()
                .filter(entry -> !goesOn(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private boolean goesOn(Move move) {
        return move.to() instanceof Begun begun
                && outcome.draft(begun.number()).stream()
                        .flatMap(draft -> draft.follows().stream())
                        .anyMatch(link ->
                                Long.valueOf(link.unitId()).equals(move.from()) && NewState.isSameUnit(link.change()));
    }

    /** Incidents of a state that would end. */
    int incidentsOf(Standing ending) {
        return effect.moves().entrySet().stream()
                .filter(entry -> Long.valueOf(ending.id()).equals(entry.getKey().from()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Incidents of a state that would begin. */
    int incidentsOf(Draft beginning) {
        return effect.moves().entrySet().stream()
                .filter(entry ->
                        new Begun(beginning.number()).equals(entry.getKey().to()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Incidents that would lie in no area any more. */
    int lost() {
        return effect.moves().entrySet().stream()
                .filter(entry -> lost(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static boolean lost(Move move) {
        return move.from() != null && move.to() == null;
    }
}
