package vn.anttmap.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.DemoServiceContract;

/** Of several nodes one has the turn. */
abstract class JobTurnsContract extends DemoServiceContract {

    private static final String JOB = "test of turns";
    private static final Duration HOUR = Duration.ofHours(1);

    @AfterEach
    void forget() {
        jdbc.sql("delete from job_turn where job = ?").param(JOB).update();
    }

    @Test
    void oneOfManyNodesAtOnceGetsTheTurn() throws Exception {
        for (int round = 0; round < 20; round++) {
            forget();
            List<Callable<Boolean>> asking = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                JobTurns turns = node("node " + node);
                asking.add(() -> turns.take(JOB, HOUR));
            }
            ExecutorService nodes = Executors.newFixedThreadPool(asking.size());
            int turns = 0;
            for (Future<Boolean> got : nodes.invokeAll(asking)) {
                turns += got.get() ? 1 : 0;
            }
            nodes.shutdown();

            assertThat(turns).isEqualTo(1);
        }
    }

    @Test
    void aTurnIsTheHoldersUntilItsEndAndThenFree() {
        assertThat(node("a").take(JOB, HOUR)).isTrue();
        assertThat(node("b").take(JOB, HOUR)).isFalse();
        assertThat(node("a").take(JOB, HOUR)).as("after its restart").isTrue();

        jdbc.sql("update job_turn set held_until = ? where job = ?")
                .params(OffsetDateTime.now().minusHours(1), JOB)
                .update();

        assertThat(node("b").take(JOB, HOUR)).isTrue();
        assertThat(node("a").take(JOB, HOUR)).isFalse();
    }

    @Test
    void whoLeavesLetsTheNextOneInAndOnlyTheHolderCan() {
        node("a").take(JOB, HOUR);
        node("b").leave(JOB);
        assertThat(node("b").take(JOB, HOUR)).isFalse();

        node("a").leave(JOB);

        assertThat(node("b").take(JOB, HOUR)).isTrue();
    }

    @Test
    void workThatLastsKeepsItsTurn() {
        node("a").take(JOB, Duration.ofSeconds(1));
        node("a").keep(JOB, HOUR);

        assertThat(jdbc.sql("select held_until from job_turn where job = ?")
                        .param(JOB)
                        .query(OffsetDateTime.class)
                        .single())
                .isAfter(OffsetDateTime.now().plusMinutes(50));
    }

    private JobTurns node(String name) {
        return new JobTurns(jdbc, new ThisNode(name, "1"));
    }
}
