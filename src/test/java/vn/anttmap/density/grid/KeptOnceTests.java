package vn.anttmap.density.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeptOnceTests {

    private final KeptOnce<String, String> kept = new KeptOnce<>(100);
    private final List<String> made = new ArrayList<>();

    @Test
    void whatWasNotAskedForLongestGoesFirst() {
        ask("a", 40);
        ask("b", 40);
        ask("a", 40);
        ask("c", 40);
        ask("a", 40);
        ask("b", 40);

        assertThat(made).containsExactly("a", "b", "c", "b");
    }

    @Test
    void whatIsTooLargeIsGivenAndNotKept() {
        ask("a", 40);
        assertThat(ask("large", Long.MAX_VALUE)).isEqualTo("LARGE");
        ask("large", 101);
        ask("a", 40);

        assertThat(made).containsExactly("a", "large", "large");
    }

    @Test
    void twoWhoAskAtOnceGetTheSame() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> kept.get("a", () -> {
            begun.countDown();
            await(go);
            return new KeptOnce.Made<>("made once", 10);
        }));
        begun.await();
        CompletableFuture<String> second = new CompletableFuture<>();
        Thread asking = new Thread(() -> second.complete(kept.get("a", () -> new KeptOnce.Made<>("made again", 10))));
        asking.start();
        while (asking.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        go.countDown();

        assertThat(second.join()).isSameAs(first.join()).isEqualTo("made once");
    }

    @Test
    void whatCouldNotBeMadeIsTriedAgain() {
        Supplier<KeptOnce.Made<String>> failing = () -> {
            throw new CellGrid.TooManyCells();
        };

        assertThatThrownBy(() -> kept.get("a", failing)).isInstanceOf(CellGrid.TooManyCells.class);
        assertThat(ask("a", 10)).isEqualTo("A");
    }

    private String ask(String key, long bytes) {
        return kept.get(key, () -> {
            made.add(key);
            return new KeptOnce.Made<>(key.toUpperCase(Locale.ROOT), bytes);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
