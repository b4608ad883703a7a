package vn.anttmap.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.incident.IncidentComparison;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentFilter;
import vn.anttmap.incident.LatestMarks;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.safety.OverdueSteps;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.safety.SafetyYear;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.VietnamTime;

/** Puts a leader's first page together, under the account's territory and rights. */
@Service
public class Overviews {

    private static final int LATEST_AREAS = 10;

    private final Territory territory;
    private final SafetyAssessments assessments;
    private final IncidentComparison comparison;
    private final IncidentCounts counts;
    private final LatestMarks latestMarks;
    private final RegisterCoverage coverage;
    private final Trends trends;
    private final OverdueSteps overdue;
    private final Clock clock;

    Overviews(
            Territory territory,
            SafetyAssessments assessments,
            IncidentComparison comparison,
            IncidentCounts counts,
            LatestMarks latestMarks,
            RegisterCoverage coverage,
            Trends trends,
            OverdueSteps overdue,
            Clock clock) {
        this.territory = territory;
        this.assessments = assessments;
        this.comparison = comparison;
        this.counts = counts;
        this.latestMarks = latestMarks;
        this.coverage = coverage;
        this.trends = trends;
        this.overdue = overdue;
        this.clock = clock;
    }

    /**
     * @throws UserProblem if the account may not read figures or does not see the unit, if the period ends before it
     *     begins, or if nothing could be assessed in the year
     */
    @Transactional(readOnly = true)
    public Overview of(AccountView account, OverviewQuestion question, Locale locale) {
        account.require(Right.READ_MAP);
        LocalDate today = VietnamTime.today(clock);
        LocalDate to = question.to() == null ? lastDay(account, today) : question.to();
        LocalDate from = question.from() == null ? to.withDayOfYear(1) : question.from();
        if (from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
        LocalDate day = question.boundaryDay() == null ? to : question.boundaryDay();
        Ground ground = question.within() == null ? null : territory.ground(account, question.within(), day);
        SafetyYear year = assessments.statuses(
                account, question.year() == null ? to.getYear() : question.year(), titleDay(question, to), locale);
        IncidentFilter filter = IncidentFilter.period(from, to).within(ground);
        return new Overview(
                ground == null ? null : ground.unit().ref(),
                from,
                to,
                day,
                today,
                counts.leavesOutRestricted(account),
                comparison.of(account, filter, from, to),
                TitleFigures.titles(year, ground),
                TitleFigures.late(overdue.of(year, today), ground),
                trends.of(account, ground, from, to, day),
                latestMarks.byArea(account, filter, LATEST_AREAS, locale));
    }

    /** The last day with data, so that the first look is not at an empty period. */
    private LocalDate lastDay(AccountView account, LocalDate today) {
        return coverage.newest(account)
                .map(RegisterCoverage.Period::to)
                .filter(last -> last.isBefore(today))
                .orElse(today);
    }

    /** The areas of the day asked for or the period's last; of another year, those that the year itself is about. */
    private static @Nullable LocalDate titleDay(OverviewQuestion question, LocalDate to) {
        Integer year = question.year();
        if (question.boundaryDay() != null) {
            return question.boundaryDay();
        }
        return year == null || year == to.getYear() ? to : null;
    }

    static boolean isOn(@Nullable Ground ground, long unitId) {
        return ground == null || ground.contains(unitId);
    }

    /** Largest first, as people read them. */
    static <T> List<T> first(List<T> all, int number) {
        return List.copyOf(all.subList(0, Math.min(number, all.size())));
    }
}
