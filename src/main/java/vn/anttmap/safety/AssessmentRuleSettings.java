package vn.anttmap.safety;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/** How an administrator corrects the windows and deadlines of a set. Past days stay judged by what was recorded then. */
@Service
public class AssessmentRuleSettings {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_DAYS = 366;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private final AssessmentRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssessmentRuleSettings(AssessmentRules rules, ApplicationEventPublisher events, Clock clock) {
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** Every member is needed. @param areaStart month and day as {@code 11-01} */
    public record WindowsDraft(
            @Nullable String areaStart,
            @Nullable String communeStart,
            @Nullable Boolean verified,
            @Nullable String source,
            @Nullable String reason) {}

    /** Either day or daysAfterWindow; every other member is needed. @param day month and day as {@code 03-31} */
    public record DeadlineDraft(
            @Nullable String day,
            @Nullable Integer daysAfterWindow,
            @Nullable Boolean verified,
            @Nullable String source,
            @Nullable String reason) {}

    /** One state of a set's windows. @param reason null for what came with the service */
    public record WindowsState(
            Instant changedAt, String changedBy, @Nullable String reason, SetWindows windows) {}

    /** One state of a deadline. @param reason null for what came with the service */
    public record DeadlineState(
            Instant changedAt, String changedBy, @Nullable String reason, SetDeadline deadline) {}

    /**
     * Changes the windows of a set, from now on: of every year that is judged by it, but not as of a past day.
     *
     * @param basedOn version the caller has seen; not needed where nothing changes
     * @throws UserProblem if the account may not, a value is wrong, there is no such set, or somebody else was faster
     */
    @Transactional
    public SetWindows putWindows(AccountView account, String set, WindowsDraft draft, @Nullable Long basedOn) {
        account.require(Right.ADMINISTER);
        SetWindows present = rules.windows(set).orElseThrow(() -> unknown(set));
        MonthDay areaStart = day("areaStart", draft.areaStart());
        MonthDay communeStart = day("communeStart", draft.communeStart());
        SetWindows wanted = SetWindows.of(
                areaStart,
                communeStart,
                present("verified", draft.verified()),
                GivenText.required("source", draft.source(), LONGEST_TEXT),
                present.version() + 1);
        String reason = GivenText.required("reason", draft.reason(), LONGEST_TEXT);
        if (wanted.saysTheSame(present)) {
            return present;
        }
        requireVersion(present.version(), basedOn, present);
        List<AssessmentRules.State<SetWindows>> before = rules.windowHistory(set);
        if (!rules.change(set, wanted, signed(account, reason, before))) {
            throw changed(rules.windows(set).orElseThrow());
        }
        events.publishEvent(new CriterionChanged(account, set + " windows", false));
        return wanted;
    }

    /**
     * Changes until when a step is due; see {@link #putWindows}.
     *
     * @throws UserProblem also if the set has no deadline for this step
     */
    @Transactional
    public SetDeadline putDeadline(
            AccountView account, String set, SafetyStatus status, DeadlineDraft draft, @Nullable Long basedOn) {
        account.require(Right.ADMINISTER);
        SetDeadline present = rules.deadline(set, status).orElseThrow(() -> unknown(set + " " + status.key()));
        SetDeadline wanted = checked(status, draft, present.version() + 1);
        String reason = GivenText.required("reason", draft.reason(), LONGEST_TEXT);
        if (wanted.saysTheSame(present)) {
            return present;
        }
        requireVersion(present.version(), basedOn, present);
        List<AssessmentRules.State<SetDeadline>> before = rules.deadlineHistory(set, status);
        if (!rules.change(set, wanted, signed(account, reason, before))) {
            throw changed(rules.deadline(set, status).orElseThrow());
        }
        events.publishEvent(new CriterionChanged(account, set + " deadline " + status.key(), false));
        return wanted;
    }

    /** Everything the windows of a set ever said, oldest first; what was delivered is signed by {@code system}. */
    @Transactional(readOnly = true)
    public List<WindowsState> windowHistory(AccountView account, String set) {
        account.require(Right.ADMINISTER);
        List<AssessmentRules.State<SetWindows>> states = rules.windowHistory(set);
        if (states.isEmpty()) {
            throw unknown(set);
        }
        return states.stream()
                .map(state -> new WindowsState(
                        state.signed().at(), state.signed().by(), state.signed().reason(), state.content()))
                .toList();
    }

    /** Everything a deadline ever said, oldest first; what was delivered is signed by {@code system}. */
    @Transactional(readOnly = true)
    public List<DeadlineState> deadlineHistory(AccountView account, String set, SafetyStatus status) {
        account.require(Right.ADMINISTER);
        List<AssessmentRules.State<SetDeadline>> states = rules.deadlineHistory(set, status);
        if (states.isEmpty()) {
            throw unknown(set + " " + status.key());
        }
        return states.stream()
                .map(state -> new DeadlineState(
                        state.signed().at(), state.signed().by(), state.signed().reason(), state.content()))
                .toList();
    }

    private static SetDeadline checked(SafetyStatus status, DeadlineDraft draft, long version) {
        String given = GivenText.optional("day", draft.day(), LONGEST_TEXT);
        Integer days = draft.daysAfterWindow();
        if ((given == null) == (days == null)) {
            throw UserProblem.of(Kind.INVALID, "deadline-either-way")
                    .at(given == null ? "day" : "daysAfterWindow", days);
        }
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "daysAfterWindow", 0, MOST_DAYS)
                    .at("daysAfterWindow", days);
        }
        return new SetDeadline(
                status.key(),
                given == null ? null : SetWindows.text(day("day", given)),
                days,
                present("verified", draft.verified()),
                GivenText.required("source", draft.source(), LONGEST_TEXT),
                version);
    }

    /** A day that every year has. */
    private static MonthDay day(String field, @Nullable String given) {
        String text = GivenText.required(field, given, LONGEST_TEXT);
        Optional<MonthDay> day;
        try {
            day = Optional.of(MonthDay.parse("--" + text));
        } catch (DateTimeException e) {
            day = Optional.empty();
        }
        return day.filter(found -> !found.equals(LEAP_DAY))
                .orElseThrow(() -> UserProblem.of(Kind.INVALID, "day-of-year-invalid", field, text)
                        .at(field, text));
    }

    /** Never before the state that it follows, should the clock go back. */
    private <T> AssessmentRules.Signed signed(
            AccountView account, String reason, List<AssessmentRules.State<T>> before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // What came with the service holds for every day before, whenever it was installed.
        Instant last =
                before.size() < 2 ? now : before.get(before.size() - 1).signed().at();
        return new AssessmentRules.Signed(now.isBefore(last) ? last : now, account.username(), reason);
    }

    private static void requireVersion(long version, @Nullable Long basedOn, Object current) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", version);
        }
        if (basedOn != version) {
            throw changed(current);
        }
    }

    private static UserProblem changed(Object current) {
        return UserProblem.of(Kind.STALE, "assessment-rule-changed").with("current", current);
    }

    private static UserProblem unknown(String what) {
        return UserProblem.of(Kind.NOT_FOUND, "assessment-rule-unknown", what);
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }
}
