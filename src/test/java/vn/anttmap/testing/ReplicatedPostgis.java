package vn.anttmap.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL primary with PostGIS and one streaming replica, on ports of their own on 127.0.0.1, with PostgreSQL's defaults
 * for durability. They end with this JVM.
 */
public final class ReplicatedPostgis implements AutoCloseable {

    private static final String DATABASE = "antt_failover";

    private final Process guard;
    private final BufferedReader answers;
    private final int primary;
    private final int replica;
    private final String password;

    private ReplicatedPostgis(Process guard, BufferedReader answers, int primary, int replica, String password) {
        this.guard = guard;
        this.answers = answers;
        this.primary = primary;
        this.replica = replica;
        this.password = password;
    }

    /** @param synchronous whether a commit is acknowledged only when the replica has it on its disk */
    public static ReplicatedPostgis start(boolean synchronous) {
        int primary = FreePort.find();
        int replica = FreePort.find();
        String password = UUID.randomUUID().toString();
        try (InputStream script = ReplicatedPostgis.class.getResourceAsStream("/replicated-postgis.sh")) {
            Path folder = Files.createTempDirectory(
                    "antt-map-replicated-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            List<String> command = new ArrayList<>(List.of("setsid"));
            if ("root".equals(System.getProperty("user.name"))) {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
                command.addAll(
                        List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--inh-caps=-all"));
            }
            command.addAll(List.of("sh", "-c", new String(script.readAllBytes(), StandardCharsets.UTF_8), "guard"));
            command.addAll(List.of(PostgisServer.installedPrograms().toString(), folder.toString()));
            command.addAll(List.of(String.valueOf(primary), String.valueOf(replica)));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.getRoot().toFile())
                    .redirectErrorStream(true);
            builder.environment().put("CLUSTER_PASSWORD", password);
            Process guard = builder.start();
            ReplicatedPostgis pair = new ReplicatedPostgis(guard, guard.inputReader(), primary, replica, password);
            pair.await("ready");
            pair.prepare(synchronous);
            return pair;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both servers in one address, of which the one that can be written is taken. */
    public TestDatabase database() {
        return new TestDatabase(
                "jdbc:postgresql://127.0.0.1:" + primary + ",127.0.0.1:" + replica + "/" + DATABASE
                        + "?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2",
                "postgres",
                password);
    }

    /** The replica alone. */
    public TestDatabase replica() {
        return on(replica, DATABASE);
    }

    /** All processes of the primary at once. */
    public void killPrimary() {
        tell("kill", "killed");
    }

    /** All processes of the replica at once. */
    public void killReplica() {
        tell("kill-replica", "killed");
    }

    /** The killed replica again, which catches up by itself. */
    public void startReplica() {
        tell("start-replica", "started");
    }

    /** From now on the replica takes what the primary writes and shows none of it: it lags. Ends with the promotion. */
    public void lag() {
        execute(on(replica, "postgres"), "select pg_wal_replay_pause()");
    }

    /** Ends {@link #lag}. */
    public void catchUp() {
        execute(on(replica, "postgres"), "select pg_wal_replay_resume()");
    }

    /** Makes the replica the primary; returns when it can be written. */
    public void promote() {
        execute(on(replica, "postgres"), "select pg_promote()");
    }

    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            guard.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            guard.destroy();
        }
    }

    private void tell(String word, String answer) {
        try {
            OutputStream told = guard.getOutputStream();
            told.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
            told.flush();
            await(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(boolean synchronous) {
        execute(on(primary, "postgres"), "create database " + DATABASE);
        execute(on(primary, DATABASE), "create extension postgis");
        while (!"streaming".equals(text(on(primary, "postgres"), "select max(state) from pg_stat_replication"))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        if (synchronous) {
            execute(on(primary, "postgres"), "alter system set synchronous_standby_names = 'replica'");
            execute(on(primary, "postgres"), "select pg_reload_conf()");
        }
    }

    private TestDatabase on(int port, String database) {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
    }

    private static void execute(TestDatabase database, String sql) {
        text(database, sql);
    }

    private static String text(TestDatabase database, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? String.valueOf(row.getString(1)) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private void await(String word) throws IOException {
        StringBuilder log = new StringBuilder();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals(word)) {
                return;
            }
            log.append(line).append('\n');
        }
        throw new IOException(log.toString());
    }
}
