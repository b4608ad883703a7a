package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.transaction.PlatformTransactionManager;
import vn.anttmap.node.Installation;
import vn.anttmap.node.JobTurns;
import vn.anttmap.node.ThisNode;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/** Backups of the running service. {@code -Dantt.backup.rounds=20} for more than the 2 rounds of every run. */
abstract class BackupContract extends DemoServiceContract {

    private static final int ROUNDS = Integer.getInteger("antt.backup.rounds", 2);
    private static final int OFFICERS = 3;

    @Autowired
    private BackupSettings settings;

    @Autowired
    private Backups backups;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private Installation installation;

    @Autowired
    private PlatformTransactionManager transactions;

    /** An empty database of the kind that the service runs on. */
    abstract TestDatabase newDatabase();

    @ParameterizedTest
    @CsvSource({"leader,403", "officer,403", "planner,403", "admin,201"})
    void onlyAdministratorsBackUp(String role, int expected) {
        int before = new BackupFolder(settings.folder()).list().size();

        assertStatus(role, as(role).post("/api/backups", ""), expected);
        assertStatus(role, as(role).get("/api/backups"), expected == 201 ? 200 : 403);

        assertThat(new BackupFolder(settings.folder()).list()).hasSize(before + (expected == 201 ? 1 : 0));
    }

    @Test
    void theNewestIsListedFirstAndTheTrailNamesIt() {
        String name = json(as("admin").post("/api/backups", "")).get("name").asString();

        var listing = json(as("admin").get("/api/backups"));
        assertThat(listing.at("/backups/0/name").asString()).isEqualTo(name);
        assertThat(listing.at("/state/newest/name").asString()).isEqualTo(name);
        assertThat(listing.at("/state/running").asBoolean()).isFalse();
        assertThat(backups.last().problem()).isNull();
        var entry =
                json(as("admin").get("/api/audit?action=backup-made&limit=1")).at("/entries/0");
        assertThat(entry.get("username").asString()).isEqualTo("admin");
        assertThat(entry.get("detail").asString()).isEqualTo("name=" + name);
    }

    /** Two nodes find at the same moment that the archive of the day is missing; each has its own folder. */
    @Test
    void ofTwoNodesOneMakesTheArchiveOfTheDay() throws Exception {
        // Due since the last full minute; what other tests have made must not count.
        Instant now = Instant.now();
        String dueAt = LocalTime.ofInstant(now, BackupFolder.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        jdbc.sql("delete from backup_made").update();
        try {
            List<Path> folders = List.of(TestFolders.create("node-a-"), TestFolders.create("node-b-"));
            List<Callable<Void>> nodes = new ArrayList<>();
            for (Path folder : folders) {
                DueBackup due = node(folder, dueAt);
                nodes.add(() -> {
                    due.make(now, () -> {});
                    return null;
                });
            }
            ExecutorService threads = Executors.newFixedThreadPool(2);
            for (Future<Void> node : threads.invokeAll(nodes)) {
                node.get();
            }
            threads.shutdown();
            assertThat(archives(folders)).isEqualTo(1);

            // The one that came too late finds it made, though its own folder is empty.
            for (Callable<Void> node : nodes) {
                node.call();
            }
            assertThat(archives(folders)).isEqualTo(1);
        } finally {
            jdbc.sql("delete from backup_made").update();
            backups.say();
        }
    }

    private DueBackup node(Path folder, String dueAt) {
        ThisNode node = new ThisNode(folder.getFileName().toString(), "1");
        Backups own = new Backups(
                new BackupSettings(folder.toString(), dueAt, 30, true),
                new MadeBackups(jdbc, node),
                database,
                installation,
                event -> {},
                transactions,
                Clock.systemUTC());
        return new DueBackup(own, new JobTurns(jdbc, node));
    }

    private static int archives(List<Path> folders) {
        return folders.stream()
                .mapToInt(folder -> new BackupFolder(folder).list().size())
                .sum();
    }

    /** Who is signed in, and which node does what, is of the moment and of this place. */
    @Test
    void anArchiveHoldsNoSignIns() throws Exception {
        String name = json(as("admin").post("/api/backups", "")).get("name").asString();

        try (Archive archive = Archive.open(settings.folder().resolve(name))) {
            assertThat(archive.manifest().tables())
                    .extracting(Manifest.Content::name)
                    .contains("account", "account_token", "incident")
                    .doesNotContain("account_session", "job_turn", "backup_made");
        }
    }

    /** As {@code java -jar … backup} does while the service has an embedded database open. */
    @Test
    void theCommandLineAsksThroughTheFolder() throws Exception {
        String name = BackupRequest.ask(settings.folder());

        try (Archive archive = Archive.open(settings.folder().resolve(name))) {
            archive.verify();
        }
        var entry =
                json(as("admin").get("/api/audit?action=backup-made&limit=1")).at("/entries/0");
        assertThat(entry.get("username").asString()).isEqualTo("-");
    }

    /**
     * Officers mark and correct all the while. Every mark acknowledged before is in the archive, none begun after is, and
     * what belongs together (record, history, places, trail) is of one moment.
     */
    @Test
    void aBackupUnderLoadHoldsOneMomentAndIsRestoredToTheLastRow() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
            AtomicBoolean over = new AtomicBoolean();
            CountDownLatch working = new CountDownLatch(10);
            ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < OFFICERS; i++) {
                work.add(officers.submit(() -> markAndCorrect(over, acknowledged, working)));
            }
            working.await();
            Set<UUID> before = Set.copyOf(acknowledged);
            HttpResponse<String> answer = as("admin").post("/api/backups", "");
            UUID after = UUID.randomUUID();
            put(as("officer"), after, "sau", null);
            over.set(true);
            for (Future<?> officer : work) {
                officer.get();
            }
            officers.shutdown();
            assertStatus("round " + round, answer, 201);

