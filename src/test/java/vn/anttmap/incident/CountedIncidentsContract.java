package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.BoundariesChanged;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.SettableClock;
import vn.anttmap.testing.TestDraft;

/** What is counted in memory is what the tables say, whatever was written and by whom. */
abstract class CountedIncidentsContract extends IncidentContract {

    private static final List<LocalDate> BOUNDARY_DAYS =
            List.of(LocalDate.of(2019, 8, 15), LocalDate.of(2021, 5, 10), LocalDate.of(2025, 8, 1));

    private static final List<String> CATEGORIES = List.of("TTXH", "TNGT", "MATUY", "ANCT");
    private static final LocalDate DAY = LocalDate.of(2021, 5, 10);

    @Autowired
    IncidentCounts counts;

    @Autowired
    IncidentPoints points;

    @Autowired
    IncidentSeries series;

    @Autowired
    IncidentAssignments assignments;

    @Autowired
    IncidentBatch batch;

    @Autowired
    Territory territory;

    @Autowired
    CountChanges changes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private CountsFromTables tables;
    private AccountView restricted;
    private List<AccountView> accounts;

    @BeforeEach
    void accounts() {
        tables = new CountsFromTables(new NamedParameterJdbcTemplate(jdbc), counts);
        restricted = officerForRestricted("restricted", OLD_TOWN);
        accounts = List.of(
                officer,
                restricted,
                officer("upland", HUYEN_TRA_LINH),
                officer("both", HUYEN_YEN_DINH, HUYEN_TRA_LINH));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void countsWhatTheTablesSayAfterAnyHistory(long seed) {
        Random random = new Random(seed);
        List<UUID> marks = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            if (marks.isEmpty() || random.nextInt(3) == 0) {
                UUID id = UUID.randomUUID();
                register.put(restricted, id, anyDraft(random).draft(), null, VI);
                marks.add(id);
            } else {
                try {
                    change(random, marks.get(random.nextInt(marks.size())));
                } catch (UserProblem refused) {
                    // Not every step may follow every other; what is refused changes nothing.
                }
            }
            if (step % 8 == 7) {
                compare(random, accounts.get(random.nextInt(accounts.size())));
            }
        }
        accounts.forEach(account -> compare(random, account));
    }

