package vn.anttmap.exchange.registertable;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.movement.EntryDraft;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Unit;

/**
 * One row, understood or not.
 *
 * @param number of the row in its file, from 1, the heading being a row as well
 * @param draft null where a problem stands in the way
 * @param unit the unit that the row belongs to; null where it was not understood
 * @param sameAsRow an earlier row that says just the same; null without one
 */
record RegisterRow(
        int number,
        @Nullable EntryDraft draft,
        @Nullable Unit unit,
        @Nullable Integer sameAsRow,
        List<Fault> faults) {

    RegisterRow {
        faults = List.copyOf(faults);
    }

    /**
     * Why a row cannot be stored.
     *
     * @param column key of the column at fault; null where the row as a whole is
     */
    record Fault(@Nullable String column, UserProblem problem) {}

    boolean storable() {
        return draft != null && faults.isEmpty();
    }

    RegisterRow sameAs(int earlier) {
        return new RegisterRow(number, draft, unit, earlier, faults);
    }

    RegisterRow refused(UserProblem problem) {
        return new RegisterRow(number, draft, unit, sameAsRow, List.of(new Fault(problem.parameter(), problem)));
    }
}
