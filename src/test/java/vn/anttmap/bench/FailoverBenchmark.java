package vn.anttmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ReplicatedPostgis;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Officers mark without a pause at two nodes while the database's primary is killed and its replica promoted. Nothing
 * acknowledged may be lost, nothing may be there twice; how long writes are refused is told.
 *
 * <p>{@code mvn test -Dtest=FailoverBenchmark}, with {@code -Dsynchronous=false} for a replica that may be behind, {@code
 * -Dwait=3} for the seconds until somebody promotes, {@code -Dlagging=true} for a replica that has what was written on its disk
 * and not yet in its tables, {@code -Drounds=1}.
 */
class FailoverBenchmark {

    private static final boolean SYNCHRONOUS = !"false".equals(System.getProperty("synchronous"));
    private static final int WAIT_SECONDS = Integer.getInteger("wait", 3);
    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    private static final boolean LAGGING = Boolean.getBoolean("lagging");
    private static final int OFFICERS = 6;
    private static final int SECONDS_AROUND = 10;

    @Test
    void nothingAcknowledgedIsLostWhenTheReplicaTakesOver() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            try (ReplicatedPostgis pair = ReplicatedPostgis.start(SYNCHRONOUS);
                    ServiceProcess one = ServiceProcess.on(pair.database())
                            .with("anttmap.demo", "true")
                            .start();
                    ServiceProcess two = ServiceProcess.on(pair.database())
                            .with("anttmap.demo", "true")
                            .start()) {
                new Round(pair, one, two).run();
            }
        }
    }

    private static final class Round {

        private final ReplicatedPostgis pair;
        private final List<ServiceProcess> nodes;
        private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger withoutAdvice = new AtomicInteger();
        private final AtomicInteger broken = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();

        Round(ReplicatedPostgis pair, ServiceProcess one, ServiceProcess two) {
            this.pair = pair;
            this.nodes = List.of(one, two);
        }

        void run() throws Exception {
            ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < OFFICERS; i++) {
                ServiceClient officer = nodes.get(i % 2).client("officer", "officer");
                working.add(officers.submit(() -> mark(officer)));
            }
            pause(SECONDS_AROUND);
            if (LAGGING) {
                pair.lag();
                pause(SECONDS_AROUND);
            }
            int before = acknowledged.size();
            long killed = System.nanoTime();
            pair.killPrimary();
            pause(WAIT_SECONDS);
            long promoting = System.nanoTime();
            pair.promote();
            long promoted = System.nanoTime();
            pause(SECONDS_AROUND);
            over.set(true);
            for (Future<?> one : working) {
                one.get();
            }
            officers.shutdown();
            tell(before, killed, promoting, promoted);
        }

        /** As the page does: the same id and key until it is told that the mark is kept. */
        private void mark(ServiceClient officer) {
            while (!over.get()) {
                UUID id = UUID.randomUUID();
                String key = UUID.randomUUID().toString();
                boolean kept = false;
                while (!kept) {
                    try {
                        HttpResponse<String> answer = officer.put(path(id), body(id), "Idempotency-Key", key);
                        kept = answer.statusCode() == 201 || answer.statusCode() == 200;
                        if (kept) {
                            acknowledged.put(id, System.nanoTime());
                        } else if (answer.statusCode() == 503) {
                            refused.incrementAndGet();
                            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                                withoutAdvice.incrementAndGet();
                            }
                        } else {
                            strange.add(answer.statusCode() + " " + answer.body());
                        }
                    } catch (UncheckedIOException e) {
                        broken.incrementAndGet();
                    }
                    if (!kept) {
                        // More often than Retry-After says, so that the end of the refusals is seen.
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                    }
                }
            }
        }

        private void tell(int before, long killed, long promoting, long promoted) throws SQLException {
            long firstAgain = acknowledged.values().stream()
                    .filter(at -> at > promoting)
                    .min(Long::compare)
                    .orElseThrow();
            long lastBefore = acknowledged.values().stream()
                    .filter(at -> at <= promoting)
                    .max(Long::compare)
                    .orElseThrow();
            TestDatabase now = pair.replica();
            int lost = 0;
            for (UUID id : acknowledged.keySet()) {
                lost += count(now, "select count(*) from incident where id = '" + id + "'") == 1 ? 0 : 1;
            }
            long marks = count(now, "select count(*) from incident where note like 'ghi %'");
            long distinct = count(now, "select count(distinct note) from incident where note like 'ghi %'");
            long histories = count(now, "select count(*) from incident_history where note like 'ghi %'");
            System.out.printf(
                    Locale.ROOT,
                    "failover, %s%s replica, promoted %d s after the kill (promotion %.1f s): no write acknowledged for"
                            + " %.1f s, of them %.1f s after the promotion; %d marks acknowledged (%d before), lost %d,"
                            + " twice %d; %d answers 503 (%d without Retry-After), %d broken connections, %d other: %s%n",
                    SYNCHRONOUS ? "synchronous" : "asynchronous",
                    LAGGING ? " lagging" : "",
                    WAIT_SECONDS,
                    (promoted - promoting) / 1e9,
                    (firstAgain - lastBefore) / 1e9,
                    Math.max(0, firstAgain - promoted) / 1e9,
                    acknowledged.size(),
                    before,
                    lost,
                    marks - distinct + Math.abs(histories - marks),
                    refused.get(),
                    withoutAdvice.get(),
                    broken.get(),
                    strange.size(),
                    strange.stream().limit(3).toList());
            assertThat(killed).isLessThan(promoting);
            assertThat(histories).isEqualTo(marks).isEqualTo(distinct);
            assertThat(withoutAdvice).hasValue(0);
            assertThat(strange).isEmpty();
            if (SYNCHRONOUS) {
                assertThat(lost).isZero();
            }
        }

        private static void pause(int seconds) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        }

        private static String path(UUID id) {
            return "/api/incidents/" + id;
        }

        private static String body(UUID id) {
            return "{\"longitude\":105.64806,\"latitude\":19.97194,\"occurredAt\":\"2020-08-03T02:00:00Z\","
                    + "\"reportedAt\":\"2020-08-03T03:00:00Z\",\"category\":\"TTXH\",\"note\":\"ghi " + id + "\"}";
        }

        private static long count(TestDatabase database, String sql) throws SQLException {
            try (Connection connection =
                            DriverManager.getConnection(database.url(), database.username(), database.password());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
