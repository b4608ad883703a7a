package vn.anttmap.live;

import java.io.IOException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open connection. Sending may block on a slow phone, so each stream sends by itself and keeps its own order. */
final class LiveStream {

    /** A client this far behind is cut off: it comes back and loads anew. */
    private static final int MOST_WAITING = 500;

    private final String username;
    private final @Nullable UUID signIn;
    private final SseEmitter emitter;
    private final Executor executor;
    private final Consumer<LiveStream> onGone;
    private final Queue<SseEmitter.SseEventBuilder> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile boolean ended;

    LiveStream(
            String username,
            @Nullable UUID signIn,
            SseEmitter emitter,
            Executor executor,
            Consumer<LiveStream> onGone) {
        this.username = username;
        this.signIn = signIn;
        this.emitter = emitter;
        this.executor = executor;
        this.onGone = onGone;
    }

    String username() {
        return username;
    }

    /** Null for a tool, which shows its password. */
    @Nullable UUID signIn() {
        return signIn;
    }

    void incident(LiveEvent event) {
        send(SseEmitter.event().name("incident").data(event.told(), MediaType.APPLICATION_JSON));
    }

    void resync() {
        send(SseEmitter.event().name("resync").data("{}"));
    }

    void heartbeat() {
        send(SseEmitter.event().comment(""));
    }

    /** Makes room for a newer stream of the account, and says so: who was displaced does not come back at once. */
    void displace() {
        ended = true;
        waiting.clear();
        try {
            executor.execute(() -> {
                try {
                    emitter.send(SseEmitter.event().name("displaced").data("{}"));
                } catch (IOException | IllegalStateException gone) {
                    // Closed long ago, as after a reload of the page: just what makes the oldest one go first.
                }
                end();
            });
        } catch (RejectedExecutionException allBusy) {
            end();
        }
    }

    void end() {
        ended = true;
        waiting.clear();
        try {
            emitter.complete();
        } catch (IllegalStateException alreadyGone) {
            // The container was faster.
        }
    }

    private void send(SseEmitter.SseEventBuilder event) {
        if (ended) {
            return;
        }
        waiting.add(event);
        if (count.incrementAndGet() > MOST_WAITING) {
            end();
            return;
        }
        go();
    }

    private void go() {
        if (sending.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException allBusy) {
                // The next event or heartbeat tries again.
                sending.set(false);
            }
        }
    }

    private void drain() {
        try {
            for (SseEmitter.SseEventBuilder event = waiting.poll(); event != null && !ended; event = waiting.poll()) {
                count.decrementAndGet();
                emitter.send(event);
            }
        } catch (IOException | IllegalStateException gone) {
            // The container completes the request by itself.
            ended = true;
            onGone.accept(this);
        } finally {
            sending.set(false);
        }
        // Something may have come in after the last look.
        if (!waiting.isEmpty() && !ended) {
            go();
        }
    }
}
