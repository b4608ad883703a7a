package vn.anttmap.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import vn.anttmap.testing.PostgisServer;
import vn.anttmap.testing.TestDatabase;

class KilledUpgradePostgisIT extends KilledUpgradeContract {

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(60);

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newPostgis();
    }

    @Override
    TestDatabase copyOf(TestDatabase database) {
        return PostgisServer.shared().copyOf(database);
    }

    /** The server notices after a moment that the killed one is gone, and undoes what it had not committed. */
    @Override
    DatabaseAddress found(TestDatabase database) {
        DatabaseAddress found = Databases.address(database);
        Instant deadline = Instant.now().plus(ENDED_WITHIN);
        while (Databases.number(
                                found,
                                "select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and pid <> pg_backend_pid() and backend_type = 'client backend'")
                        > 0
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(20_000_000);
        }
        return found;
    }
}
