package vn.anttmap.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedForceTests {

    /** The first is held while eight others come: one more time serves all of them, and the first alone serves none. */
    @Test
    void thoseThatComeMeanwhileAreServedTogetherByTheNextTime() throws Exception {
        AtomicInteger times = new AtomicInteger();
        AtomicInteger entered = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SharedForce shared = new SharedForce(() -> {
            if (times.incrementAndGet() == 1) {
                begun.countDown();
                await(goOn);
            }
        });
        ExecutorService pool = Executors.newFixedThreadPool(9);
        try {
            Future<?> first = pool.submit(shared);
            await(begun);
            List<Future<?>> others = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                others.add(pool.submit(() -> {
                    entered.incrementAndGet();
                    shared.run();
                }));
            }
            while (entered.get() < 8) {
                Thread.sleep(10);
            }
            Thread.sleep(200);
            assertThat(others).noneMatch(Future::isDone);
            goOn.countDown();
            first.get(10, TimeUnit.SECONDS);
            for (Future<?> other : others) {
                other.get(10, TimeUnit.SECONDS);
            }
            assertThat(times).hasValue(2);
            shared.run();
            assertThat(times).hasValue(3);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