    private TestDraft anyDraft(Random random) {
        Point place =
                switch (random.nextInt(4)) {
                    case 0 -> northOfTown();
                    case 1 -> inside(BLOCK_2);
                    case 2 -> inside("hamlet-15394-khu-pho-3-2020");
                    default -> inBlock1;
                };
        TestDraft draft = TestDraft.at(
                        place,
                        LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000))
                                + "T%02d:30:00+07:00".formatted(random.nextInt(24)))
                .category(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                .accuracy(PlaceAccuracy.values()[random.nextInt(PlaceAccuracy.values().length)])
                .because("đính chính");
        return random.nextInt(5) == 0 ? draft.major() : draft;
    }

    private void change(Random random, UUID id) {
        long version = register.get(restricted, id, VI).version();
        switch (random.nextInt(6)) {
            case 0 -> register.withdraw(restricted, id, version, "nhầm", VI);
            case 1 ->
                assignments.assign(
                        restricted,
                        id,
                        unit(List.of(BLOCK_1, BLOCK_2, NEW_TOWN).get(random.nextInt(3))),
                        version,
                        "gán tay",
                        VI);
            case 2 -> assignments.release(restricted, id, version, "bỏ gán", VI);
            case 3 ->
                register.put(
                        restricted,
                        id,
                        anyDraft(random)
                                .state(IncidentState.values()[random.nextInt(IncidentState.values().length)])
                                .draft(),
                        version,
                        VI);
            case 4 -> boundariesMoved();
            default -> register.put(restricted, id, anyDraft(random).draft(), version, VI);
        }
    }

    /** As an import does: placements go with the states, and come back when places are resolved anew. */
    private void boundariesMoved() {
        Unit town = territory.find(unit(NEW_TOWN)).orElseThrow();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.update("delete from incident_placement where unit_id in (?, ?)", unit(BLOCK_1), unit(BLOCK_2));
            events.publishEvent(new BoundariesChanged(
                    java.util.Set.of(unit(BLOCK_1), unit(BLOCK_2)), java.util.Objects.requireNonNull(town.extent())));
        });
    }

    private void compare(Random random, AccountView account) {
        LocalDate from = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2_000));
        LocalDate to = from.plusDays(random.nextInt(1_500));
        String category = random.nextInt(3) == 0 ? CATEGORIES.get(random.nextInt(CATEGORIES.size())) : null;
        boolean major = random.nextInt(5) == 0;
        for (LocalDate boundaryDay : BOUNDARY_DAYS) {
            compare(account, new IncidentCounts.Question(from, to, category, null, major, boundaryDay));
        }
        compare(account, IncidentCounts.Question.period(LocalDate.of(2000, 1, 1), LocalDate.of(2090, 12, 31), DAY));
    }

    private void compare(AccountView account, IncidentCounts.Question question) {
        for (UnitLevel level : UnitLevel.values()) {
            Map<Long, Integer> expected = tables.byUnit(account, level, question);
            assertThat(counts.byUnit(account, level, question))
                    .as(question + " " + level)
                    .isEqualTo(expected);
            assertThat(counts.split(account, level, question))
                    .as(question + " " + level)
                    .isEqualTo(tables.split(account, level, question));
            assertThat(months(account, level, question)).isEqualTo(tables.byMonth(account, level, question));
        }
        assertThat(counts.byRoad(account, question)).isEqualTo(tables.byRoad(account, question));
        List<Long> town = List.of(unit(NEW_TOWN), unit(OLD_TOWN));
        Map<String, Integer> hours = new TreeMap<>();
        series.byHour(account, town, question)
                .forEach(hour -> hours.put(hour.day() + " " + hour.hour() + " " + hour.hourKnown(), hour.incidents()));
        assertThat(hours).isEqualTo(tables.byHour(account, town, question));
        assertThat(places(account, question)).isEqualTo(tables.places(account, question));
        if (account.equals(officer) || account.equals(restricted)) {
            IncidentCounts.Question there =
                    question.within(territory.ground(account, unit(NEW_TOWN), question.boundaryDay()));
            assertThat(counts.split(account, UnitLevel.RESIDENTIAL_AREA, there))
                    .isEqualTo(tables.split(account, UnitLevel.RESIDENTIAL_AREA, there));
            assertThat(places(account, there)).isEqualTo(tables.places(account, there));
        }
    }

    private List<String> places(AccountView account, IncidentCounts.Question question) {
        IncidentPoints.Places places = points.find(account, question);
        return IntStream.range(0, places.size())
                .mapToObj(i -> places.longitudes()[i] + " " + places.latitudes()[i] + " "
                        + LocalDate.ofEpochDay(places.epochDays()[i]))
                .sorted()
                .toList();
    }

    private Map<String, Integer> months(AccountView account, UnitLevel level, IncidentCounts.Question question) {
        Map<String, Integer> found = new TreeMap<>();
        IncidentSeries.Steps steps =
                new IncidentSeries.Steps(1_200, month -> (month.getYear() - 2000) * 12 + month.getMonthValue() - 1);
        series.byUnit(account, level, question, steps)
                .forEach((unit, incidents) -> IntStream.range(0, incidents.length)
                        .filter(step -> incidents[step] > 0)
                        .forEach(step ->
                                found.put(unit + " " + (2000 + step / 12) + "-" + (step % 12 + 1), incidents[step])));
        return found;
    }

    @Test
    void aMarkCountsAtOnceAndACorrectedDayMovesItToAnotherMonth() {
        UUID id = mark(TestDraft.at(inBlock1, "2021-05-09T12:00:00+07:00"));
        assertThat(inBlock1(2021, 5)).isEqualTo(1);

        register.put(
                officer, id, TestDraft.at(inBlock1, "2021-07-09T12:00:00+07:00").draft(), 0L, VI);

        assertThat(inBlock1(2021, 5)).isZero();
        assertThat(inBlock1(2021, 7)).isEqualTo(1);
    }

    @Test
    void aTransactionCountsWhatItWroteAndNobodyElseDoesUntilItEnds() {
        assertThat(inBlock1(2021, 5)).isZero();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            mark(TestDraft.at(inBlock1, "2021-05-09T12:00:00+07:00"));
            assertThat(inBlock1(2021, 5)).isEqualTo(1);
            assertThat(elsewhere(() -> inBlock1(2021, 5))).isZero();
            status.setRollbackOnly();
        });
        assertThat(inBlock1(2021, 5)).isZero();
    }

    /** The trap: the first writer's number is lower, and comes to light after the second's. */
    @Test
    void aChangeThatIsCommittedLateIsCountedAsWell() {
        assertThat(inBlock1(2021, 5)).isZero();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            mark(TestDraft.at(inBlock1, "2021-05-09T12:00:00+07:00"));
            elsewhere(() -> mark(TestDraft.at(inBlock1, "2021-05-10T12:00:00+07:00")));
            assertThat(elsewhere(() -> inBlock1(2021, 5))).isEqualTo(1);
        });
        assertThat(inBlock1(2021, 5)).isEqualTo(2);
    }

    @Test
    void twoWritersDoNotWaitForEachOther() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            changes.touch(DAY);
            elsewhere(() -> {
                changes.touch(DAY);
                return null;
            });
        });
    }

    @Test
    void countsRightWhileOthersWrite() throws Exception {
        int each = 15;
        ExecutorService writers = Executors.newFixedThreadPool(2);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            int of = writer;
            writing.add(writers.submit(() -> {
                go.await();
                for (int i = 0; i < each; i++) {
                    mark(TestDraft.at(inBlock1, "2021-05-%02dT%02d:00:00+07:00".formatted(1 + i, of)));
                }
                return null;
            }));
        }
        go.countDown();
        int before = 0;
        while (writing.stream().anyMatch(writer -> !writer.isDone())) {
            int now = inBlock1(2021, 5);
            assertThat(now).isBetween(before, 2 * each);
            before = now;
        }
        for (Future<?> writer : writing) {
            writer.get();
        }
        writers.shutdown();
        assertThat(inBlock1(2021, 5)).isEqualTo(2 * each);
    }

    @Test
    void aTableThatWasStoredAndTakenBackCountsNoMore() {
        List<IncidentBatch.Entry> entries = IntStream.range(0, 3)
                .mapToObj(i -> new IncidentBatch.Entry(
                        UUID.randomUUID(),
                        TestDraft.at(inBlock1, "2021-0%d-09T12:00:00+07:00".formatted(4 + i))
                                .draft()))
                .toList();
        batch.storeAll(officer, entries, () -> {});
        assertThat(List.of(inBlock1(2021, 4), inBlock1(2021, 5), inBlock1(2021, 6)))
                .containsExactly(1, 1, 1);

        batch.withdrawAll(officer, entries.stream().map(IncidentBatch.Entry::id).toList(), "nhầm", () -> {});

        assertThat(List.of(inBlock1(2021, 4), inBlock1(2021, 5), inBlock1(2021, 6)))
                .containsExactly(0, 0, 0);
    }

    @Test
    void aChangeThatWentPastTheServiceCountsOnceTheOperatorSaysSo() {
        UUID id = mark(TestDraft.at(inBlock1, "2021-05-09T12:00:00+07:00"));
        assertThat(inBlock1(2021, 5)).isEqualTo(1);

        jdbc.update("update incident set withdrawn = true where id = ?", id);
        jdbc.execute(COUNT_AGAIN);

        assertThat(inBlock1(2021, 5)).isZero();
    }

    @Test
    void changesOlderThanTwoDaysAreForgotten() {
        jdbc.update("update incident_count_change set changed_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        changes.touch(DAY);

        changes.sweep();

        assertThat(jdbc.queryForObject("select count(*) from incident_count_change", Integer.class))
                .isEqualTo(1);
        mark(TestDraft.at(inBlock1, "2021-05-09T12:00:00+07:00"));
        assertThat(inBlock1(2021, 5)).isEqualTo(1);
    }

    /** The trap: nobody asked for days, and what changed meanwhile was forgotten. */
    @Test
    void afterADayWithoutAQuestionAllIsReadAgain() {
        SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
        CountChanges.Reader reader = new CountChanges(jdbc, clock).reader();
        List<YearMonth> changed = new ArrayList<>();
        reader.read(changed::add);
        changed.clear();

        clock.pass(Duration.ofHours(23));
        reader.read(changed::add);
        assertThat(changed).isEmpty();
        clock.pass(Duration.ofHours(25));
        reader.read(changed::add);

        assertThat(changed).containsExactly((YearMonth) null);
    }

    private int inBlock1(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return counts.byUnit(
                        officer,
                        UnitLevel.RESIDENTIAL_AREA,
                        IncidentCounts.Question.period(
                                first, first.plusMonths(1).minusDays(1), DAY))
                .getOrDefault(unit(BLOCK_1), 0);
    }

    /** On another thread, and so in a transaction of its own. */
    private static <T> T elsewhere(java.util.concurrent.Callable<T> call) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(call).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }
}
