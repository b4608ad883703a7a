package vn.anttmap.exchange.incidenttable;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.incident.IncidentDraft;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Unit;

/**
 * One row, understood or not.
 *
 * @param number of the row in its file, from 1, the heading being a row as well
 * @param draft null where a problem stands in the way
 * @param area the area that the row names; null where it gives coordinates, or nothing
 * @param unassigned the row says no place: the incident stands in its commune, and in no residential area
 * @param sameAsRow an earlier row that says just the same; null without one
 */
record TableRow(
        int number,
        @Nullable IncidentDraft draft,
        @Nullable Unit area,
        boolean unassigned,
        @Nullable Integer sameAsRow,
        List<RowProblem> problems) {

    TableRow {
        problems = List.copyOf(problems);
    }

    boolean storable() {
        return draft != null && problems.isEmpty();
    }

    String status() {
        if (!storable()) {
            return "error";
        }
        return unassigned ? "unassigned" : "ready";
    }

    TableRow sameAs(int earlier) {
        return new TableRow(number, draft, area, unassigned, earlier, problems);
    }

    TableRow refused(UserProblem problem) {
        return new TableRow(number, draft, area, unassigned, sameAsRow, List.of(new RowProblem(null, problem)));
    }
}
