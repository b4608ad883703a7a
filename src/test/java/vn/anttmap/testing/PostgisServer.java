package vn.anttmap.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A PostgreSQL server with PostGIS for tests: a cluster of its own in a temporary folder, on a port of its own on
 * 127.0.0.1, that ends with this JVM however the JVM ends. No other cluster of the machine is touched.
 *
 * <p>The environment variable {@code ANTTMAP_TEST_PG_URL} names another server instead, as
 * {@code jdbc:postgresql://host:port/postgres?user=…&password=…} of a superuser. There too every database is new and
 * begins with {@code antt_test_}; they are dropped when the JVM ends in good order.
 */
public final class PostgisServer implements AutoCloseable {

    private static final String URL_VARIABLE = "ANTTMAP_TEST_PG_URL";
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/]*/)?)([^?]*)(.*)");
    private static final int START_ATTEMPTS = 3;

    private static @Nullable PostgisServer shared;

    private final @Nullable Process guard;
    private final TestDatabase maintenance;
    private final String template;
    private final List<String> databases = new CopyOnWriteArrayList<>();

    private PostgisServer(@Nullable Process guard, TestDatabase maintenance) {
        this.guard = guard;
        this.maintenance = maintenance;
        this.template = create("template0");
        execute(with(template), "create extension postgis");
    }

    /**
     * The server that all tests of this JVM share, started by the first call.
     *
     * @throws IllegalStateException if PostGIS is not installed (the message names the package) or does not start
     */
    public static synchronized PostgisServer shared() {
        if (shared == null) {
            String url = System.getenv(URL_VARIABLE);
            shared = url == null || url.isBlank() ? startOwn(false) : new PostgisServer(null, named(url));
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /**
     * A server of the caller's own that keeps PostgreSQL's defaults for durability. The shared one runs without fsync.
     * {@code ANTTMAP_TEST_PG_URL} does not apply.
     */
    public static PostgisServer startDurable() {
        return startOwn(true);
    }

    /** A new database with PostGIS and no tables. */
    public TestDatabase newDatabase() {
        return with(create(template));
    }

    /** A new database with what this one of the server holds; nobody may be connected to it. */
    public TestDatabase copyOf(TestDatabase database) {
        Matcher url = URL.matcher(database.url());
        if (!url.matches()) {
            throw new IllegalStateException("Not a JDBC address of PostgreSQL: " + database.url());
        }
        return with(create(url.group(2)));
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends the server and removes its folder; on a server that was only named, drops the databases made here. */
    public void stop() {
        if (guard == null) {
            databases.forEach(name -> execute(maintenance, "drop database if exists " + name + " with (force)"));
            return;
        }
        try {
            // The end of its input tells the guard to end the server.
            guard.getOutputStream().close();
            guard.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            guard.destroy();
        }
    }

    private String create(String fromTemplate) {
        String name = "antt_test_" + UUID.randomUUID().toString().replace("-", "");
        // Copying files is quicker than writing the template's pages to the log, PostgreSQL 15's default.
        String strategy = guard == null ? "" : " strategy file_copy";
        execute(maintenance, "create database " + name + " template " + fromTemplate + strategy);
        databases.add(name);
        return name;
    }

    private TestDatabase with(String name) {
        Matcher url = URL.matcher(maintenance.url());
        if (!url.matches()) {
            throw new IllegalStateException("Not a JDBC address of PostgreSQL: " + maintenance.url());
        }
        return new TestDatabase(url.group(1) + name + url.group(3), maintenance.username(), maintenance.password());
    }

    private static void execute(TestDatabase database, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Test database server: " + sql + ": " + e.getMessage(), e);
        }
    }

    private static TestDatabase named(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null) {
            throw new IllegalStateException(
                    URL_VARIABLE + " must look like jdbc:postgresql://localhost:5432/postgres?user=…&password=…");
        }
        return new TestDatabase(url, parts.getProperty("user", "postgres"), parts.getProperty("password", ""));
    }

    // --- a cluster of its own

    private static PostgisServer startOwn(boolean durable) {
        Path programs = installedPrograms();
        for (int attempt = 1; ; attempt++) {
            try {
                return startOwn(programs, durable);
            } catch (IOException e) {
                // Most likely another process took the port in between.
                if (attempt == START_ATTEMPTS) {
                    throw new UncheckedIOException("The PostGIS server for the tests does not start: " + e, e);
                }
            }
        }
    }

    private static PostgisServer startOwn(Path programs, boolean durable) throws IOException {
        // Not below target/: the user postgres may have no way into the project's folder.
        Path folder = Files.createTempDirectory(
                "antt-map-postgis-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        int port = FreePort.find();
        String password = UUID.randomUUID().toString();

        // setsid: an interrupt at the terminal must reach the guard as the end of its input, not as a signal.
        List<String> command = new ArrayList<>(List.of("setsid"));
        if ("root".equals(System.getProperty("user.name"))) {
            // The server refuses to run as root. setpriv replaces itself by the command, su and runuser stay behind.
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            command.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--inh-caps=-all"));
        }
        command.addAll(List.of("sh", "-c", guardScript(), "guard", programs.toString(), folder.toString()));
        command.addAll(List.of(String.valueOf(port), durable ? "durable" : "quick"));

        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.getRoot().toFile());
        builder.environment().put("CLUSTER_PASSWORD", password);
        builder.redirectErrorStream(true);
        Process guard = builder.start();
        waitUntilReady(guard);
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        return new PostgisServer(guard, new TestDatabase(url, "postgres", password));
    }

    private static String guardScript() throws IOException {
        try (InputStream script = PostgisServer.class.getResourceAsStream("/postgis-guard.sh")) {
            if (script == null) {
                throw new IOException("postgis-guard.sh is missing on the test class path");
            }
            return new String(script.readAllBytes());
        }
    }

    /** The guard prints "ready" once the server answers; else it prints the server's log and ends. */
    private static void waitUntilReady(Process guard) throws IOException {
        StringBuilder log = new StringBuilder();
        for (String line = guard.inputReader().readLine();
                line != null;
                line = guard.inputReader().readLine()) {
            if (line.equals("ready")) {
                return;
            }
            log.append(line).append('\n');
        }
        throw new IOException(log.toString());
    }

    static Path installedPrograms() {
        Path root = Path.of("/usr/lib/postgresql");
        Path extensions = Path.of("/usr/share/postgresql");
        if (Files.isDirectory(root)) {
            try (Stream<Path> versions = Files.list(root)) {
                return versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                        .filter(version -> Files.exists(
                                extensions.resolve(version.getFileName()).resolve("extension/postgis.control")))
                        .max((a, b) -> Integer.compare(number(a), number(b)))
                        .map(version -> version.resolve("bin"))
                        .orElseThrow(PostgisServer::notInstalled);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw notInstalled();
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString());
    }

    private static IllegalStateException notInstalled() {
        return new IllegalStateException("No PostgreSQL server with PostGIS here. Install Debian's package"
                + " postgresql-15-postgis-3 (the number is PostgreSQL's version), or name a server in "
                + URL_VARIABLE + ".");
    }
}
