package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Compares a window's incidents with those of the window before, on the same territory. */
@Component
class SafetyHints {

    private final KnownRegister register;
    private final MessageSource messages;

    SafetyHints(KnownRegister register, MessageSource messages) {
        this.register = register;
        this.messages = messages;
    }

    /** Whether hints for this account leave something out because a category is restricted. */
    boolean leaveOutRestricted(AccountView account) {
        return register.leavesOutRestricted(account);
    }

    /** Figures of all areas of one level, fetched once. */
    final class Figures {

        private final AssessmentWindows.Window current;
        private final AssessmentWindows.Window previous;
        private final Map<Long, Integer> currentCounts;
        private final Map<Long, Integer> previousCounts;
        private final Map<Long, Integer> majorCases;
        private final RegisterCoverage.Calendar calendar;
        private final Locale locale;

        private Figures(
                AccountView account,
                UnitLevel level,
                AssessmentWindows.Window window,
                LocalDate boundaryDay,
                @Nullable LocalDate asOf,
                Locale locale) {
            this.current = window;
            this.previous = window.previous();
            this.locale = locale;
            this.calendar = register.calendar(account, asOf);
            IncidentCounts.Question question =
                    IncidentCounts.Question.period(current.from(), current.to(), boundaryDay);
            this.currentCounts = register.byUnit(account, level, question, asOf);
            this.majorCases = register.byUnit(account, level, question.majorCases(), asOf);
            this.previousCounts = register.byUnit(
                    account, level, IncidentCounts.Question.period(previous.from(), previous.to(), boundaryDay), asOf);
        }

        /** Not more incidents than in the window before: met; 0 and 0 is met; the comparison is marked "cần kiểm tra". */
        SafetyHint of(Unit unit) {
            Integer now = count(unit, current, currentCounts);
            Integer before = count(unit, previous, previousCounts);
            String verdict = now == null || before == null ? "insufficient_data" : now <= before ? "met" : "not_met";
            return new SafetyHint(
                    verdict,
                    new SafetyHint.Counted(current.from(), current.to(), now),
                    new SafetyHint.Counted(previous.from(), previous.to(), before),
                    count(unit, current, majorCases),
                    true,
                    messages.getMessage("label.hint." + verdict, new Object[] {now, before}, locale));
        }

        private @Nullable Integer count(Unit unit, AssessmentWindows.Window window, Map<Long, Integer> byUnit) {
            return calendar.covers(unit, window.from(), window.to()) ? byUnit.getOrDefault(unit.id(), 0) : null;
        }
    }

    /** @param asOf the past day at whose end the register is read; null for now */
    Figures figures(
            AccountView account,
            UnitLevel level,
            AssessmentWindows.Window window,
            LocalDate boundaryDay,
            @Nullable LocalDate asOf,
            Locale locale) {
        return new Figures(account, level, window, boundaryDay, asOf, locale);
    }
}
