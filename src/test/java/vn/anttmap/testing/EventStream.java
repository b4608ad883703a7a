package vn.anttmap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A reader of {@code GET /api/live} as a tool would be, HTTP Basic; keeps what came in, with the time it came. */
public final class EventStream implements AutoCloseable {

    private final HttpResponse<Stream<String>> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ended;

    /** @param nanos {@link System#nanoTime()} at which it was read */
    public record Event(String name, String data, long nanos) {}

    private EventStream(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        this.ended = CompletableFuture.runAsync(this::read, task -> {
            Thread thread = new Thread(task, "event-stream");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Opens the stream of this account and returns when its hello is there. */
    public static EventStream open(String baseUrl, String username, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return openWith(baseUrl, "Authorization", "Basic " + credentials);
    }

    /** As {@link #open(String, String, String)} with these headers, such as a session's cookie. */
    public static EventStream openWith(String baseUrl, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/api/live"))
                .timeout(Duration.ofSeconds(60))
                .headers(headers)
                .build();
        try {
            EventStream stream = new EventStream(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, BodyHandlers.ofLines()));
            stream.await(event -> event.name().equals("hello"));
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<Stream<String>> answer() {
        return answer;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Waits for such an event, 20 seconds at most: how soon it has to come is for the test to say. */
    public Event await(Predicate<Event> wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            for (Event event : events) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            sleep();
        }
        throw new AssertionError("status " + answer.statusCode() + ", only these events came in: " + events);
    }

    /** Waits until the service has ended the stream. */
    public void awaitEnd() {
        ended.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Leaves, as a closed page does. */
    @Override
    public void close() {
        answer.body().close();
    }

    private void read() {
        String name = "message";
        try {
            for (String line : (Iterable<String>) answer.body()::iterator) {
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    events.add(new Event(name, line.substring("data:".length()).strip(), System.nanoTime()));
                } else if (line.startsWith(":")) {
                    events.add(new Event("comment", "", System.nanoTime()));
                }
            }
        } catch (UncheckedIOException closed) {
            // Either side may have gone.
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
