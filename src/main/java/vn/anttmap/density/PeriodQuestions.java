package vn.anttmap.density;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;

/** Makes of what a request says the question that is asked of the register. */
@Component
public class PeriodQuestions {

    private final IncidentCategories categories;
    private final Territory territory;

    PeriodQuestions(IncidentCategories categories, Territory territory) {
        this.categories = categories;
        this.territory = territory;
    }

    /**
     * @param from first calendar day in Vietnam
     * @param to last calendar day in Vietnam, included
     * @param boundaryDay the day whose areas are counted in; null for the last of the period
     * @param within a unit of any day: only what its territory comes to on the boundary day; null for all
     * @throws UserProblem if the period is backwards, or the account may not see the category or the unit
     */
    public IncidentCounts.Question of(
            AccountView account,
            LocalDate from,
            LocalDate to,
            @Nullable String category,
            @Nullable String severity,
            @Nullable LocalDate boundaryDay,
            @Nullable Long within) {
        if (from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
        categories.checkFilter(account, category, severity);
        LocalDate day = boundaryDay == null ? to : boundaryDay;
        Ground ground = within == null ? null : territory.ground(account, within, day);
        return new IncidentCounts.Question(from, to, category, severity, false, day, ground);
    }
}
