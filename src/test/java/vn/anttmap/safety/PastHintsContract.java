package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.CategorySettings;
import vn.anttmap.incident.IncidentAssignments;
import vn.anttmap.incident.IncidentBatch;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.incident.SeverityScale;
import vn.anttmap.movement.EntryDraft;
import vn.anttmap.movement.MovementRegisters;
import vn.anttmap.movement.Register;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.TerritoryEditor;
import vn.anttmap.territory.TestUnits;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.Validity;
import vn.anttmap.territory.VietnamTime;
import vn.anttmap.testing.SettableClock;
import vn.anttmap.testing.TestDraft;

/**
 * What a past day said, figures included, whatever is marked, corrected, moved and taken back afterwards. A commune of
 * 0.1 by 0.1 degrees: in the west two hamlets that become one on 1 June 2025, in the east one that becomes two on
 * 1 August. The clock is the test's.
 */
@SpringBootTest
@Import(PastHintsContract.TheClock.class)
abstract class PastHintsContract {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final int YEAR = 2025;
    private static final int HISTORIES = Integer.getInteger("anttmap.histories.service", 8);
    private static final String SET = "TT124-2021-TT48-2025";
    private static final LocalDate MERGED = LocalDate.of(2025, 6, 1);
    private static final LocalDate SPLIT = LocalDate.of(2025, 8, 1);
    private static final List<String> AREAS = List.of("", "-w1", "-w", "-e", "-e2");

