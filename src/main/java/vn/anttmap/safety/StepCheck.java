package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/** Checks what came with a step, field by field, and says what to do about the first fault. */
final class StepCheck {

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_SIGNER = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_HOUSEHOLDS = 100_000;

    private static final Map<SafetyStatus, Set<String>> FACTS = Map.of(
            SafetyStatus.REGISTERED,
                    Set.of("resolutionNumber", "resolutionDate", "householdsTotal", "householdsRegistered"),
            SafetyStatus.SELF_ASSESSED, Set.of("meetingDate", "attendeesCount"),
            SafetyStatus.UNDER_REVIEW, Set.of("submittedOn", "appraisedOn"),
            SafetyStatus.RECOGNISED, Set.of("decisionNumber", "decisionDate", "signer", "certificateNumber"),
            SafetyStatus.NOT_RECOGNISED, Set.of("decisionNumber", "decisionDate", "reasons"),
            SafetyStatus.NOT_CONSIDERED, Set.of("reasons"));

    private StepCheck() {}

    record Checked(
            SafetyStatus status, StepFacts facts, @Nullable String note) {}

    /**
     * @param earlier what the year says already: a later count of households may come without their total
     * @param today in Vietnam
     * @throws UserProblem of kind INVALID naming the field
     */
    static Checked check(StepDraft draft, int year, YearHistory earlier, LocalDate today) {
        if (draft.status() == null) {
            throw invalid("field-missing", "status").at("status", null);
        }
        SafetyStatus status = SafetyStatus.ofKey(draft.status());
        StepFacts facts = new StepFacts(
                GivenText.optional("resolutionNumber", draft.resolutionNumber(), LONGEST_NUMBER),
                draft.resolutionDate(),
                draft.householdsTotal(),
                draft.householdsRegistered(),
                draft.meetingDate(),
                draft.attendeesCount(),
                draft.submittedOn(),
                draft.appraisedOn(),
                GivenText.optional("decisionNumber", draft.decisionNumber(), LONGEST_NUMBER),
                draft.decisionDate(),
                GivenText.optional("signer", draft.signer(), LONGEST_SIGNER),
                GivenText.optional("certificateNumber", draft.certificateNumber(), LONGEST_NUMBER),
                GivenText.optional("reasons", draft.reasons(), LONGEST_TEXT));
        String note = GivenText.optional("note", draft.note(), LONGEST_TEXT);
        LocalDate earliest = LocalDate.of(year - 1, 1, 1);
        facts.given().forEach((name, value) -> {
            if (!FACTS.getOrDefault(status, Set.of()).contains(name)) {
                throw invalid("fact-of-another-step", name, new MessageText("label.status." + status.key()))
                        .at(name, value);
            }
            if (value instanceof LocalDate day) {
                checkDay(name, day, earliest, today);
            } else if (value instanceof Integer number) {
                checkNumber(name, number);
            }
        });
        checkHouseholds(facts, earlier);
        checkOrder(facts, earlier);
        boolean decidedSo = earlier.status() == SafetyStatus.NOT_RECOGNISED;
        if (status == SafetyStatus.NOT_RECOGNISED && !decidedSo && facts.reasons() == null) {
            throw invalid("field-missing", "reasons").at("reasons", null);
        }
        return new Checked(status, facts, note);
    }

    private static void checkDay(String name, LocalDate day, LocalDate earliest, LocalDate today) {
        if (day.isAfter(today)) {
            throw invalid("register-day-in-future").at(name, day);
        }
        if (day.isBefore(earliest)) {
            throw invalid("register-day-invalid", earliest).at(name, day);
        }
    }

    private static void checkNumber(String name, int number) {
        int least = name.equals("householdsTotal") || name.equals("attendeesCount") ? 1 : 0;
        if (number < least || number > MOST_HOUSEHOLDS) {
            throw invalid("number-out-of-range", name, least, MOST_HOUSEHOLDS).at(name, number);
        }
    }

    private static void checkHouseholds(StepFacts facts, YearHistory earlier) {
        Integer total = facts.householdsTotal() != null ? facts.householdsTotal() : earlier.householdsTotal();
        Integer registered =
                facts.householdsRegistered() != null ? facts.householdsRegistered() : earlier.householdsRegistered();
        if (facts.householdsRegistered() != null && total == null) {
            throw invalid("field-missing", "householdsTotal").at("householdsTotal", null);
        }
        boolean given = facts.householdsTotal() != null || facts.householdsRegistered() != null;
        if (given && total != null && registered != null && registered > total) {
            throw invalid("households-more-than-all", registered, total).at("householdsRegistered", registered);
        }
    }

    private static void checkOrder(StepFacts facts, YearHistory earlier) {
        LocalDate appraised = facts.appraisedOn();
        LocalDate submitted = facts.submittedOn() != null
                ? facts.submittedOn()
                : earlier.latest(SafetyStatus.UNDER_REVIEW, StepFacts::submittedOn);
        if (appraised != null && submitted != null && appraised.isBefore(submitted)) {
            throw invalid("period-backwards", submitted, appraised).at("appraisedOn", appraised);
        }
    }

    private static UserProblem invalid(String key, Object... arguments) {
        return UserProblem.of(Kind.INVALID, key, arguments);
    }
}
