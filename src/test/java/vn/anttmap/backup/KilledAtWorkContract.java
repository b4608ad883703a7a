package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/**
 * Kill -9 of the real service at a moment of chance, while several people are at work: an officer marks, another brings in a
 * table, a planner stores a file of areas or changes boundaries, a title is decided, a backup is made. Afterwards each of
 * these is wholly there or wholly not, what was acknowledged is there, and everybody goes on from where they were.
 *
 * <p>{@code -Danttmap.kills=200} for more than the few of every run, {@code -Danttmap.kills.seed=…} for other moments,
 * {@code -Danttmap.kills.minutes=30} to end after a time.
 */
abstract class KilledAtWorkContract {

    static final int KILLS = Integer.getInteger("anttmap.kills", 2);
    static final Duration AT_MOST = Duration.ofMinutes(Integer.getInteger("anttmap.kills.minutes", 600));
    static final long SEED = Long.getLong("anttmap.kills.seed", 20261123);

    private static final int LONGEST_MILLIS = 4_000;

    abstract TestDatabase newDatabase();

    @Test
    void leavesNothingByHalves() {
        Random random = new Random(SEED);
        Path folder = TestFolders.create("killed-at-work-");
        try (ServiceProcess service = ServiceProcess.on(newDatabase())
                .with("anttmap.demo", "true")
                .with("anttmap.backup.directory", folder.toString())
                .with("anttmap.backup.keep", String.valueOf(ArchiveWork.KEPT))
                .start()) {
            ArchiveWork backups = new ArchiveWork(service, folder);
            Snapshot before = backups.snapshot();
            List<KilledWork> planners = List.of(
                    new TerritoryWork.OfFiles(service, backups::snapshot, before),
                    new TerritoryWork.OfChanges(service, backups::snapshot, before));
            List<KilledWork> others = List.of(
                    new MarkWork(service),
                    new TableWork(service, backups::snapshot),
                    new DecisionWork(service),
                    backups);
            List<KilledWork> rehearsed = new ArrayList<>();
            Instant end = Instant.now().plus(AT_MOST);
            for (int kill = 1; kill <= KILLS && Instant.now().isBefore(end); kill++) {
                List<KilledWork> atWork = new ArrayList<>(others);
                atWork.add(planners.get(kill % planners.size()));
                for (KilledWork work : atWork) {
                    if (!rehearsed.contains(work)) {
                        work.rehearse();
                        rehearsed.add(work);
                    }
                }
                int millis = 50 + random.nextInt(LONGEST_MILLIS);
                strike(service, atWork, millis);
                service.restart();
                Snapshot after = backups.snapshot();
                List<String> told = new ArrayList<>();
                for (KilledWork work : atWork) {
                    told.add(work.check(after));
                }
                System.out.printf("kill %d after %d ms: %s%n", kill, millis, String.join(", ", told));
                atWork.forEach(KilledWork::goOn);
            }
            assertThat(service.client("admin", "admin")
                            .get("/api/audit/verification")
                            .body())
                    .contains("\"intact\":true");
        }
    }

    private static void strike(ServiceProcess service, List<KilledWork> atWork, int millis) {
        ExecutorService people = Executors.newFixedThreadPool(atWork.size());
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        try {
            List<Future<?>> working = new ArrayList<>();
            for (KilledWork work : atWork) {
                working.add(people.submit(work::work));
            }
            killer.schedule(service::kill9, millis, TimeUnit.MILLISECONDS).get();
            for (Future<?> work : working) {
                work.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("somebody was refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            people.shutdownNow();
            killer.shutdownNow();
        }
    }
}