    @TestConfiguration
    static class TheClock {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Instant.parse("2025-03-01T01:00:00Z"));
        }
    }

    @Autowired
    SettableClock clock;

    @Autowired
    Clock injected;

    @Autowired
    TerritoryEditor territory;

    @Autowired
    SafetyAssessments assessments;

    @Autowired
    AssessmentSteps assessmentSteps;

    @Autowired
    AreaYears years;

    @Autowired
    CriterionJudgements judgements;

    @Autowired
    AssessedOrganizations organizations;

    @Autowired
    IncidentRegister register;

    @Autowired
    IncidentAssignments assignments;

    @Autowired
    IncidentBatch batch;

    @Autowired
    RegisterCoverage coverage;

    @Autowired
    CategorySettings categories;

    @Autowired
    MovementRegisters movement;

    @Autowired
    AssessmentRuleSettings rules;

    @Autowired
    AssessmentRules recordedRules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    /** The rules belong to all places, and the clock of each test begins anew. */
    @AfterEach
    void rulesAsDelivered() {
        jdbc.sql("delete from criteria_window_history where version > 0").update();
        jdbc.sql("delete from assessment_deadline_history where version > 0").update();
        jdbc.sql("""
                        update criteria_set set windows_version = 0, area_window_start_month = 11,
                            area_window_start_day = 1, commune_window_start_month = 11, commune_window_start_day = 16
                        where code = ?""").param(SET).update();
        jdbc.sql("""
                        update assessment_deadline set version = 0, due_month = 3, due_day = 31, days_after_window = null
                        where set_code = ? and status = 'REGISTERED'""").param(SET).update();
    }

    private void correctWindows(String areaStart, String communeStart) {
        rules.putWindows(
                administrator(),
                SET,
                new AssessmentRuleSettings.WindowsDraft(areaStart, communeStart, true, "thử", "thử"),
                recordedRules.windows(SET).orElseThrow().version());
    }

    private void correctRegistration(int daysAfterWindow) {
        rules.putDeadline(
                administrator(),
                SET,
                SafetyStatus.REGISTERED,
                new AssessmentRuleSettings.DeadlineDraft(null, daysAfterWindow, true, "thử", "thử"),
                recordedRules
                        .deadline(SET, SafetyStatus.REGISTERED)
                        .orElseThrow()
                        .version());
    }

    private static AccountView administrator() {
        return new AccountView(0, "past-admin", "a", Role.ADMINISTRATOR, Set.of(), List.of(), true);
    }

    /** One commune with its hamlets, by the end of its key. */
    private final class Place {

        private final double west;
        private final double south;
        private final Map<String, Long> ids = new TreeMap<>();

        Place(int column, int row) {
            west = 104.5 + 0.2 * column;
            south = 18 + 0.2 * row;
            String key = "past-" + UUID.randomUUID();
            territory
                    .addUnits(List.of(
                            TestUnits.newCommune(key, "Xa", TestUnits.rectangle(west, south, west + 0.1, south + 0.1)),
                            hamlet(key, "-w1", new Validity(null, MERGED), List.of(), 0, 0, 0.025, 0.1),
                            hamlet(key, "-w2", new Validity(null, MERGED), List.of(), 0.025, 0, 0.05, 0.1),
                            hamlet(key, "-w", new Validity(MERGED, null), List.of("-w1", "-w2"), 0, 0, 0.05, 0.1),
                            hamlet(key, "-e", new Validity(null, SPLIT), List.of(), 0.05, 0, 0.1, 0.1),
                            hamlet(key, "-e1", new Validity(SPLIT, null), List.of("-e"), 0.05, 0, 0.1, 0.05),
                            hamlet(key, "-e2", new Validity(SPLIT, null), List.of("-e"), 0.05, 0.05, 0.1, 0.1)))
                    .forEach((full, id) -> ids.put(full.substring(key.length()), id));
        }

        private NewUnit hamlet(
                String key,
                String end,
                Validity validity,
                List<String> predecessors,
                double x1,
                double y1,
                double x2,
                double y2) {
            return new NewUnit(
                    key + end,
                    UnitLevel.RESIDENTIAL_AREA,
                    UnitKind.THON,
                    null,
                    end,
                    "Thôn " + end,
                    key,
                    validity,
                    null,
                    null,
                    predecessors.stream()
                            .map(each ->
                                    new NewUnit.Predecessor(key + each, predecessors.size() > 1 ? "merged" : "split"))
                            .toList(),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    true,
                    null,
                    TestUnits.rectangle(west + x1, south + y1, west + x2, south + y2));
        }

        long id(String end) {
            return ids.get(end);
        }

        AccountView officer() {
            return account(Role.OFFICER, Set.of(Right.SEE_RESTRICTED_CATEGORIES));
        }

        AccountView leader() {
            return account(Role.LEADER, Set.of());
        }

        private AccountView account(Role role, Set<Right> extra) {
            return new AccountView(0, "past-" + role, "past", role, extra, List.of(id("")), false);
        }

        /** Degrees east and north of the commune's south-western corner. */
        TestDraft at(double x, double y, String occurredAt) {
            return TestDraft.at(Wgs84.point(west + x, south + y), occurredAt);
        }

        void mark(UUID id, TestDraft draft, @Nullable Long basedOn) {
            register.put(officer(), id, draft.draft(), basedOn, VI);
        }

        void cover(String from, String to) {
            coverage.add(
                    new RegisterCoverage.Period(id(""), LocalDate.parse(from), LocalDate.parse(to), "past", false));
        }

        /** The hint that compares the windows: criterion 4.4 of an area. */
        CriterionHint compared(String end, @Nullable String asOf) {
            return years
                    .of(leader(), YEAR, id(end), asOf == null ? null : LocalDate.parse(asOf), VI)
                    .criteria()
                    .stream()
                    .filter(each -> each.code().equals("4.4"))
                    .findFirst()
                    .orElseThrow()
                    .hint();
        }
    }

    private void now(String instant) {
        clock.set(OffsetDateTime.parse(instant).toInstant());
    }

    private static String totals(CriterionHint hint) {
        CriterionHint.Line total = hint.lines().get(0);
        return total.previous() + " " + total.current() + " " + hint.verdict();
    }

    /**
     * On 10/6 one case of May is in w1; on 11/6 it turns out to lie in the east, on 12/6 somebody puts it back by hand,
     * on 13/6 it is withdrawn. The window is 01/11/2024 to 31/10/2025, whose coverage was declared in advance.
     */
    @Test
    void eachDayKeepsTheRegisterAsItWasKnown() {
        now("2025-06-10T08:00:00+07:00");
        Place place = new Place(0, 10);
        place.cover("2023-11-01", "2025-10-31");
        UUID id = UUID.randomUUID();
        place.mark(id, place.at(0.01, 0.05, "2025-05-20T08:00:00+07:00"), null);
        now("2025-06-11T08:00:00+07:00");
        place.mark(id, place.at(0.08, 0.08, "2025-05-20T08:00:00+07:00"), 0L);
        now("2025-06-12T08:00:00+07:00");
        assignments.assign(place.officer(), id, place.id("-w1"), 1L, null, VI);
        now("2025-06-13T08:00:00+07:00");
        register.withdraw(place.officer(), id, 2L, VI);
        now("2025-06-20T08:00:00+07:00");

        assertThat(totals(place.compared("-w", null))).isEqualTo("0 0 met");
        assertThat(totals(place.compared("-w", "2025-06-09"))).isEqualTo("null null insufficient_data");
        assertThat(totals(place.compared("-w", "2025-06-10"))).isEqualTo("0 1 not_met");
        assertThat(totals(place.compared("-e", "2025-06-10"))).isEqualTo("0 0 met");
        assertThat(totals(place.compared("-w", "2025-06-11"))).isEqualTo("0 0 met");
        assertThat(totals(place.compared("-e", "2025-06-11"))).isEqualTo("0 1 not_met");
        assertThat(totals(place.compared("-e2", "2025-06-11"))).isEqualTo("0 1 not_met");
        assertThat(totals(place.compared("-w", "2025-06-12"))).isEqualTo("0 1 not_met");
        assertThat(totals(place.compared("-e", "2025-06-12"))).isEqualTo("0 0 met");
        assertThat(totals(place.compared("-w", "2025-06-13"))).isEqualTo("0 0 met");
        assertThat(listed(place, "-w", "2025-06-10").current().count()).isEqualTo(1);
        assertThat(listed(place, "-w", "2025-06-11").current().count()).isZero();
        assertThat(listed(place, "-w", "2025-06-12").majorCases()).isZero();
    }

    private SafetyHint listed(Place place, String end, String asOf) {
        return assessments.year(place.leader(), YEAR, null, LocalDate.parse(asOf), VI).areas().stream()
                .filter(area -> area.id() == place.id(end))
                .findFirst()
                .orElseThrow()
                .hint();
    }

    /** Midnight in Vietnam is 17:00 UTC: a mark of the last microsecond belongs to the day, one of the first to the next. */
    @Test
    void aDayEndsAtMidnightInVietnam() {
        now("2025-03-01T08:00:00+07:00");
        Place place = new Place(1, 10);
        place.cover("2023-11-01", "2025-10-31");
        now("2025-04-10T23:59:59.999999+07:00");
        place.mark(UUID.randomUUID(), place.at(0.01, 0.05, "2025-04-01T08:00:00+07:00"), null);
        now("2025-04-11T00:00:00+07:00");
        place.mark(UUID.randomUUID(), place.at(0.01, 0.05, "2025-04-01T09:00:00+07:00"), null);

        assertThat(totals(place.compared("-w1", "2025-04-09"))).isEqualTo("0 0 met");
        assertThat(totals(place.compared("-w1", "2025-04-10"))).isEqualTo("0 1 not_met");
        assertThat(totals(place.compared("-w1", "2025-04-11"))).isEqualTo("0 2 not_met");
    }

    /** Coverage that was recorded later did not speak for the register before. */
    @Test
    void aWindowIsCoveredFromTheDayThatWasRecorded() {
        now("2025-11-05T08:00:00+07:00");
        Place place = new Place(2, 10);
        place.mark(UUID.randomUUID(), place.at(0.01, 0.05, "2025-04-01T08:00:00+07:00"), null);
        now("2025-11-10T08:00:00+07:00");
        place.cover("2023-11-01", "2025-10-31");
        now("2025-11-20T08:00:00+07:00");

        CriterionHint before = place.compared("-w", "2025-11-09");
        assertThat(before.verdict()).isEqualTo("insufficient_data");
        assertThat(before.current().covered()).isFalse();
        assertThat(totals(place.compared("-w", "2025-11-10"))).isEqualTo("0 1 not_met");
    }

    /** On 10/4 the window turns out to begin a month later: the case of 15/11/2024 belongs to the year before from then. */
    @Test
    void aCorrectedWindowLeavesPastDaysAsTheyWere() {
        now("2025-04-01T08:00:00+07:00");
        Place place = new Place(4, 10);
        place.cover("2023-11-01", "2025-11-30");
        place.mark(UUID.randomUUID(), place.at(0.01, 0.05, "2024-11-15T08:00:00+07:00"), null);
        now("2025-04-10T08:00:00+07:00");
        correctWindows("12-01", "12-16");
        now("2025-04-11T08:00:00+07:00");

        assertThat(totals(place.compared("-w1", null))).isEqualTo("1 0 met");
        assertThat(totals(place.compared("-w1", "2025-04-10"))).isEqualTo("1 0 met");
        assertThat(totals(place.compared("-w1", "2025-04-09"))).isEqualTo("0 1 not_met");
        assertThat(place.compared("-w1", "2025-04-09").current().from()).isEqualTo("2024-11-01");
        assertThat(place.compared("-w1", "2025-04-10").current().from()).isEqualTo("2024-12-01");
    }

    /** A table of two rows is taken back after three days; a category is called something else after four. */
    @Test
    void tablesTakenBackAndNamesOfCategoriesStayAsTheyWere() {
        now("2025-04-01T08:00:00+07:00");
        Place place = new Place(3, 10);
        place.cover("2023-11-01", "2025-10-31");
        String code = category("Trộm cắp", null);
        List<UUID> rows = List.of(UUID.randomUUID(), UUID.randomUUID());
        batch.storeAll(
                place.officer(),
                rows.stream()
                        .map(id -> new IncidentBatch.Entry(
                                id,
                                place.at(0.03, 0.05, "2025-03-20T08:00:00+07:00")
                                        .category(code)
                                        .draft()))
                        .toList(),
                () -> {});
        now("2025-04-04T08:00:00+07:00");
        batch.withdrawAll(place.officer(), rows, "nhầm", () -> {});
        now("2025-04-05T08:00:00+07:00");
        category("Trộm cắp tài sản", code);

        CriterionHint then = place.compared("-w2", "2025-04-03");
        assertThat(totals(then)).isEqualTo("0 2 not_met");
        assertThat(then.lines().get(3).name()).isEqualTo("Trộm cắp");
        assertThat(totals(place.compared("-w2", "2025-04-04"))).isEqualTo("0 0 met");
    }

    /** @param known code of the one to rename; null for a new one */
    private String category(String name, @Nullable String known) {
        String code = known != null
                ? known
                : "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        categories.put(
                administrator(),
                code,
                new CategorySettings.Draft(name, name, SeverityScale.CRIME, false, true),
                known == null ? null : categories.get(administrator(), code).version());
        return code;
    }

    /** What the service said at the end of a day. */
    private record Said(String present, String past) {}

    /** A commune's year as it goes, with what was said at the end of each day on which anything happened. */
    private final class History {

        private final Random random;
        private final Place place;
        private final String category = category("Loại 0", null);
        private final List<UUID> marks = new ArrayList<>();
        private final List<List<UUID>> tables = new ArrayList<>();
        private final List<UUID> schools = new ArrayList<>();
        private final Map<LocalDate, Said> said = new TreeMap<>();

        History(int seed) {
            random = new Random(seed);
            place = new Place(seed % 6, seed / 6);
            if (random.nextBoolean()) {
                place.cover("2023-11-01", "2025-11-15");
            }
        }

        void live(int days) {
            for (int day = 0; day < days; day++) {
                LocalDate today = VietnamTime.today(clock);
                int actions = 1 + random.nextInt(4);
                for (int i = 0; i < actions; i++) {
                    clock.pass(Duration.ofMinutes(random.nextInt(200)));
                    act();
                }
                clock.set(VietnamTime.endOf(today).minusMillis(1));
                said.put(today, ask(today));
                clock.pass(Duration.ofHours(8 + 24L * random.nextInt(40)));
            }
        }

        private void act() {
            try {
                switch (random.nextInt(14)) {
                    case 0, 1, 2 -> {
                        UUID id = UUID.randomUUID();
                        place.mark(id, draft(), null);
                        marks.add(id);
                    }
                    case 3, 4 -> {
                        UUID id = any(marks);
                        place.mark(id, draft(), version(id));
                    }
                    case 5 -> {
                        UUID id = any(marks);
                        register.withdraw(place.officer(), id, version(id), VI);
                    }
                    case 6 -> {
                        UUID id = any(marks);
                        if (random.nextInt(3) == 0) {
                            assignments.release(place.officer(), id, version(id), null, VI);
                        } else {
                            long area = place.id(any(List.of("", "-w1", "-w2", "-w", "-e", "-e1", "-e2")));
                            assignments.assign(place.officer(), id, area, version(id), null, VI);
                        }
                    }
                    case 7 -> table();
                    case 8 -> step();
                    case 9 -> commune();
                    case 10 -> place.cover("2023-11-01", "2025-11-15");
                    case 11 -> correctWindows(any(List.of("11-01", "12-01", "10-15")), any(List.of("11-16", "12-16")));
                    case 12 -> correctRegistration(random.nextInt(100));
                    default -> category("Loại " + random.nextInt(1000), category);
                }
            } catch (UserProblem | org.springframework.dao.OptimisticLockingFailureException refused) {
                // What is not allowed leaves nothing behind; the answers tell if it does.
            }
        }

        private void table() {
            if (!tables.isEmpty() && random.nextBoolean()) {
                batch.withdrawAll(place.officer(), any(tables), "nhầm", () -> {});
                return;
            }
            List<UUID> rows = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            batch.storeAll(
                    place.officer(),
                    rows.stream()
                            .map(id -> new IncidentBatch.Entry(id, draft().draft()))
                            .toList(),
                    () -> {});
            tables.add(rows);
            marks.addAll(rows);
        }

        private void step() {
            long area = place.id(any(AREAS));
            long seen = years.of(place.leader(), YEAR, area, null, VI).version();
            AccountView by = random.nextBoolean() ? place.officer() : place.leader();
            if (random.nextBoolean()) {
                judgements.judge(by, YEAR, area, "4.4", new CriterionJudgements.Draft("met", null, null), seen);
            } else {
                SafetyStatus status = any(List.of(SafetyStatus.values()));
                assessmentSteps.record(by, YEAR, area, StepDraft.of(status, null, null), seen, VI);
            }
        }

        /** What the shares of the commune count: a school, its year, a model. */
        private void commune() {
            if (schools.isEmpty() || random.nextInt(3) == 0) {
                UUID id = UUID.randomUUID();
                organizations.put(place.officer(), id, school(id.toString()), null);
                schools.add(id);
                movement.put(
                        place.officer(),
                        Register.MODELS,
                        UUID.randomUUID(),
                        new EntryDraft(
                                "to-cuu-ho-cuu-nan",
                                place.id(""),
                                "Tổ",
                                LocalDate.of(2020, 1, 1),
                                null,
                                null,
                                null,
                                Map.of(),
                                null),
                        null,
                        VI);
                return;
            }
            UUID id = any(schools);
            if (random.nextInt(4) == 0) {
                organizations.withdraw(place.officer(), id, 0L);
            } else {
                organizations.record(
                        place.officer(), YEAR, id, new AssessedOrganizations.StepDraft("registered", null, null));
            }
        }

        private AssessedOrganizations.Draft school(String name) {
            return new AssessedOrganizations.Draft(name, "school", place.id(""), LocalDate.of(2000, 1, 1), null);
        }

        private TestDraft draft() {
            Instant from = Instant.parse("2023-11-01T00:00:00Z");
            long seconds = Duration.between(from, clock.instant()).toSeconds();
            TestDraft draft = place.at(
                            0.001 + 0.098 * random.nextDouble(),
                            0.001 + 0.098 * random.nextDouble(),
                            from.plusSeconds((long) (seconds * random.nextDouble()))
                                    .toString())
                    .category(any(List.of("TTXH", "TRANHCHAP", "TNGT", "ANCT", category)));
            return random.nextInt(5) == 0 ? draft.major() : draft;
        }

        private long version(UUID id) {
            return register.get(place.officer(), id, VI).version();
        }

        private <T> T any(List<T> list) {
            if (list.isEmpty()) {
                throw UserProblem.of(UserProblem.Kind.NOT_FOUND, "incident-unknown", "none");
            }
            return list.get(random.nextInt(list.size()));
        }

        /** The figures from the present rows, and everything as of the day, as they go out. */
        Said ask(LocalDate day) {
            StringBuilder present = new StringBuilder();
            StringBuilder past = new StringBuilder();
            for (AccountView account : List.of(place.leader(), place.officer())) {
                for (String end : AREAS) {
                    AreaYear now = years.of(account, YEAR, place.id(end), null, VI);
                    AreaYear then = years.of(account, YEAR, place.id(end), day, VI);
                    if (VietnamTime.today(clock).equals(day)) {
                        assertThat(hints(then)).as("as of today, " + end).isEqualTo(hints(now));
                    }
                    present.append(hints(now));
                    past.append(json.writeValueAsString(then));
                }
                past.append(json.writeValueAsString(assessments.year(account, YEAR, null, day, VI)));
                past.append(json.writeValueAsString(assessments.year(account, YEAR, day, day, VI)));
            }
            return new Said(present.toString(), past.toString());
        }

        private String hints(AreaYear year) {
            return json.writeValueAsString(
                    year.criteria().stream().map(AreaYear.Judged::hint).toList());
        }

        void checkThePast() {
            said.forEach((day, then) ->
                    assertThat(ask(day).past()).as("as of " + day).isEqualTo(then.past()));
        }
    }

    /** Communes of ten days each; -Danttmap.histories.service=n for more. The pure model runs ten thousand. */
    @Test
    void noPastDayEverSaysAnythingElse() {
        assertThat(injected).isSameAs(clock);
        int changed = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            now("2025-03-01T08:00:00+07:00");
            rulesAsDelivered();
            History history = new History(seed);
            history.live(10);
            history.checkThePast();
            changed += (int)
                    history.said.values().stream().map(Said::present).distinct().count();
        }
        // Most days differ from the one before; else nothing would be tested.
        assertThat(changed).isGreaterThan(6 * HISTORIES);
    }
}
