package vn.anttmap.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.anttmap.access.AccountSessions;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.Right;
import vn.anttmap.access.SignInsEnded;
import vn.anttmap.incident.IncidentAudience;
import vn.anttmap.problem.UserProblem;

/** The open streams of this node. An event goes to those whose account may know of the incident, and to nobody else. */
@Component
class LiveStreams implements DisposableBean {

    /** A closed page is noticed only when something is written to it, so some of these may be of pages long gone. */
    static final int MOST_OF_AN_ACCOUNT = 12;

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final int HEARTBEAT_SECONDS = 20;
    private static final int MOST_SENDERS = 32;
    private static final long RECONNECT_MILLIS = 3_000;
    private static final long WITHOUT_END = 0;

    private final Accounts accounts;
    private final AccountSessions sessions;
    private final IncidentAudience audience;

    /** Each with its number, in the order of their opening. */
    private final Map<LiveStream, Long> streams = new ConcurrentHashMap<>();

    private final AtomicLong opened = new AtomicLong();
    private final LinkedBlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
    private final ExecutorService senders = new ThreadPoolExecutor(
            0, MOST_SENDERS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), daemon("live-send"));
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(daemon("live-dispatch"));
    private volatile boolean closed;

    LiveStreams(Accounts accounts, AccountSessions sessions, IncidentAudience audience) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audience = audience;
        work.scheduleWithFixedDelay(guarded(this::beat), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Opens a stream; its first event is {@code hello}. Where the account has as many as it may, the oldest one ends.
     *
     * @param signIn the sign-in whose end ends the stream, from wherever it was ended; null for a tool
     * @throws UserProblem if the account may see no incidents
     */
    SseEmitter open(AccountView account, @Nullable UUID signIn) throws java.io.IOException {
        account.require(Right.LIST_INCIDENTS);
        // Refuses whoever gets published figures only.
        audience.of(account);
        SseEmitter emitter = new SseEmitter(WITHOUT_END);
        LiveStream stream = new LiveStream(account.username(), signIn, emitter, senders, streams::remove);
        emitter.onCompletion(() -> streams.remove(stream));
        emitter.onError(failure -> streams.remove(stream));
        emitter.send(SseEmitter.event().name("hello").data("{}").reconnectTime(RECONNECT_MILLIS));
        synchronized (streams) {
            List<LiveStream> open = streams.entrySet().stream()
                    .filter(other -> other.getKey().username().equals(account.username()))
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .toList();
            for (int i = 0; i <= open.size() - MOST_OF_AN_ACCOUNT; i++) {
                streams.remove(open.get(i));
                open.get(i).displace();
            }
            streams.put(stream, opened.incrementAndGet());
        }
        if (closed) {
            stream.end();
        }
        return emitter;
    }

    /** Tells of a committed write. Returns at once. */
    void tell(LiveEvent event) {
        if (!closed) {
            events.add(event);
            work.execute(guarded(this::dispatch));
        }
    }

    /** Events may have been missed: everybody is to load anew. */
    void resync() {
        streams.keySet().forEach(LiveStream::resync);
    }

    /** How many streams are open on this node. */
    int count() {
        return streams.size();
    }

    /** On this node at once; another one sees it before it tells of anything, and with its next heartbeat. */
    @TransactionalEventListener(fallbackExecution = true)
    void signInsEnded(SignInsEnded event) {
        if (!closed) {
            work.execute(guarded(this::endWhatIsOver));
        }
    }

    /** Before the web server waits for its open requests: these would keep it waiting. */
    @EventListener
    void shutdown(ContextClosedEvent event) {
        closed = true;
        end(stream -> true);
    }

    @Override
    public void destroy() {
        work.shutdownNow();
        senders.shutdownNow();
    }

    /** All that has come in by now at once, so that an account's view is worked out once however much there is. */
    private void dispatch() {
        endWhatIsOver();
        List<LiveEvent> batch = new ArrayList<>();
        events.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        byAccount()
                .forEach((username, open) -> view(username)
                        .ifPresentOrElse(
                                view -> batch.stream()
                                        .filter(event -> view.covers(event.communeId(), event.category()))
                                        .forEach(event -> open.forEach(stream -> stream.incident(event))),
                                () -> open.forEach(LiveStream::end)));
    }

    private void beat() {
        endWhatIsOver();
        byAccount().forEach((username, open) -> {
            if (view(username).isPresent()) {
                open.forEach(LiveStream::heartbeat);
            } else {
                open.forEach(LiveStream::end);
            }
        });
    }

    private void endWhatIsOver() {
        Set<UUID> signIns = streams.keySet().stream()
                .map(LiveStream::signIn)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> standing = sessions.standing(signIns);
        // Only those that were asked for: a stream that was opened meanwhile is no older than its sign-in.
        end(stream -> signIns.contains(stream.signIn()) && !standing.contains(stream.signIn()));
    }

    private Map<String, List<LiveStream>> byAccount() {
        return streams.keySet().stream().collect(Collectors.groupingBy(LiveStream::username));
    }

    /** Read afresh, so that a right taken away, or an account switched off, counts at once. */
    private Optional<IncidentAudience.View> view(String username) {
        return accounts.findActive(username).filter(audience::includes).map(audience::of);
    }

    private void end(Predicate<LiveStream> which) {
        streams.keySet().stream().filter(which).toList().forEach(stream -> {
            streams.remove(stream);
            stream.end();
        });
    }

    /** A database that is away must not end the work for good. What could not be told is loaded anew. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("live events could not be told: {}", e.toString());
                resync();
            }
        };
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
