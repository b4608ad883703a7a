package vn.anttmap.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.Installation;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Archives of the running service's database, in a folder of this machine. */
@Component
public class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final BackupSettings settings;
    private final BackupFolder folder;
    private final MadeBackups made;
    private final JdbcConnectionDetails database;
    private final Dialect dialect;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    private volatile boolean stopping;
    private volatile @Nullable Failure failure;

    private record Failure(Instant at, String problem) {}

    Backups(
            BackupSettings settings,
            MadeBackups made,
            JdbcConnectionDetails database,
            Installation installation,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.folder = new BackupFolder(settings.folder());
        this.made = made;
        this.database = database;
        this.dialect = installation.embedded() ? new H2Dialect() : new PostgresDialect();
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whole archives, newest first. */
    public List<BackupFile> list(AccountView account) {
        account.require(Right.ADMINISTER);
        return present(folder::list);
    }

    /** Archives that other nodes have in their folders, as they last said, newest first. */
    List<MadeBackups.On> elsewhere(AccountView account) {
        return made.elsewhere(list(account));
    }

    /** What this node is called where its archives are listed. */
    String machine() {
        return made.machine();
    }

    /** How the backups stand; where the folder cannot be read, as if there were none. */
    public LastBackup last() {
        Failure last = failure;
        MadeBackups.On newest = newestAnywhere();
        return new LastBackup(
                newest == null ? null : newest.file(),
                newest == null || newest.machine().equals(made.machine()) ? null : newest.machine(),
                running.get(),
                last == null ? null : last.at(),
                last == null ? null : last.problem(),
                BackupSchedule.next(timeOfDay(), clock.instant()));
    }

    /**
     * Makes an archive now, which takes as long as it takes.
     *
     * @throws UserProblem if the account is no administrator, one is being made, or it could not be made
     */
    public BackupFile make(AccountView account) {
        account.require(Right.ADMINISTER);
        return present(() -> make(account, "by " + account.username(), () -> {}));
    }

    /** Makes one for the command line, which shows its right by writing into the folder. */
    BackupFile makeUnasked(String why) {
        return make(null, why, () -> {});
    }

    /** Makes one for the schedule. @param pulse called for each row */
    BackupFile makeDue(Runnable pulse) {
        return make(null, "schedule", pulse);
    }

    /** Says in the database what lies in the folder, for the other nodes. */
    void say() {
        made.say(folder.list());
    }

    /** The newest archive of all nodes, but for those made before an upgrade; where the database is away, of this one. */
    MadeBackups.@Nullable On newestAnywhere() {
        BackupFile here = newest();
        MadeBackups.On own = here == null ? null : new MadeBackups.On(made.machine(), here);
        try {
            return made.newestElsewhere(clock.instant())
                    .filter(on -> here == null || on.file().takenAt().isAfter(here.takenAt()))
                    .orElse(own);
        } catch (DataAccessException away) {
            return own;
        }
    }

    @Nullable LocalTime timeOfDay() {
        return settings.timeOfDay().orElse(null);
    }

    @Nullable BackupFile newest() {
        try {
            return folder.newest(clock.instant()).orElse(null);
        } catch (BackupException unreadable) {
            return null;
        }
    }

    BackupFolder folder() {
        return folder;
    }

    /** The service ends: what is being made is given up. */
    void stop() {
        stopping = true;
    }

    void start() {
        stopping = false;
    }

    private BackupFile make(@Nullable AccountView by, String why, Runnable pulse) {
        if (!running.compareAndSet(false, true)) {
            throw new BackupException(BackupException.Reason.RUNNING, "a backup is under way", null);
        }
        long begun = System.nanoTime();
        try (Connection connection = connect()) {
            BackupWork.Made done = BackupWork.make(connection, dialect, folder, "", settings.keep(), () -> {
                checkStopping();
                pulse.run();
            });
            failure = null;
            LOG.info(
                    "backup {} ({}): {} rows, {} bytes, {} ms",
                    done.file().name(),
                    why,
                    done.rows(),
                    done.file().bytes(),
                    (System.nanoTime() - begun) / 1_000_000);
            say();
            tell(new BackupMade(by, done.file().name(), done.rows(), null));
            return done.file();
        } catch (SQLException e) {
            throw failed(
                    by,
                    new BackupException(
                            BackupException.Reason.DATABASE, "the database does not answer: " + e.getMessage(), e));
        } catch (BackupException e) {
            throw failed(by, e);
        } finally {
            running.set(false);
        }
    }

    private BackupException failed(@Nullable AccountView by, BackupException e) {
        LOG.warn("no backup was made: {}", e.getMessage());
        if (e.reason() != BackupException.Reason.STOPPING) {
            failure = new Failure(clock.instant(), e.reason().key());
            try {
                tell(new BackupMade(by, null, 0, e.reason().key()));
            } catch (RuntimeException noTrail) {
                e.addSuppressed(noTrail);
            }
        }
        return e;
    }

    private void tell(BackupMade event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private void checkStopping() {
        if (stopping) {
            throw new BackupException(BackupException.Reason.STOPPING, "the service ends", null);
        }
    }

    /** Not one of the pool's: it is held for long and read in its own way. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /** Puts what is in the way into words for the caller. */
    private static <T> T present(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (BackupException e) {
            throw UserProblem.of(Kind.CONFLICT, e.reason().key());
        }
    }
}
