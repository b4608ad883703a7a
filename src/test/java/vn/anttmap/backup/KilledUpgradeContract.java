package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/**
 * Kill -9 of the real service while it brings a database of the first release up to date, again and again before one start
 * may come to its end: upgraded, or as it was. {@code -Danttmap.kills=200} for more than the few of every run.
 */
abstract class KilledUpgradeContract {

    private static final Duration LONGEST = Duration.ofSeconds(Long.getLong("antt.ready.seconds", 120));
    private static final String BEGUN = "bringing the tables up to date";
    private static final String PUT_BACK = "an upgrade was cut off";
    private static final String DONE = "the tables are up to date";

    /** What the service itself writes at its start. */
    private static final Set<String> WRITTEN_AT_START =
            Set.of("audit_entry", "audit_entry_subject", "audit_seal", "backup_made", "job_turn");

    /** Besides those that came since the first release, some that change tables and rows. */
    private static final Map<String, String> MIGRATIONS = Map.of(
            "V9001__copies.sql",
            "create table later (id uuid not null, note varchar(2000));"
                    + " insert into later select id, note from incident;",
            "V9002__adds.sql",
            "alter table incident add column later_note varchar(2000); update incident set later_note = note;",
            "V9003__removes.sql",
            "delete from incident_road; alter table later add constraint later_pk primary key (id);");

    @TempDir
    Path migrations;

    private final Path backups = TestFolders.create("killed-upgrades-");
    private final Random random = new Random(KilledAtWorkContract.SEED);

    abstract TestDatabase newDatabase();

    /** Another database with what this one holds. */
    abstract TestDatabase copyOf(TestDatabase database) throws Exception;

    /** What a start would find after a kill; nobody writes any more. */
    abstract DatabaseAddress found(TestDatabase database) throws Exception;

    @Test
    void isUpgradedOrAsItWas() throws Exception {
        for (var migration : MIGRATIONS.entrySet()) {
            Files.writeString(migrations.resolve(migration.getKey()), migration.getValue());
        }
        TestDatabase old = newDatabase();
        Databases.restoreAsItWas(Databases.FIRST_RELEASE, Databases.address(old));
        State before = state(found(old));
        assertThat(before.versions()).doesNotContain("0079", "9001");
        State after;
        long longest;
        TestDatabase upgraded = copyOf(old);
        try (ServiceProcess service = service(upgraded)) {
            service.begin();
            await(service, BEGUN, 1);
            long begun = System.nanoTime();
            await(service, DONE, 1);
            longest = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            service.restart();
            service.stop();
            after = state(found(upgraded));
        }
        assertThat(after.versions()).contains("0079", "9003");
        assertThat(after.contents().get("later"))
                .hasSameSizeAs(before.contents().get("incident"));

        Instant end = Instant.now().plus(KilledAtWorkContract.AT_MOST);
        for (int kill = 0; kill < KilledAtWorkContract.KILLS && Instant.now().isBefore(end); ) {
            kill = killAndUpgrade(copyOf(old), before, after, longest, kill);
        }
    }

    /** @return kills up to now */
    private int killAndUpgrade(TestDatabase database, State old, State after, long longest, int killed)
            throws Exception {
        int kill = killed;
        try (ServiceProcess service = service(database)) {
            boolean done = false;
            int most = kill + 1 + random.nextInt(4);
            while (kill < most && kill < KilledAtWorkContract.KILLS && !done) {
                String line = cutOff(database) && random.nextBoolean() ? PUT_BACK : BEGUN;
                int before = count(service, line);
                service.begin();
                await(service, line, before + 1);
                int millis = random.nextInt((int) (longest * 5 / 4) + 1);
                LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
                service.kill9();
                kill++;
                State is = state(found(database));
                done = is.versions().equals(after.versions());
                assertThat(is).as("after kill %d", kill).isEqualTo(done ? is : old);
                if (done) {
                    assertSame(is, after);
                }
                System.out.printf(
                        "kill %d, %d ms after \"%s\": %s%n",
                        kill, millis, line, done ? "upgraded" : cutOff(database) ? "to be put back" : "as it was");
            }
            if (!done) {
                int before = count(service, DONE);
                service.begin();
                await(service, DONE, before + 1);
                service.stop();
            }
        }
        assertSame(state(found(database)), after);
        for (BackupFile archive : new BackupFolder(backups).list()) {
            try (Archive open = Archive.open(backups.resolve(archive.name()))) {
                open.verify();
            }
        }
        return kill;
    }

    /** Whether the copy that is made before an upgrade stands beside the database. */
    boolean cutOff(TestDatabase database) {
        return Databases.address(database)
                .file()
                .map(UpgradeCopy::new)
                .filter(UpgradeCopy::exists)
                .isPresent();
    }

    private ServiceProcess service(TestDatabase database) {
        return ServiceProcess.on(database)
                .with("anttmap.demo", "true")
                .with("anttmap.backup.directory", backups.toString())
                .with(
                        "spring.flyway.locations",
                        "classpath:db/migration/common,classpath:db/migration/{vendor},filesystem:" + migrations)
                .built();
    }

    /** @param versions of the migrations that succeeded */
    record State(List<String> versions, Map<String, List<String>> contents) {}

    static State state(DatabaseAddress database) throws Exception {
        return new State(
                Databases.texts(
                        database,
                        "select \"version\" from \"flyway_schema_history\" where \"version\" is not null"
                                + " order by \"version\""),
                Databases.contents(database));
    }

    private static void assertSame(State is, State after) {
        assertThat(is.versions()).isEqualTo(after.versions());
        assertThat(data(is)).isEqualTo(data(after));
    }

    private static Map<String, List<String>> data(State state) {
        Map<String, List<String>> data = new TreeMap<>(state.contents());
        data.keySet().removeAll(WRITTEN_AT_START);
        return data;
    }

    private static int count(ServiceProcess service, String line) {
        return service.log().split(line, -1).length - 1;
    }

    private static void await(ServiceProcess service, String line, int times) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (count(service, line) < times) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("\"" + line + "\" is not in the log:\n" + service.log());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
