package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.TestDraft;

/** A save that is sent again under its key is one save, whatever happened between. */
abstract class SubmissionContract extends IncidentContract {

    @Autowired
    IncidentHistory history;

    @Autowired
    IncidentSubmissions submissions;

    TestDraft mark;

    @BeforeEach
    void aMark() {
        mark = TestDraft.at(inBlock1, "2021-03-01T08:00:00+07:00");
    }

    @AfterEach
    void forgetTheKeys() {
        jdbc.update("delete from incident_submission where username like 'contract-%'");
    }

    @Test
    void aRepeatOfAKeyWritesNothingAndTellsTheVersionThatItMade() {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();

        IncidentRegister.Stored first = put(officer, id, mark, null, key);
        IncidentRegister.Stored again = put(officer, id, mark, null, key);

        assertThat(first.created()).isTrue();
        assertThat(first.replayedVersion()).isNull();
        assertThat(again.created()).isFalse();
        assertThat(again.replayedVersion()).isZero();
        assertThat(history.of(officer, id, VI)).hasSize(1);
    }

    @Test
    void aLateRepeatDoesNotUndoWhatCameAfter() {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        put(officer, id, mark, null, UUID.randomUUID());
        put(officer, id, mark.note("một"), 0L, key);
        put(officer, id, mark.note("hai"), 1L, UUID.randomUUID());

        IncidentRegister.Stored late = put(officer, id, mark.note("một"), 0L, key);

        assertThat(late.replayedVersion()).isEqualTo(1);
        assertThat(late.incident().note()).isEqualTo("hai");
        assertThat(late.incident().version()).isEqualTo(2);
    }

    @Test
    void aRepeatAfterTheMarkWasTakenBackIsNoError() {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        put(officer, id, mark, null, key);
        as(officer, () -> register.withdraw(officer, id, 0L, VI));

        IncidentRegister.Stored late = put(officer, id, mark, null, key);

        assertThat(late.incident().withdrawn()).isTrue();
    }

    @Test
    void aSaveThatChangesNothingIsRememberedToo() {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        put(officer, id, mark, null, UUID.randomUUID());
        put(officer, id, mark, null, key);
        put(officer, id, mark.note("khác"), 0L, UUID.randomUUID());

        assertThat(put(officer, id, mark, null, key).incident().note()).isEqualTo("khác");
    }

    @Test
    void aRefusedSaveLeavesItsKeyFree() {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        put(officer, id, mark, null, null);

        assertThatThrownBy(() -> put(officer, id, mark.note("khác"), 7L, key)).isInstanceOf(UserProblem.class);

        assertThat(put(officer, id, mark.note("khác"), 0L, key).replayedVersion())
                .isNull();
    }

    @Test
    void aKeyBelongsToOneIncidentAndOneAccount() {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        put(officer, id, mark, null, key);
        AccountView colleague = officer("colleague", OLD_TOWN);

        assertReused(() -> put(officer, UUID.randomUUID(), mark, null, key));
        assertReused(() -> put(colleague, id, mark, null, key));
    }

    @Test
    void whoMayNotMarkGetsNoAnswerByAKeyEither() {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        put(officer, id, mark, null, key);
        AccountView leader = leader(OLD_TOWN);

        assertProblem(UserProblem.Kind.FORBIDDEN, () -> put(leader, id, mark, null, key));
    }

    @RepeatedTest(5)
    void aNewMarkSentTwiceAtOnceIsOne() throws Exception {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();

        List<IncidentRegister.Stored> answers = twiceAtOnce(() -> put(officer, id, mark, null, key));

        assertThat(answers).extracting(IncidentRegister.Stored::created).containsExactlyInAnyOrder(true, false);
        assertThat(history.of(officer, id, VI)).hasSize(1);
    }

    @RepeatedTest(5)
    void aCorrectionSentTwiceAtOnceIsOneAndNoConflict() throws Exception {
        UUID id = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        put(officer, id, mark, null, null);

        List<IncidentRegister.Stored> answers = twiceAtOnce(() -> put(officer, id, mark.note("một"), 0L, key));

        assertThat(answers)
                .allSatisfy(stored -> assertThat(stored.incident().version()).isEqualTo(1));
        assertThat(history.of(officer, id, VI)).hasSize(2);
    }

    @Test
    void keysAreForgottenAfterNinetyDays() {
        UUID id = UUID.randomUUID();
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        put(officer, id, mark, null, old);
        put(officer, id, mark, null, young);
        age(old, Duration.ofDays(91));
        age(young, Duration.ofDays(89));

        submissions.sweep();

        assertThat(submissions.versionOf(old, id, officer.username())).isEmpty();
        assertThat(submissions.versionOf(young, id, officer.username())).contains(0L);
    }

    private void age(UUID key, Duration age) {
        jdbc.update(
                "update incident_submission set submitted_at = ? where idempotency_key = ?",
                Timestamp.from(Instant.now().minus(age)),
                key);
    }

    private static void assertReused(ThrowingCallable save) {
        UserProblem problem = problemOf(save);
        assertThat(problem.kind()).isEqualTo(UserProblem.Kind.UNPROCESSABLE);
        assertThat(problem.key()).isEqualTo("idempotency-key-reused");
    }

    private static <T> List<T> twiceAtOnce(java.util.concurrent.Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(threads.submit(() -> {
                    together.await();
                    return work.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private IncidentRegister.Stored put(
            AccountView account, UUID id, TestDraft draft, @Nullable Long basedOn, @Nullable UUID key) {
        return as(account, () -> register.put(account, id, draft.draft(), basedOn, key, VI));
    }
}
