package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.TestDraft;

/** Marking, correcting, moving and withdrawing, and who sees what of it. All marks lie in the town of 2021. */
abstract class IncidentRegisterContract extends IncidentContract {

    private static final String MORNING = "2021-03-01T08:00:00+07:00";

    @Autowired
    IncidentHistory history;

    Point inBlock2;

    @BeforeEach
    void aSecondPlace() {
        inBlock2 = inside(BLOCK_2);
    }

    @Test
    void aMarkIsKeptAsSentWithItsCommuneAndArea() {
        UUID id = UUID.randomUUID();

        IncidentRegister.Stored stored = put(officer, id, mark().note("Mất xe đạp"), null);
        IncidentView read = register.get(officer, id, VI);

        assertThat(stored.created()).isTrue();
        assertThat(stored.incident()).isEqualTo(read);
        assertThat(read.longitude()).isEqualTo(inBlock1.getX());
        assertThat(read.latitude()).isEqualTo(inBlock1.getY());
        assertThat(read.occurredAt()).isEqualTo(Instant.parse("2021-03-01T01:00:00Z"));
        assertThat(read.note()).isEqualTo("Mất xe đạp");
        assertThat(read.commune().id()).isEqualTo(unit(NEW_TOWN));
        assertThat(read.residentialArea().id()).isEqualTo(unit(BLOCK_1));
        assertThat(read.handlingLevel()).isEqualTo("commune");
        assertThat(read.state()).isEqualTo("received");
        assertThat(read.mine()).isTrue();
        assertThat(read.nearBorder()).isFalse();
        assertThat(read.version()).isZero();
    }

    @Test
    void sendingTheSameAgainChangesNothing() {
        UUID id = UUID.randomUUID();
        put(officer, id, mark(), null);

        IncidentRegister.Stored again = put(officer, id, mark(), null);

        assertThat(again.created()).isFalse();
        assertThat(again.incident().version()).isZero();
        assertThat(history.of(officer, id, VI)).hasSize(1);
    }

    @Test
    void aChangeMustSayWhichVersionItIsBasedOn() {
        UUID id = UUID.randomUUID();
        put(officer, id, mark(), null);

        assertProblem(UserProblem.Kind.VERSION_REQUIRED, () -> put(officer, id, mark().note("khác"), null));
        assertProblem(UserProblem.Kind.VERSION_REQUIRED, () -> register.withdraw(officer, id, null, VI));
        assertThat(register.get(officer, id, VI).note()).isNull();
    }

    @Test
    void aChangeOfAnOlderVersionIsToldTheCurrentState() {
        UUID id = UUID.randomUUID();
        put(officer, id, mark(), null);
        put(officer, id, mark().note("một"), 0L);

        UserProblem problem = problemOf(() -> put(officer, id, mark().note("hai"), 0L));

        assertThat(problem.kind()).isEqualTo(UserProblem.Kind.STALE);
        assertThat(problem.extras()).hasEntrySatisfying("current", current -> {
            assertThat(((IncidentView) current).note()).isEqualTo("một");
            assertThat(((IncidentView) current).version()).isEqualTo(1);
        });
        assertProblem(UserProblem.Kind.STALE, () -> register.withdraw(officer, id, 0L, VI));
    }

