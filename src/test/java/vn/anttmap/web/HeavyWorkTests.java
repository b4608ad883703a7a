package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.anttmap.web.HeavyWork.Turn;

/** Three places, two of them for one account, one more may wait. */
class HeavyWorkTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void oneAccountTakesTwoPlacesAndAllTogetherThree() {
        HeavyWork work = work(1, Duration.ZERO);

        assertThat(work.enter("a")).isEqualTo(Turn.TAKEN);
        assertThat(work.enter("a")).isEqualTo(Turn.TAKEN);
        assertThat(work.enter("a")).isEqualTo(Turn.OWN_ARE_TAKEN);
        assertThat(work.enter("b")).isEqualTo(Turn.TAKEN);
        assertThat(work.enter("c")).isEqualTo(Turn.ALL_ARE_TAKEN);

        work.leave("a");
        assertThat(work.enter("c")).isEqualTo(Turn.TAKEN);
    }

    @Test
    void whoWaitsTakesThePlaceThatIsLeftAndWhoComesMeanwhileIsRefused() {
        HeavyWork work = work(1, LONG);
        work.enter("a");
        work.enter("a");
        CompletableFuture<Turn> third = CompletableFuture.supplyAsync(() -> work.enter("a"));
        while (work.waiting() == 0) {
            Thread.onSpinWait();
        }

        assertThat(work.enter("a")).as("there is room for one to wait").isEqualTo(Turn.OWN_ARE_TAKEN);
        work.leave("a");

        assertThat(third.join()).isEqualTo(Turn.TAKEN);
        assertThat(work.waiting()).isZero();
    }

    private static HeavyWork work(int waiting, Duration wait) {
        return new HeavyWork(new LimitSettings(0, 1, 0, 1, 3, 2, waiting, wait));
    }
}
