package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.TestDraft;

/** The handling of an incident: its order, who did each step, and the reasons that a closed record asks for. */
@RecordApplicationEvents
abstract class IncidentStepsContract extends DemoDataContract {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

    @Autowired
    IncidentRegister register;

    @Autowired
    IncidentHistory history;

    @Autowired
    IncidentSteps steps;

    @Autowired
    IncidentList list;

    @Autowired
    IncidentCounts counts;

    @Autowired
    ApplicationEvents events;

    AccountView officer;
    AccountView colleague;
    UUID id;
    TestDraft mark;

    @BeforeEach
    void aNewMark() {
        officer = officer("officer", OLD_TOWN);
        colleague = officer("colleague", OLD_TOWN);
        id = UUID.randomUUID();
        mark = TestDraft.at(inside("hamlet-15394-khu-pho-1-2020"), "2021-03-01T08:00:00+07:00");
        put(officer, mark, null);
    }

    @Test
    void aNewMarkIsReceivedAndOpen() {
        IncidentView read = register.get(officer, id, VI);

        assertThat(read.state()).isEqualTo("received");
        assertThat(read.closed()).isFalse();
        assertThat(steps.of(officer, id).next()).containsExactly("verifying", "resolved", "transferred", "not_a_case");
    }

    @Test
    void eachStepTellsWhoWhenAndWhyAndACorrectionIsNoStep() {
        put(colleague, mark.state(IncidentState.VERIFYING), 0L);
        put(officer, mark.state(IncidentState.VERIFYING).note("hai xe"), 1L);
        TestDraft given = mark.state(IncidentState.TRANSFERRED).note("hai xe").handledBy(HandlingLevel.PROVINCE);
        put(colleague, given.because("vượt thẩm quyền cấp xã"), 2L);
        put(officer, given.state(IncidentState.VERIFYING).because("tỉnh trả lại hồ sơ"), 3L);

        IncidentSteps.Steps taken = steps.of(officer, id);

        assertThat(taken.steps())
                .extracting(
                        IncidentSteps.Step::state,
                        IncidentSteps.Step::handlingLevel,
                        IncidentSteps.Step::changedBy,
                        IncidentSteps.Step::reason)
                .containsExactly(
                        tuple("received", "commune", officer.username(), null),
                        tuple("verifying", "commune", colleague.username(), null),
                        tuple("transferred", "province", colleague.username(), "vượt thẩm quyền cấp xã"),
                        tuple("verifying", "province", officer.username(), "tỉnh trả lại hồ sơ"));
        assertThat(taken.steps()).extracting(IncidentSteps.Step::changedAt).isSorted();
        assertThat(events.stream(IncidentsShown.class))
                .contains(new IncidentsShown(officer, List.of(id), false, true, "steps"));
        assertThat(history.of(officer, id, VI))
                .extracting(IncidentHistory.Entry::reason)
                .containsExactly(null, null, null, "vượt thẩm quyền cấp xã", "tỉnh trả lại hồ sơ");
    }

    @Test
    void aStepOutOfOrderIsRefused() {
        put(officer, mark.state(IncidentState.RESOLVED), 0L);

        UserProblem problem = problemOf(
                () -> put(officer, mark.state(IncidentState.NOT_A_CASE).because("nhầm"), 1L));

        assertThat(problem.key()).isEqualTo("state-step-not-allowed");
        assertThat(problem.kind()).isEqualTo(UserProblem.Kind.CONFLICT);
        assertThat(problem.extras()).containsEntry("allowed", List.of("verifying"));
        assertThat(register.get(officer, id, VI).state()).isEqualTo("resolved");
    }

