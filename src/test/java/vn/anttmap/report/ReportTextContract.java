package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;

/** The text that officers keep between reports. */
abstract class ReportTextContract extends DemoDataContract {

    private static final ReportPeriod JULY = period("2020-07-01", "2020-07-31");
    private static final ReportPeriod AUGUST = period("2020-08-01", "2020-08-31");

    @Autowired
    ReportTexts texts;

    @Autowired
    PeriodReports reports;

    @AfterEach
    void removeTheTexts() {
        for (String table : List.of("report_text_section", "report_text_version", "report_text")) {
            jdbc.execute("delete from " + table);
        }
    }

    @Test
    void anOfficerWritesAndLeadersAndPlannersRead() {
        ReportTextView written = put(officer(), JULY, Map.of("leadership", " Kiện toàn BCĐ 138. "), null);

        assertThat(written.version()).isEqualTo(1);
        assertThat(written.recordedBy()).isEqualTo("contract-officer");
        for (AccountView reader : List.of(leader(NEW_TOWN), planner(NEW_TOWN), officer())) {
            ReportTextView read = texts.get(reader, unit(NEW_TOWN), JULY);
            assertThat(read.texts()).containsExactly(Map.entry("leadership", "Kiện toàn BCĐ 138."));
            assertThat(read.mayWrite()).isEqualTo(reader.role() == Role.OFFICER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEADER", "PLANNER", "ADMINISTRATOR"})
    void otherRolesDoNotWrite(String role) {
        AccountView account = account("other", Role.valueOf(role), java.util.Set.of(), NEW_TOWN);

        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(account, JULY, Map.of("direction", "x"), null));
        assertThat(texts.get(officer(), unit(NEW_TOWN), JULY).version()).isZero();
    }

    @Test
    void administratorsDoNotReadEither() {
        AccountView account = account("admin", Role.ADMINISTRATOR, java.util.Set.of(), NEW_TOWN);

        assertProblem(UserProblem.Kind.FORBIDDEN, () -> texts.get(account, unit(NEW_TOWN), JULY));
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> texts.history(account, unit(NEW_TOWN), JULY));
    }

    @Test
    void anotherPlaceIsNotFound() {
        AccountView stranger = officer("stranger", HUYEN_TRA_LINH);

        assertProblem(UserProblem.Kind.NOT_FOUND, () -> put(stranger, JULY, Map.of("direction", "x"), null));
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> texts.get(stranger, unit(NEW_TOWN), JULY));
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> texts.history(stranger, unit(NEW_TOWN), JULY));
    }

    @Test
    void aChangeNeedsTheVersionItIsBasedOn() {
        put(officer(), JULY, Map.of("direction", "một"), null);

        assertProblem(UserProblem.Kind.VERSION_REQUIRED, () -> put(officer(), JULY, Map.of("direction", "hai"), null));
        assertThat(put(officer(), JULY, Map.of("direction", "hai"), 1L).version())
                .isEqualTo(2);
        assertThatThrownBy(() -> put(officer(), JULY, Map.of("direction", "ba"), 1L))
                .isInstanceOfSatisfying(UserProblem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(UserProblem.Kind.STALE);
                    assertThat(((ReportTextView) problem.extras().get("current")).texts())
                            .containsEntry("direction", "hai");
                });
    }

    @Test
    void theSameTextAgainChangesNothing() {
        put(officer(), JULY, Map.of("direction", "một", "tips", "  "), null);

        assertThat(put(officer(), JULY, Map.of("direction", "một"), null).version())
                .isEqualTo(1);
    }

    @Test
    void everyVersionIsKept() {
        put(officer(), JULY, Map.of("direction", "một"), null);
        put(officer("second", NEW_TOWN), JULY, Map.of("direction", "hai", "shortcomings", "còn ít tổ"), 1L);

        List<ReportTextView.Entry> history = texts.history(leader(NEW_TOWN), unit(NEW_TOWN), JULY);

        assertThat(history)
                .extracting(ReportTextView.Entry::recordedBy)
                .containsExactly("contract-officer", "contract-second");
        assertThat(history.get(0).texts()).containsExactly(Map.entry("direction", "một"));
        assertThat(history.get(1).texts()).hasSize(2);
    }

    @Test
    void theTextOfTheLastReportIsProposedForTheNext() {
        put(officer(), JULY, Map.of("direction", "một"), null);

        ReportTextView august = texts.get(officer(), unit(NEW_TOWN), AUGUST);

        assertThat(august.texts()).isEmpty();
        assertThat(august.proposal()).isNotNull();
        assertThat(august.proposal().from()).isEqualTo(JULY.from());
        assertThat(august.proposal().texts()).containsEntry("direction", "một");
        assertThat(texts.get(officer(), unit(NEW_TOWN), JULY).proposal()).isNull();
        assertThat(texts.get(officer("b", HUYEN_YEN_DINH), unit(HUYEN_YEN_DINH), AUGUST)
                        .proposal())
                .isNull();
    }

    @Test
    void theTextStandsInItsSectionOfTheReport() {
        put(officer(), JULY, Map.of("direction", "Tiếp tục tuyên truyền."), null);

        PeriodReport report = reports.report(leader(NEW_TOWN), unit(NEW_TOWN), JULY, null);

        assertThat(report.parts())
                .filteredOn(part -> part.section() == ReportSection.DIRECTION)
                .extracting(PeriodReport.Part::text)
                .containsExactly("Tiếp tục tuyên truyền.");
        assertThat(reports.report(leader(NEW_TOWN), unit(NEW_TOWN), AUGUST, null)
                        .parts())
                .extracting(PeriodReport.Part::text)
                .containsOnly("");
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        assertProblem(UserProblem.Kind.INVALID, () -> put(officer(), JULY, Map.of("weather", "x"), null));
        assertProblem(
                UserProblem.Kind.INVALID,
                () -> put(officer(), JULY, Map.of("tips", "x".repeat(ReportTexts.LONGEST + 1)), null));
        assertProblem(UserProblem.Kind.INVALID, () -> put(officer(), JULY, Map.of("tips", "a\u0000b"), null));
        assertThat(put(officer(), JULY, Map.of("tips", "ế".repeat(ReportTexts.LONGEST)), null)
                        .version())
                .isEqualTo(1);
    }

    private AccountView officer() {
        return officer("officer", NEW_TOWN);
    }

    private ReportTextView put(
            AccountView account, ReportPeriod period, Map<String, String> given, @Nullable Long basedOn) {
        return texts.put(account, unit(NEW_TOWN), period, new HashMap<>(given), basedOn);
    }

    private static ReportPeriod period(String from, String to) {
        return new ReportPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static void assertProblem(UserProblem.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
