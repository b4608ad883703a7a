package vn.anttmap.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Makes one archive of one database in one folder. */
final class BackupWork {

    private BackupWork() {}

    /** @param rows of all tables together */
    record Made(BackupFile file, long rows) {}

    /**
     * @param connection of its own, which is rolled back
     * @param pulse called for each row; what it throws ends the work
     */
    static Made make(
            Connection connection, Dialect dialect, BackupFolder folder, String prefix, int keep, Runnable pulse) {
        AtomicReference<Manifest> manifest = new AtomicReference<>();
        BackupFile file = folder.store(Instant.now(), prefix, keep, part -> {
            try {
                manifest.set(new ArchiveWriter(dialect, version(), pulse).write(connection, part));
            } finally {
                connection.rollback();
            }
        });
        return new Made(file, manifest.get().rows());
    }

    static Made make(DatabaseAddress database, BackupFolder folder, String prefix, int keep, Runnable pulse) {
        try (Connection connection = database.connect()) {
            return make(connection, database.dialect(), folder, prefix, keep, pulse);
        } catch (SQLException e) {
            throw new BackupException(
                    BackupException.Reason.DATABASE, "the database does not answer: " + e.getMessage(), e);
        }
    }

    /** Of this program, as its jar says. */
    static String version() {
        return Optional.ofNullable(BackupWork.class.getPackage().getImplementationVersion())
                .orElse("0.1.0");
    }
}
