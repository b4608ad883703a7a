package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;

/**
 * Officers who mark and correct without a pause until the ground is pulled from under them, and what they were told was
 * kept.
 */
final class KilledService {

    private static final int WRITERS = 4;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(200);

    private final ServiceProcess service;
    private final Map<UUID, Mark> marks = new ConcurrentHashMap<>();

    /**
     * One mark.
     *
     * @param acknowledged what the service answered last
     * @param attempted note of a correction that was sent and not answered; may or may not be kept
     */
    private record Mark(JsonNode acknowledged, @Nullable String attempted) {}

    KilledService(ServiceProcess service) {
        this.service = service;
    }

    /** Marks acknowledged since the beginning. */
    int acknowledged() {
        return marks.size();
    }

    /**
     * Lets the officers write, and strikes in the very moment in which the service has answered a mark for the given
     * time; the others are then in the middle of theirs.
     */
    void writeUntil(int answers, Runnable strike) {
        AtomicInteger counted = new AtomicInteger();
        CountDownLatch struck = new CountDownLatch(1);
        Runnable answered = () -> {
            if (counted.incrementAndGet() == answers) {
                strike.run();
                struck.countDown();
            }
        };
        ExecutorService officers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                working.add(officers.submit(() -> {
                    while (struck.getCount() > 0 && markAndCorrect(answered)) {
                        // The next one.
                    }
                }));
            }
            for (Future<?> officer : working) {
                officer.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("an officer was refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            officers.shutdownNow();
        }
        assertThat(struck.getCount()).as("the service was struck").isZero();
    }

    /** Every answer that was given still holds, with its history. */
    void assertNothingIsLost() {
        ServiceClient officer = officer();
        marks.forEach((id, mark) -> {
            HttpResponse<String> answer = ask(officer, path(id));
            assertThat(answer.statusCode()).as("acknowledged mark " + id).isEqualTo(200);
            JsonNode kept = read(answer);
            if (mark.attempted() != null && !kept.equals(mark.acknowledged())) {
                assertThat(kept.get("note").asString()).isEqualTo(mark.attempted());
            } else {
                assertThat(kept).isEqualTo(mark.acknowledged());
            }
            JsonNode history = read(ask(officer, path(id) + "/history")).get("history");
            int states = kept.get("version").asInt() + 1;
            assertThat(history.size()).as("states of " + id).isEqualTo(states);
            assertThat(history.get(states - 1).toString())
                    .contains(kept.get("note").asString());
            int version = mark.acknowledged().get("version").asInt();
            assertThat(history.get(version).toString())
                    .contains(mark.acknowledged().get("note").asString());
        });
    }

    /** Asks again, as a client would, where the service says that its database is away for the moment. */
    private static HttpResponse<String> ask(ServiceClient officer, String path) {
        Instant deadline = Instant.now().plus(BACK_WITHIN);
        while (true) {
            HttpResponse<String> answer = officer.get(path);
            if (answer.statusCode() != 503 || Instant.now().isAfter(deadline)) {
                return answer;
            }
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
        }
    }

    /** @return false once the service does not answer any more */
    private boolean markAndCorrect(Runnable answered) {
        UUID id = UUID.randomUUID();
        try {
            HttpResponse<String> created = officer().put(path(id), body("ghi " + id));
            if (created.statusCode() >= 500) {
                return false;
            }
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            JsonNode mark = read(created);
            String correction = "sửa " + id;
            marks.put(id, new Mark(mark, correction));
            answered.run();
            HttpResponse<String> corrected =
                    officer().put(path(id), body(correction), "If-Match", "\"" + mark.get("version") + "\"");
            if (corrected.statusCode() >= 500) {
                return false;
            }
            assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
            marks.put(id, new Mark(read(corrected), null));
            answered.run();
            return true;
        } catch (UncheckedIOException killed) {
            return false;
        }
    }

    private ServiceClient officer() {
        return service.client("officer", "officer");
    }

    private static String path(UUID id) {
        return "/api/incidents/" + id;
    }

    private static String body(String note) {
        return "{\"longitude\":105.64806,\"latitude\":19.97194,\"occurredAt\":\"2020-08-03T02:00:00Z\","
                + "\"reportedAt\":\"2020-08-03T03:00:00Z\",\"category\":\"TTXH\",\"severity\":\"IT_NGHIEM_TRONG\","
                + "\"placeAccuracy\":\"street\",\"personsInvolved\":2,\"damageDong\":1500000,\"note\":\"" + note
                + "\"}";
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
