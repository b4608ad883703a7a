package vn.anttmap.incident;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The incidents of a filter in groups that agree in category, severity, level, state and trọng án: one pass through the
 * database answers whatever is asked of any of these.
 */
public final class IncidentBreakdown {

    private final List<IncidentQueries.Group> groups;
    private final Function<List<IncidentQueries.Group>, IncidentSummary> sum;

    IncidentBreakdown(List<IncidentQueries.Group> groups, Function<List<IncidentQueries.Group>, IncidentSummary> sum) {
        this.groups = List.copyOf(groups);
        this.sum = sum;
    }

    /** All that the filter asked for. */
    public IncidentSummary all() {
        return sum.apply(groups);
    }

    public IncidentSummary in(IncidentState state) {
        return only(group -> group.state().equals(state.name()));
    }

    /** Trọng án. */
    public IncidentSummary majorCases() {
        return only(IncidentQueries.Group::majorCase);
    }

    /** @param category code */
    public IncidentSummary of(String category) {
        return only(group -> group.category().equals(category));
    }

    private IncidentSummary only(Predicate<IncidentQueries.Group> condition) {
        return sum.apply(groups.stream().filter(condition).toList());
    }
}
