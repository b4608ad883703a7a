package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.TestDraft;

/** The handling of an incident: its order, who did each step, and the reasons that a closed record asks for. */
@RecordApplicationEvents
abstract class IncidentStepsContract extends IncidentContract {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

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

    AccountView colleague;
    UUID id;
    TestDraft mark;

    @BeforeEach
    void aNewMark() {
        colleague = officer("colleague", OLD_TOWN);
        id = UUID.randomUUID();
        mark = TestDraft.at(inside(BLOCK_1), "2021-03-01T08:00:00+07:00");
        put(officer, id, mark, null);
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
        put(colleague, id, mark.state(IncidentState.VERIFYING), 0L);
        put(officer, id, mark.state(IncidentState.VERIFYING).note("hai xe"), 1L);
        TestDraft given = mark.state(IncidentState.TRANSFERRED).note("hai xe").handledBy(HandlingLevel.PROVINCE);
        put(colleague, id, given.because("vượt thẩm quyền cấp xã"), 2L);
        put(officer, id, given.state(IncidentState.VERIFYING).because("tỉnh trả lại hồ sơ"), 3L);

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
        put(officer, id, mark.state(IncidentState.RESOLVED), 0L);

        UserProblem problem = problemOf(
                () -> put(officer, id, mark.state(IncidentState.NOT_A_CASE).because("nhầm"), 1L));

        assertThat(problem.key()).isEqualTo("state-step-not-allowed");
        assertThat(problem.kind()).isEqualTo(UserProblem.Kind.CONFLICT);
        assertThat(problem.extras()).containsEntry("allowed", List.of("verifying"));
        assertThat(register.get(officer, id, VI).state()).isEqualTo("resolved");
    }

    @Test
    void aCorrectionThatDoesNotNameTheStateLeavesItAsItIs() {
        put(officer, id, mark.state(IncidentState.VERIFYING), 0L);

        put(officer, id, mark.note("hai xe"), 1L);

        assertThat(register.get(officer, id, VI).state()).isEqualTo("verifying");
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "TRANSFERRED", "NOT_A_CASE"})
    void aClosedRecordIsChangedOrTakenBackForAReasonOnly(IncidentState closed) {
        put(officer, id, mark.state(closed), 0L);
        TestDraft changed = mark.state(closed).note("hai xe");

        assertThat(problemOf(() -> put(officer, id, changed, 1L)).key()).isEqualTo("reason-needed");
        UserProblem refused = problemOf(() -> put(officer, id, changed.because("  "), 1L));
        assertThat(refused.kind()).isEqualTo(UserProblem.Kind.UNPROCESSABLE);
        assertThat(problemOf(() -> register.withdraw(officer, id, 1L, VI)).key())
                .isEqualTo("reason-needed");
        assertThat(register.get(officer, id, VI).version()).isEqualTo(1);

        put(officer, id, changed.because("bổ sung ghi chú"), 1L);
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
        put(officer, id, mark.note("một").because("vì vậy"), 0L);
        put(officer, id, mark.note("hai"), 1L);

        assertThat(history.of(officer, id, VI))
                .extracting(IncidentHistory.Entry::reason)
                .containsExactly(null, "vì vậy", null);
    }

    @Test
    void aReasonTooLongIsRefused() {
        assertThat(problemOf(() -> put(officer, id, mark.note("hai xe").because("x".repeat(501)), 0L))
                        .key())
                .isEqualTo("text-too-long");
    }

    @Test
    void aReasonIsReadByThoseWhoReadNotesOnly() {
        put(officer, id, mark.note("hai xe").because("gọi nhầm tên"), 0L);
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
        assertThat(problemOf(() -> put(leader(OLD_TOWN), id, mark.state(IncidentState.VERIFYING), 0L))
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
        long area = unit(BLOCK_1);
        int before = counts.byUnit(officer, UnitLevel.RESIDENTIAL_AREA, day).get(area);
        int total = counts.split(officer, UnitLevel.RESIDENTIAL_AREA, day).total();

        put(officer, id, mark.state(IncidentState.NOT_A_CASE), 0L);

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
}