            Path archive = settings.folder().resolve(json(answer).get("name").asString());
            DatabaseAddress restored = Databases.address(newDatabase());
            // Counts and compares every table with the archive.
            Databases.restore(archive, restored);
            assertOneMoment(restored, before, after);
        }
    }

    private static void assertOneMoment(DatabaseAddress restored, Set<UUID> before, UUID after) {
        Set<String> marks = Set.copyOf(Databases.texts(restored, "select cast(id as varchar) from incident"));
        assertThat(marks).containsAll(before.stream().map(UUID::toString).toList());
        assertThat(marks).doesNotContain(after.toString());
        for (String halfDone : List.of(
                // Marks of this test only: those of the demonstration came by another way.
                "select count(*) from incident i where i.note like 'tải %' and i.version + 1 <>"
                        + " (select count(*) from incident_history h where h.id = i.id)",
                "select count(*) from incident_history h where not exists"
                        + " (select 1 from incident i where i.id = h.id)",
                "select count(*) from incident i where i.note like 'tải %' and not exists"
                        + " (select 1 from incident_placement p where p.incident_id = i.id)",
                "select count(*) from incident i where i.note like 'tải %' and not exists"
                        + " (select 1 from audit_entry e where e.subject_id = cast(i.id as varchar)"
                        + " and e.action = 'incident-created')",
                "select count(*) from audit_entry e where e.action = 'incident-created' and not exists"
                        + " (select 1 from incident i where cast(i.id as varchar) = e.subject_id)")) {
            assertThat(Databases.number(restored, halfDone)).as(halfDone).isZero();
        }
    }

    private Void markAndCorrect(AtomicBoolean over, Set<UUID> acknowledged, CountDownLatch working) {
        ServiceClient officer = ServiceClient.of(baseUrl(), "officer", "officer");
        while (!over.get()) {
            UUID id = UUID.randomUUID();
            assertStatus("mark", put(officer, id, "tải 1", null), 201);
            acknowledged.add(id);
            assertStatus("correction", put(officer, id, "tải 2", "\"0\""), 200);
            working.countDown();
        }
        return null;
    }

    private static HttpResponse<String> put(ServiceClient officer, UUID id, String note, String version) {
        String body = mark(IN_QUAN_LAO).replace("}", ",\"note\":\"" + note + "\"}");
        String path = "/api/incidents/" + id;
        return version == null ? officer.put(path, body) : officer.put(path, body, "If-Match", version);
    }
}
