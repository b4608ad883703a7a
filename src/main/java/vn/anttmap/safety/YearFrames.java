package vn.anttmap.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** What a unit's year is judged by and within which window. */
@Component
class YearFrames {

    private static final int FIRST_YEAR = 2008;

    private final Territory territory;
    private final AssessmentWindows windows;
    private final CriterionStates criteria;
    private final Clock clock;

    YearFrames(Territory territory, AssessmentWindows windows, CriterionStates criteria, Clock clock) {
        this.territory = territory;
        this.windows = windows;
        this.criteria = criteria;
        this.clock = clock;
    }

    /** @param states every state of every criterion of the set, oldest first */
    record Frame(
            Unit unit,
            int year,
            AssessmentWindows.Window window,
            List<CriterionStates.State> states,
            @Nullable String provinceCode) {

        /** The criteria at the end of a day; null for now. */
        List<CriterionStates.State> criteria(@Nullable LocalDate asOf) {
            return CriterionStates.holding(states, provinceCode, asOf == null ? null : YearHistory.endOf(asOf));
        }

        /** Those that must be met. */
        List<YearRules.Needed> needed() {
            return criteria(null).stream()
                    .filter(criterion -> !criterion.optional())
                    .map(CriterionStates.State::needed)
                    .toList();
        }
    }

    /** @throws UserProblem for a year that is not known, a unit that the account may not see, or one that is not assessed */
    Frame of(AccountView account, int year, long areaId) {
        return of(account, year, areaId, null);
    }

    /** @param asOf its window as it was recorded by the end of this day; null for now */
    Frame of(AccountView account, int year, long areaId, @Nullable LocalDate asOf) {
        checkYear(year);
        Unit unit = territory.get(account, areaId);
        if (unit.level() != UnitLevel.RESIDENTIAL_AREA && unit.level() != UnitLevel.COMMUNE) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "unit-not-assessed", unit.fullName());
        }
        AssessmentWindows.Window window = windows.of(unit.level(), year, asOf);
        CriterionSubject subject =
                unit.level() == UnitLevel.COMMUNE ? CriterionSubject.COMMUNE : CriterionSubject.RESIDENTIAL_AREA;
        return new Frame(
                unit,
                year,
                window,
                criteria.all(window.criteriaSet(), subject),
                territory.ancestor(unit, UnitLevel.PROVINCE).map(Unit::code).orElse(null));
    }

    boolean knows(int year) {
        return year >= FIRST_YEAR && year <= lastYear();
    }

    void checkYear(int year) {
        if (!knows(year)) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "year", FIRST_YEAR, lastYear())
                    .at("year", year);
        }
    }

    /** @throws UserProblem for a day that has not begun: what will have been recorded is not known */
    void checkAsOf(@Nullable LocalDate asOf) {
        if (asOf != null && asOf.isAfter(VietnamTime.today(clock))) {
            throw UserProblem.of(Kind.INVALID, "as-of-in-future", asOf).at("asOf", asOf);
        }
    }

    private int lastYear() {
        return VietnamTime.today(clock).getYear() + 1;
    }
}