    @Test
    void correctingMovingAndWithdrawingKeepWhoChangedWhatAndWhen() {
        UUID id = UUID.randomUUID();
        Instant begin = Instant.now();
        AccountView colleague = officer("colleague", OLD_TOWN);
        put(officer, id, mark(), null);
        put(colleague, id, mark().category("TNGT"), 0L);
        put(officer, id, mark().category("TNGT").movedTo(inBlock2), 1L);
        as(colleague, () -> register.withdraw(colleague, id, 2L, VI));

        List<IncidentHistory.Entry> entries = history.of(officer, id, VI);

        assertThat(entries)
                .extracting(IncidentHistory.Entry::change)
                .containsExactly("created", "corrected", "moved", "withdrawn");
        assertThat(entries)
                .extracting(IncidentHistory.Entry::changedBy)
                .containsExactly(officer.username(), colleague.username(), officer.username(), colleague.username());
        assertThat(entries)
                .extracting(IncidentHistory.Entry::changedAt)
                .isSorted()
                .allSatisfy(at -> assertThat(at)
                        .isBetween(
                                begin.minus(1, ChronoUnit.SECONDS),
                                Instant.now().plus(1, ChronoUnit.SECONDS)));
        assertThat(entries)
                .extracting(entry -> entry.incident().category())
                .containsExactly("TTXH", "TNGT", "TNGT", "TNGT");
        assertThat(entries).extracting(entry -> entry.incident().version()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void theHistoryTellsEachPlaceWithTheAreaThatLiesThere() {
        UUID id = UUID.randomUUID();
        put(officer, id, mark(), null);
        put(officer, id, mark().movedTo(inBlock2), 0L);

        List<IncidentHistory.Entry> entries = history.of(officer, id, VI);

        assertThat(entries)
                .extracting(entry -> entry.incident().longitude())
                .containsExactly(inBlock1.getX(), inBlock2.getX());
        assertThat(entries)
                .extracting(entry -> entry.incident().residentialArea().fullName())
                .containsExactly("Khu phố 1", "Khu phố 2");
    }

    @Test
    void aHistoryThatBeginsUnseenDoesNotCallTheFirstSeenStateCreated() {
        AccountView trusted = officerForRestricted("trusted", OLD_TOWN);
        UUID id = UUID.randomUUID();
        put(trusted, id, mark().category("ANBG"), null);
        put(trusted, id, mark().category("KHAC"), 0L);

        assertThat(history.of(trusted, id, VI))
                .extracting(IncidentHistory.Entry::change)
                .containsExactly("created", "corrected");
        assertThat(history.of(officer, id, VI))
                .extracting(IncidentHistory.Entry::change)
                .containsExactly("corrected");
    }

    @Test
    void aWithdrawnMarkStaysAsItIs() {
        UUID id = UUID.randomUUID();
        put(officer, id, mark(), null);
        as(officer, () -> register.withdraw(officer, id, 0L, VI));

        assertThat(register.get(officer, id, VI).withdrawn()).isTrue();
        assertProblem(UserProblem.Kind.CONFLICT, () -> put(officer, id, mark().note("khác"), 1L));
        // Taking it back once more is no change.
        IncidentView again = as(officer, () -> register.withdraw(officer, id, null, VI));
        assertThat(again.version()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void theSameNewMarkSentTwiceAtOnceIsOneRecord() throws Exception {
        UUID id = UUID.randomUUID();

        List<Object> answers = atOnce(() -> put(officer, id, mark(), null), () -> put(officer, id, mark(), null));

        assertThat(answers)
                .extracting(answer -> ((IncidentRegister.Stored) answer).created())
                .containsExactlyInAnyOrder(true, false);
        assertThat(history.of(officer, id, VI)).hasSize(1);
    }

    @RepeatedTest(5)
    void ofTwoCorrectionsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        UUID id = UUID.randomUUID();
        put(officer, id, mark(), null);

        List<Object> answers =
                atOnce(() -> put(officer, id, mark().note("một"), 0L), () -> put(officer, id, mark().note("hai"), 0L));

        IncidentRegister.Stored winner = only(answers, IncidentRegister.Stored.class);
        UserProblem told = only(answers, UserProblem.class);
        assertThat(told.kind()).isEqualTo(UserProblem.Kind.STALE);
        assertThat(told.extras().get("current")).isEqualTo(winner.incident());
        assertThat(register.get(officer, id, VI)).isEqualTo(winner.incident());
        assertThat(history.of(officer, id, VI)).hasSize(2);
    }

    @Test
    void aMarkWithinAThousandMetresOutsideIsKeptAndFlagged() {
        IncidentView near = put(officer, UUID.randomUUID(), mark().movedTo(northOfTown(990)), null)
                .incident();

        assertThat(near.nearBorder()).isTrue();
        assertThat(near.commune().id()).isEqualTo(unit(NEW_TOWN));
        assertThat(near.residentialArea()).isNull();
        assertThat(near.roadSegment()).isNull();
    }

    @Test
    void aMarkFartherOutsideIsRefused() {
        UUID id = UUID.randomUUID();

        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(officer, id, mark().movedTo(northOfTown(1010)), null));
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> register.get(officer, id, VI));
    }

    @Test
    void anOfficerOfTheOtherPlaceCanNeitherReadNorWriteIt() {
        AccountView other = officer("tra-linh", HUYEN_TRA_LINH);
        UUID id = UUID.randomUUID();
        put(officer, id, mark(), null);

        assertProblem(UserProblem.Kind.NOT_FOUND, () -> register.get(other, id, VI));
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> history.of(other, id, VI));
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> register.withdraw(other, id, 0L, VI));
        Point traLinh = inside("commune-01447-2020");
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(other, id, mark(), 0L));
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(other, id, mark().movedTo(traLinh), 0L));
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(other, UUID.randomUUID(), mark(), null));
        assertThat(register.get(officer, id, VI).version()).isZero();
    }

    @Test
    void onlyAnOfficerMayMark() {
        AccountView leader = leader(OLD_TOWN);
        AccountView planner = planner(OLD_TOWN);
        UUID id = UUID.randomUUID();

        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(leader, id, mark(), null));
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(planner, id, mark(), null));
        put(officer, id, mark(), null);
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> register.withdraw(leader, id, 0L, VI));
    }

    @Test
    void aRestrictedCategoryIsThereOnlyForThoseWithTheRight() {
        AccountView trusted = officerForRestricted("trusted", OLD_TOWN);
        UUID id = UUID.randomUUID();

        UserProblem unknown = problemOf(() -> put(officer, id, mark().category("ANBG"), null));
        assertThat(unknown.kind()).isEqualTo(UserProblem.Kind.INVALID);
        assertThat(unknown.parameter()).isEqualTo("category");

        put(trusted, id, mark().category("ANBG"), null);
        assertThat(register.get(trusted, id, VI).category()).isEqualTo("ANBG");
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> register.get(officer, id, VI));
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> history.of(officer, id, VI));
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(officer, id, mark(), 0L));
    }

    @Test
    void theCalendarDayIsThatOfVietnamWhereverTheServiceRuns() {
        UUID id = UUID.randomUUID();
        put(officer, id, TestDraft.at(inBlock1, "2021-03-31T23:59:59+07:00"), null);

        // Read as text, so that nothing on the way can shift it again.
        assertThat(jdbc.queryForObject(
                        "select cast(local_date as varchar(10)) || ' ' || local_month || ' ' || local_hour"
                                + " from incident where id = ?",
                        String.class,
                        id))
                .isEqualTo("2021-03-31 3 23");
    }

    @Test
    void aPlaceIsKeptToTheLastDigit() {
        UUID id = UUID.randomUUID();
        put(officer, id, mark(), null);

        assertThat(register.get(officer, id, VI).longitude()).isCloseTo(inBlock1.getX(), within(0.0));
        assertThat(jdbc.queryForObject("select ST_SRID(position) from incident where id = ?", Integer.class, id))
                .isEqualTo(4326);
    }

    private TestDraft mark() {
        return TestDraft.at(inBlock1, MORNING);
    }

    /** Runs both at the same time; an answer is what came back or the problem. */
    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> call : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    together.await();
                    try {
                        return call.call();
                    } catch (UserProblem problem) {
                        return problem;
                    }
                }));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T only(List<Object> answers, Class<T> type) {
        assertThat(answers)
                .filteredOn(type::isInstance)
                .as("%s among %s", type, answers)
                .hasSize(1);
        return answers.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
