package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;

/** A year of a place as a table, and what its communes are asked for; statuses of old years are those of assessments.csv. */
abstract class YearTableContract extends DemoDataContract {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final String DINH_TANG = "commune-15445-2019";
    private static final String PHAC_THON = "hamlet-15445-phac-thon-2019";
    private static final int YEAR = 2023;

    @Autowired
    YearTables tables;

    @Autowired
    ShareTables shares;

    @Autowired
    AssessmentSteps assessments;

    @Autowired
    AreaYears areaYears;

    @Autowired
    AssessedOrganizations organizations;

    @Autowired
    OrganizationHistory history;

    @AfterEach
    void removeOrganizations() {
        jdbc.execute("delete from assessed_organization where changed_by like 'contract-%'");
    }

    @Test
    void theTownOf2018HasItsFiveAreasItselfAndTheirYearsInARow() {
        YearTable table = tables.of(leader(OLD_TOWN), 2018, unit(OLD_TOWN), null, null, VI);

        assertThat(table.within()).isEqualTo("Thị trấn Quán Lào");
        assertThat(table.boundaryDay()).isEqualTo("2018-10-31");
        assertThat(table.rows())
                .extracting(YearTable.Row::fullName, YearTable.Row::status, YearTable.Row::streak)
                .containsExactly(
                        tuple("Khu phố 1", "recognised", 2),
                        tuple("Khu phố 2", "not_recognised", 0),
                        tuple("Khu phố 3", "recognised", 2),
                        tuple("Khu phố 4", "recognised", 2),
                        tuple("Khu phố 5", "recognised", 1),
                        tuple("Thị trấn Quán Lào", "not_registered", 0));
        YearTable.Row first = table.rows().get(0);
        assertThat(first.papers().decisionNumber()).isEqualTo("28/QĐ-UBND (minh hoạ)");
        assertThat(first.synthetic()).isTrue();
        assertThat(first.missing()).contains("chưa ghi số hộ đăng ký", "chưa có số giấy công nhận");
        assertThat(first.late()).isNull();
        YearTable.Row town = table.rows().get(5);
        assertThat(town.missing()).containsExactly("chưa đăng ký");
        // Thông tư 23/2012 holds for 2018, and its word on the first quarter has not been read.
        assertThat(town.late())
                .isEqualTo(new YearTable.Late(
                        "registered", LocalDate.of(2018, 3, 31), false, "chưa đăng ký (hạn 31/03/2018, cần kiểm tra)"));
    }

    @Test
    void saysOfEachAreaWhatThePanelOfThatAreaSays() {
        register(140, 128);
        YearTable table = tables.of(leader(DINH_TANG), YEAR, unit(DINH_TANG), null, null, VI);

        assertThat(table.rows()).hasSize(7);
        for (YearTable.Row row : table.rows()) {
            AreaYear alone = areaYears.of(leader(DINH_TANG), YEAR, row.id(), null, VI);
            assertThat(row.status()).isEqualTo(alone.status());
            assertThat(row.missing()).isEqualTo(alone.missing());
            assertThat(row.late() != null).isEqualTo(alone.late());
        }
        YearTable.Row registered = row(table, PHAC_THON);
        assertThat(registered.householdsRegistered()).isEqualTo(128);
        assertThat(registered.householdsTotal()).isEqualTo(140);
        assertThat(registered.papers().resolutionNumber()).isEqualTo("12-NQ/CB");
        assertThat(registered.missing()).contains("còn 12/140 hộ chưa đăng ký");
        // The window ended on 31/10/2023 and the self-assessment is due fifteen days later.
        assertThat(registered.late().status()).isEqualTo("self_assessed");
        assertThat(registered.late().due()).isEqualTo("2023-11-15");
        assertThat(registered.streak())
                .isEqualTo(row(tables.of(leader(DINH_TANG), 2019, unit(DINH_TANG), null, null, VI), PHAC_THON)
                        .streak());
    }

    @Test
    void aPastDayKnowsNothingOfWhatWasRecordedLater() {
        register(140, 128);

        YearTable then = tables.of(leader(DINH_TANG), YEAR, unit(DINH_TANG), null, LocalDate.of(2023, 4, 1), VI);

        YearTable.Row row = row(then, PHAC_THON);
        assertThat(then.asOf()).isEqualTo("2023-04-01");
        assertThat(row.status()).isEqualTo("not_registered");
        assertThat(row.householdsTotal()).isNull();
        assertThat(row.streak())
                .isEqualTo(row(tables.of(leader(DINH_TANG), 2019, unit(DINH_TANG), null, null, VI), PHAC_THON)
                        .streak());
        // The last day of the first quarter had passed by then, that of the self-assessment had not.
        assertThat(row.late().status()).isEqualTo("registered");
        assertThat(row(tables.of(leader(DINH_TANG), YEAR, null, null, LocalDate.of(2023, 3, 31), VI), PHAC_THON)
                        .late())
                .isNull();
    }