    @Test
    void aCorrectionThatDoesNotNameTheStateLeavesItAsItIs() {
        put(officer, mark.state(IncidentState.VERIFYING), 0L);

        put(officer, mark.note("hai xe"), 1L);

        assertThat(register.get(officer, id, VI).state()).isEqualTo("verifying");
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "TRANSFERRED", "NOT_A_CASE"})
    void aClosedRecordIsChangedOrTakenBackForAReasonOnly(IncidentState closed) {
        put(officer, mark.state(closed), 0L);
        TestDraft changed = mark.state(closed).note("hai xe");

        assertThat(problemOf(() -> put(officer, changed, 1L)).key()).isEqualTo("reason-needed");
        UserProblem refused = problemOf(() -> put(officer, changed.because("  "), 1L));
        assertThat(refused.kind()).isEqualTo(UserProblem.Kind.UNPROCESSABLE);
        assertThat(problemOf(() -> register.withdraw(officer, id, 1L, VI)).key())
                .isEqualTo("reason-needed");
        assertThat(register.get(officer, id, VI).version()).isEqualTo(1);

        put(officer, changed.because("bổ sung ghi chú"), 1L);
        as(officer, () -> register.withdraw(officer, id, 2L, "ghi trùng", VI));
        assertThat(history.of(officer, id, VI))
                .extracting(IncidentHistory.Entry::reason)
                .containsExactly(null, null, "bổ sung ghi chú", "ghi trùng");
        assertThat(events.stream(IncidentWritten.class)
                        .filter(written -> written.incidentId().equals(id))
                        .map(IncidentWritten::reason))
                .containsExactly(null, null, "bổ sung ghi chú", "ghi trùng");
    }

    @Test
    void aReasonOfOneWriteDoesNotStickToTheNext() {
        put(officer, mark.note("một").because("vì vậy"), 0L);
        put(officer, mark.note("hai"), 1L);

        assertThat(history.of(officer, id, VI))
                .extracting(IncidentHistory.Entry::reason)
                .containsExactly(null, "vì vậy", null);
    }

    @Test
    void aReasonTooLongIsRefused() {
        assertThat(problemOf(() -> put(officer, mark.note("hai xe").because("x".repeat(501)), 0L))
                        .key())
                .isEqualTo("text-too-long");
    }

    @Test
    void aReasonIsReadByThoseWhoReadNotesOnly() {
        put(officer, mark.note("hai xe").because("gọi nhầm tên"), 0L);
        AccountView leader = leader(OLD_TOWN);

        assertThat(history.of(leader, id, VI))
                .extracting(IncidentHistory.Entry::reason)
                .containsOnlyNulls();
        assertThat(steps.of(leader, id).steps())
                .extracting(IncidentSteps.Step::reason)
                .containsOnlyNulls();
    }

    @Test
    void stepsAreOfferedToThoseWhoMayMarkOnly() {
        assertThat(steps.of(leader(OLD_TOWN), id).next()).isEmpty();
        assertThat(steps.of(planner(OLD_TOWN), id).next()).isEmpty();
        assertThat(problemOf(() -> put(leader(OLD_TOWN), mark.state(IncidentState.VERIFYING), 0L))
                        .kind())
                .isEqualTo(UserProblem.Kind.FORBIDDEN);
        assertThat(problemOf(() -> steps.of(officer("tra-linh", HUYEN_TRA_LINH), id))
                        .kind())
                .isEqualTo(UserProblem.Kind.NOT_FOUND);
        as(officer, () -> register.withdraw(officer, id, 0L, VI));
        assertThat(steps.of(officer, id).next()).isEmpty();
    }

    @Test
    void whatIsNoCaseCountsInNoFigureAndStaysInTheList() {
        IncidentCounts.Question day = IncidentCounts.Question.period(DAY, DAY, DAY);
        long area = unit("hamlet-15394-khu-pho-1-2020");
        int before = counts.byUnit(officer, UnitLevel.RESIDENTIAL_AREA, day).get(area);
        int total = counts.split(officer, UnitLevel.RESIDENTIAL_AREA, day).total();

        put(officer, mark.state(IncidentState.NOT_A_CASE), 0L);

        assertThat(counts.byUnit(officer, UnitLevel.RESIDENTIAL_AREA, day).getOrDefault(area, 0))
                .isEqualTo(before - 1);
        assertThat(counts.split(officer, UnitLevel.RESIDENTIAL_AREA, day).total())
                .isEqualTo(total - 1);
        assertThat(list.page(officer, IncidentFilter.period(DAY, DAY), null, 1_000, VI)
                        .incidents())
                .filteredOn(incident -> incident.id().equals(id))
                .extracting(IncidentView::state)
                .containsExactly("not_a_case");
    }

    private IncidentRegister.Stored put(AccountView account, TestDraft draft, Long basedOn) {
        return as(account, () -> register.put(account, id, draft.draft(), basedOn, VI));
    }

    /** Signs the account in for the call, so that the history knows who it was. */
    private static <T> T as(AccountView account, Supplier<T> call) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account.username(), null, List.of()));
        try {
            return call.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static UserProblem problemOf(ThrowingCallable call) {
        UserProblem[] thrown = new UserProblem[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(UserProblem.class, problem -> thrown[0] = problem);
        return thrown[0];
    }
}
