package vn.anttmap.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Brings the tables up to date so that the database is afterwards either upgraded or as it was. PostgreSQL undoes a failed
 * migration by itself, all of them being in one transaction. The embedded database does not: its file is copied before and
 * put back.
 */
final class UpgradeGuard implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeGuard.class);

    private static final Set<MigrationState> NOT_OF_THIS_PROGRAM = Set.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);

    private final BackupSettings settings;
    private final DatabaseAddress database;

    UpgradeGuard(BackupSettings settings, JdbcConnectionDetails details) {
        this.settings = settings;
        this.database =
                new DatabaseAddress(details.getJdbcUrl(), text(details.getUsername()), text(details.getPassword()));
    }

    @Override
    public void migrate(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        List<String> foreign = Arrays.stream(all)
                .filter(migration -> NOT_OF_THIS_PROGRAM.contains(migration.getState()))
                .map(migration -> "V" + migration.getVersion())
                .toList();
        if (!foreign.isEmpty()) {
            throw new UpgradeRefusedException(
                    "The database was brought up to date by a newer ANTT Map: it has " + String.join(", ", foreign)
                            + ", which this version does not know. Nothing was changed.",
                    "Start the newer version, or restore a backup that this version made into an empty database.");
        }
        List<MigrationInfo> pending = List.of(flyway.info().pending());
        boolean existed = flyway.info().applied().length > 0;
        if (pending.isEmpty() || !existed) {
            flyway.migrate();
            return;
        }
        String range = pending.stream()
                .map(migration -> "V" + migration.getVersion())
                .toList()
                .toString();
        LOG.info("bringing the tables up to date: {}", range);
        backUp(flyway);
        upgrade(flyway);
        LOG.info("the tables are up to date");
    }

    private void upgrade(Flyway flyway) {
        UpgradeCopy copy = database.file().map(UpgradeCopy::new).orElse(null);
        try {
            if (copy != null) {
                copy.make(database);
            }
        } catch (IOException | SQLException e) {
            throw new UpgradeRefusedException(
                    "The database file could not be copied before the upgrade: " + e.getMessage()
                            + ". Nothing was changed.",
                    "Make room beside " + database.file().orElseThrow() + " for a copy, and start again.");
        }
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (copy != null) {
                putBack(copy, flyway, e);
            }
            LOG.error("the upgrade failed", e);
            throw new UpgradeRefusedException(
                    "The tables could not be brought up to date. The database is as it was before.",
                    "Start the former version again, and pass on the lines of the log above.");
        }
        if (copy != null) {
            copy.keep();
        }
    }

    private void putBack(UpgradeCopy copy, Flyway flyway, FlywayException failure) {
        try {
            if (flyway.getConfiguration().getDataSource() instanceof AutoCloseable pool) {
                pool.close();
            }
            copy.shutDown(database);
            copy.putBack();
        } catch (Exception e) {
            failure.addSuppressed(e);
            LOG.error("the upgrade failed", failure);
            throw new UpgradeRefusedException(
                    "The tables could not be brought up to date, and the copy could not be put back: " + e.getMessage(),
                    "Start again: the copy " + copy.path() + " is put back before anything else.");
        }
    }

    /** The way back to the version before, also after days: an archive that it can restore. */
    private void backUp(Flyway flyway) {
        if (!settings.beforeUpgrade()) {
            return;
        }
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            int isolation = connection.getTransactionIsolation();
            BackupWork.Made made = BackupWork.make(
                    connection,
                    database.dialect(),
                    new BackupFolder(settings.folder()),
                    BackupFolder.BEFORE_UPGRADE,
                    settings.keep(),
                    () -> {});
            reset(connection, isolation);
            LOG.info("backup before the upgrade: {}", made.file().name());
        } catch (BackupException | SQLException e) {
            throw new UpgradeRefusedException(
                    "No backup could be made before the upgrade: " + e.getMessage() + ". Nothing was changed.",
                    "Mend that, or upgrade without one: --anttmap.backup.before-upgrade=false");
        }
    }

    /** The connection goes back to the pool. */
    private void reset(Connection connection, int isolation) throws SQLException {
        if (database.embedded()) {
            Dialect.execute(connection, "set lazy_query_execution false");
        }
        connection.commit();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(true);
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