    @Test
    void coversADistrictAndOnlyTheTerritoryOfTheAccount() {
        // gis-data: 227 residential areas in both districts; those of the account's commune only.
        YearTable own = tables.of(leader(OLD_TOWN), 2018, null, null, null, VI);
        YearTable district = tables.of(leader(HUYEN_YEN_DINH), 2018, unit(HUYEN_YEN_DINH), null, null, VI);

        assertThat(own.within()).isNull();
        assertThat(own.rows()).hasSize(6);
        assertThat(district.rows())
                .filteredOn(row -> row.level().equals("commune"))
                .hasSize(29);
        // Each commune's areas stand together.
        List<String> parents = district.rows().stream()
                .filter(row -> row.level().equals("residential-area"))
                .map(YearTable.Row::parentName)
                .toList();
        assertThat(compressed(parents)).doesNotHaveDuplicates();
    }

    @Test
    void refusesOtherTerritoriesAccountsWithoutFiguresAndDaysToCome() {
        assertProblem("unit-unknown", () -> tables.of(leader(OLD_TOWN), 2018, unit(HUYEN_TRA_LINH), null, null, VI));
        assertProblem("right-missing", () -> tables.of(administrator(), 2018, null, null, null, VI));
        assertProblem("right-missing", () -> shares.of(administrator(), 2018, null, null));
        assertProblem("unit-unknown", () -> shares.of(leader(OLD_TOWN), 2018, unit(HUYEN_TRA_LINH), null));
        assertProblem("number-out-of-range", () -> tables.of(leader(OLD_TOWN), 2007, null, null, null, VI));
        assertProblem(
                "as-of-in-future", () -> tables.of(leader(OLD_TOWN), 2018, null, null, LocalDate.of(2999, 1, 1), VI));
    }

    /** Under TT 23 residential areas only: 4 of 5 with ceil(0.7 × 5) = 4 needed. */
    @Test
    void theShareOfTheTownIn2018IsOfItsResidentialAreas() {
        ShareTables.Table table = shares.of(leader(OLD_TOWN), 2018, unit(OLD_TOWN), null);

        assertThat(table.allKinds()).isFalse();
        assertThat(table.communes()).singleElement().satisfies(town -> {
            assertThat(town.fullName()).isEqualTo("Thị trấn Quán Lào");
            assertThat(town.shares()).containsExactly(new Share("recognised", 4, 5, 4));
            assertThat(town.kinds()).contains(new ShareTables.KindTally("residential-area", 5, 5, 4));
        });
    }

    /** Under TT 124 all four kinds: six areas and two organizations, of which ceil(0.7 × 8) = 6 have to be recognised. */
    @Test
    void theShareOfACommuneIn2023IsThatOfItsOwnPanel() {
        UUID school = add("Trường THCS Định Tăng", "school");
        add("Trạm Y tế", "agency");
        step(officer(), school, "registered", null);
        step(leader(DINH_TANG), school, "recognised", "9/QĐ-UBND");

        ShareTables.Table table = shares.of(leader(DINH_TANG), YEAR, null, null);

        assertThat(table.allKinds()).isTrue();
        ShareTables.CommuneShare commune = table.communes().get(0);
        assertThat(commune.shares())
                .containsExactly(new Share("registered", 1, 8, 8), new Share("recognised", 1, 8, 6));
        assertThat(commune.kinds())
                .containsExactly(
                        new ShareTables.KindTally("residential-area", 6, 0, 0),
                        new ShareTables.KindTally("agency", 1, 0, 0),
                        new ShareTables.KindTally("enterprise", 0, 0, 0),
                        new ShareTables.KindTally("school", 1, 1, 1));
        List<Share> onPanel = areaYears.of(leader(DINH_TANG), YEAR, commune.id(), null, VI).criteria().stream()
                .filter(criterion ->
                        criterion.hint() != null && !criterion.hint().shares().isEmpty())
                .flatMap(criterion -> criterion.hint().shares().stream())
                .toList();
        assertThat(onPanel).containsAll(commune.shares());
    }

    @Test
    void organizationsAreListedForAPlaceWithTheStepsOfTheRole() {
        UUID school = add("Trường THCS Định Tăng", "school");
        step(officer(), school, "registered", null);
        String town = OLD_TOWN;

        OrganizationView forLeader = organizations
                .list(leader(DINH_TANG), YEAR, unit(DINH_TANG), null)
                .get(0);
        OrganizationView forOfficer =
                organizations.list(officer(), YEAR, unit(DINH_TANG), null).get(0);

        assertThat(forLeader.communeName()).isEqualTo("Xã Định Tăng");
        assertThat(forLeader.nextSteps()).containsExactly("recognised", "not_recognised");
        assertThat(forOfficer.nextSteps()).containsExactly("not_registered");
        assertThat(organizations
                        .list(planner(DINH_TANG), YEAR, unit(DINH_TANG), null)
                        .get(0)
                        .nextSteps())
                .isEmpty();
        assertThat(organizations.list(leader(HUYEN_YEN_DINH), YEAR, unit(HUYEN_YEN_DINH), null))
                .hasSize(1);
        assertThat(organizations.list(leader(HUYEN_YEN_DINH), 2018, unit(town), null))
                .isEmpty();
    }

