package vn.anttmap.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/**
 * Says whose figures are guarded, and what such an account may ask for. {@link IncidentScope} asks it, which every reading
 * of incidents passes: a guarded account gets what {@link GuardedCounts} publishes, and nothing else at all.
 */
@Component
public class FigureGuard {

    private final PrivacySettings settings;
    private final Clock clock;

    FigureGuard(PrivacySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the account gets published figures only. */
    public boolean guards(AccountView account) {
        return settings.smallestCount() > 0 && !account.has(Right.SEE_INCIDENT_POINTS);
    }

    /** Below this, numbers are withheld from guarded accounts; 0 where nothing is withheld from this one. */
    public int smallestCount(AccountView account) {
        return guards(account) ? settings.smallestCount() : 0;
    }

    /** @throws UserProblem of kind FORBIDDEN for a guarded account, saying what it may ask for */
    public void requireOpen(AccountView account) {
        if (guards(account)) {
            throw UserProblem.of(Kind.FORBIDDEN, "figures-guarded", periods());
        }
    }

    /** @throws UserProblem where a guarded account may not ask this, saying what it may ask */
    void check(IncidentCounts.Question question) {
        boolean narrowed = question.category() != null || question.severity() != null || question.majorCasesOnly();
        if (narrowed || !question.boundaryDay().equals(question.to())) {
            throw UserProblem.of(Kind.FORBIDDEN, "figures-guarded", periods());
        }
        // A period that still runs has another number each day: the difference is that day's.
        if (!whole(question.from(), question.to()) || !question.to().isBefore(VietnamTime.today(clock))) {
            throw UserProblem.of(Kind.INVALID, "period-guarded", periods()).at("from", question.from());
        }
    }

    private boolean whole(LocalDate from, LocalDate to) {
        return switch (settings.period()) {
            case MONTH ->
                from.getDayOfMonth() == 1 && to.equals(YearMonth.from(from).atEndOfMonth());
            case QUARTER ->
                from.getDayOfMonth() == 1
                        && from.getMonthValue() % 3 == 1
                        && to.equals(from.plusMonths(3).minusDays(1));
            case YEAR ->
                MonthDay.from(from).equals(settings.yearBegins())
                        && to.equals(
                                settings.yearBegins().atYear(from.getYear() + 1).minusDays(1));
        };
    }

    private MessageText periods() {
        return new MessageText(
                "label.privacy-period." + settings.period().name().toLowerCase(Locale.ROOT));
    }
}