    /** The school was registered and recognised today, so the day before nothing of it was known. */
    @Test
    void thePastDayBeforeTheSchoolWasWrittenDownKnowsNothingOfIt() {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(1);
        UUID school = add("Trường THCS Định Tăng", "school");
        step(officer(), school, "registered", null);
        step(leader(DINH_TANG), school, "recognised", "9/QĐ-UBND");

        ShareTables.CommuneShare then =
                shares.of(leader(DINH_TANG), YEAR, null, yesterday).communes().get(0);
        ShareTables.CommuneShare today = shares.of(leader(DINH_TANG), YEAR, null, yesterday.plusDays(1))
                .communes()
                .get(0);

        assertThat(then.kinds()).contains(new ShareTables.KindTally("school", 0, 0, 0));
        assertThat(then.shares()).contains(new Share("recognised", 0, 6, 5));
        assertThat(today.kinds()).contains(new ShareTables.KindTally("school", 1, 1, 1));
        assertThat(organizations.list(officer(), YEAR, null, yesterday)).isEmpty();
        assertThat(organizations.list(officer(), YEAR, null, yesterday.plusDays(1)))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.status()).isEqualTo("recognised");
                    assertThat(view.nextSteps()).isEmpty();
                    assertThat(view.maySupplement()).isFalse();
                });
        assertProblem("as-of-in-future", () -> shares.of(leader(DINH_TANG), YEAR, null, LocalDate.of(2999, 1, 1)));
        assertProblem(
                "as-of-in-future", () -> organizations.list(leader(DINH_TANG), YEAR, null, LocalDate.of(2999, 1, 1)));
    }

    @Test
    void aNumberIsAddedToTheDecisionThatStandsAndEveryStepStays() {
        UUID school = add("Trường THCS Định Tăng", "school");
        step(officer(), school, "registered", null);
        step(leader(DINH_TANG), school, "recognised", null);

        assertProblem("right-missing", () -> step(officer(), school, "recognised", "9/QĐ-UBND"));
        assertProblem("step-not-allowed", () -> step(leader(DINH_TANG), school, "recognised", null));
        step(leader(DINH_TANG), school, "recognised", "9/QĐ-UBND");
        organizations.record(
                leader(DINH_TANG), YEAR, school, new AssessedOrganizations.StepDraft("recognised", null, "Đã trao"));

        OrganizationView view =
                organizations.list(leader(DINH_TANG), YEAR, null, null).get(0);
        assertThat(view.decisionNumber()).isEqualTo("9/QĐ-UBND");
        assertThat(view.note()).isEqualTo("Đã trao");
        assertThat(view.maySupplement()).isTrue();
        organizations.withdraw(officer(), school, view.version());
        OrganizationHistory.View all = history.of(leader(DINH_TANG), school);
        assertThat(all.history()).extracting(OrganizationHistory.State::change).containsExactly("created", "withdrawn");
        assertThat(all.steps())
                .extracting(OrganizationHistory.YearStep::status, OrganizationHistory.YearStep::decisionNumber)
                .containsExactly(
                        tuple("registered", null),
                        tuple("recognised", null),
                        tuple("recognised", "9/QĐ-UBND"),
                        tuple("recognised", "9/QĐ-UBND"));
        assertThat(all.steps().get(0).recordedBy()).isEqualTo(officer().username());
        assertProblem("organization-unknown", () -> history.of(leader(OLD_TOWN), school));
        assertProblem("right-missing", () -> history.of(administrator(), school));
        assertProblem("organization-unknown", () -> history.of(leader(DINH_TANG), UUID.randomUUID()));
    }

    private static List<String> compressed(List<String> names) {
        java.util.ArrayList<String> runs = new java.util.ArrayList<>();
        for (String name : names) {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(name)) {
                runs.add(name);
            }
        }
        return runs;
    }

    private UUID add(String name, String kind) {
        UUID id = UUID.randomUUID();
        organizations.put(
                officer(),
                id,
                new AssessedOrganizations.Draft(name, kind, unit(DINH_TANG), LocalDate.of(2000, 1, 1), null),
                null);
        return id;
    }

    private void step(AccountView account, UUID id, String status, @Nullable String decisionNumber) {
        organizations.record(account, YEAR, id, new AssessedOrganizations.StepDraft(status, decisionNumber, null));
    }

    private void register(int total, int registered) {
        assessments.record(
                officer(),
                YEAR,
                unit(PHAC_THON),
                new StepDraft(
                        "registered",
                        null,
                        "12-NQ/CB",
                        null,
                        total,
                        registered,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                VI);
    }

    private YearTable.Row row(YearTable table, String key) {
        return table.rows().stream()
                .filter(row -> row.id() == unit(key))
                .findFirst()
                .orElseThrow();
    }

    private AccountView officer() {
        return officer("officer", DINH_TANG);
    }

    private AccountView administrator() {
        return account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN);
    }

    private static void assertProblem(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }
}
