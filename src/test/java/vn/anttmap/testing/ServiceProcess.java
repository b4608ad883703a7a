package vn.anttmap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real service in a JVM of its own, for what cannot be seen from inside one: a killed process, a restart, memory.
 *
 * <p>{@link ServiceProgram} says what it runs. Its log goes to {@code target/service-logs}. It ends with the JVM of the
 * tests.
 *
 * <pre>{@code
 * TestDatabase database = TestDatabase.newH2gis();
 * try (ServiceProcess service = ServiceProcess.on(database).with("anttmap.demo", "true").start()) {
 *     ServiceClient officer = service.client("officer", "officer");
 *     officer.put("/api/incidents/" + id, json);
 *     service.kill9();
 *     service.restart();
 *     assertThat(officer.get("/api/incidents/" + id).statusCode()).isEqualTo(200);
 * }
 * }</pre>
 */
public final class ServiceProcess implements AutoCloseable {

    /** Quick to start; nothing that a test asks depends on them. */
    private static final List<String> QUICK = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration READY_WITHIN = Duration.ofSeconds(Long.getLong("antt.ready.seconds", 120));
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final int LOG_LINES_SHOWN = 60;

    private final Map<String, String> properties;
    private final List<String> jvmOptions;
    private final HttpClient http;
    private final String scheme;
    private final int port = FreePort.find();
    private final Path log =
            TestFolders.kept("service-logs").resolve(Instant.now().toEpochMilli() + "-" + port + ".log");

    private @Nullable Process process;
    private @Nullable Process guard;

    private ServiceProcess(
            Map<String, String> properties, List<String> jvmOptions, @Nullable TestCertificate certificate) {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        this.http = certificate == null
                ? client.build()
                : client.sslContext(certificate.trusting()).build();
        this.scheme = certificate == null ? "http" : "https";
        this.properties = properties;
        this.jvmOptions = jvmOptions;
    }

    /** A service to be started on this database, without demo data unless it is told otherwise. */
    public static Builder on(TestDatabase database) {
        return new Builder(database);
    }

    /** The address without a slash at the end. */
    public String baseUrl() {
        return scheme + "://127.0.0.1:" + port;
    }

    /** The same under another name of this machine. */
    public String urlAs(String host) {
        return scheme + "://" + host + ":" + port;
    }

    /** A client that signs every request with this account (HTTP Basic). */
    public ServiceClient client(String username, String password) {
        return new ServiceClient(http, baseUrl(), username, password);
    }

    /** A client without an account. */
    public ServiceClient anonymous() {
        return new ServiceClient(http, baseUrl(), null, null);
    }

    /** The process id of the service's JVM, for measuring. */
    public long pid() {
        return running().pid();
    }

    /** The log since the first start. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the service as {@code kill -9} does, and returns when it is gone. */
    public void kill9() {
        running().destroyForcibly();
        awaitExit();
    }

    /** Starts the service again on the same port and database; ends it in good order first if it still runs. */
    public void restart() {
        stop();
        launch();
        awaitReady();
    }

    /** Starts the service again after its end and does not wait: for what happens while it starts. */
    public void begin() {
        launch();
    }

    /** Ends the service in good order, or by force when it takes too long. */
    public void stop() {
        if (process != null) {
            process.destroy();
            awaitExit();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("The service was not started.");
        }
        return process;
    }

    private void launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(ServiceProgram.arguments(quick()));
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // By environment, so that passwords stay out of the process list; as JSON, so that names stay as written.
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties));
        try {
            process = builder.start();
            guard = guardOf(process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the JVM runs as the tests like it, and not with options for measuring. */
    private boolean quick() {
        return jvmOptions.equals(QUICK);
    }

    /** Its input is a pipe held by this JVM; when that ends, however it ends, the service is killed. */
    private static Process guardOf(long pid) throws IOException {
        return new ProcessBuilder("setsid", "sh", "-c", "read -r _; kill -9 " + pid).start();
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        HttpRequest health = HttpRequest.newBuilder(URI.create(baseUrl() + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        String answer = "none";
        while (Instant.now().isBefore(deadline) && running().isAlive()) {
            try {
                int status = http.send(health, BodyHandlers.discarding()).statusCode();
                if (status == 200) {
                    if (quick()) {
                        ServiceProgram.archive(pid());
                    }
                    return;
                }
                answer = "HTTP " + status;
            } catch (IOException notListening) {
                answer = notListening.toString();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause();
        }
        String state = running().isAlive() ? "not ready after " + READY_WITHIN.toSeconds() + " s" : "ended";
        stop();
        throw new AssertionError("Service " + state + " (last answer: " + answer + "). End of " + log + ":\n" + tail());
    }

    private String tail() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private void awaitExit() {
        Process ending = running();
        try {
            // The guard first: the process id may soon be another's.
            if (guard != null) {
                guard.destroyForcibly().waitFor();
            }
            if (!ending.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    /** What to start the service with. */
    public static final class Builder {

        private final Map<String, String> properties = new LinkedHashMap<>();
        private final List<String> jvmOptions = new ArrayList<>(QUICK);

        private @Nullable TestCertificate certificate;

        private Builder(TestDatabase database) {
            properties.putAll(database.properties());
            properties.put("anttmap.demo", "false");
            properties.put("anttmap.backup.at", "");
            properties.put(
                    "anttmap.backup.directory", TestFolders.create("backups-").toString());
        }

        /** Sets a property of the service, such as {@code anttmap.demo}. */
        public Builder with(String property, String value) {
            properties.put(property, value);
            return this;
        }

        /** HTTPS by the service itself, with HTTP/2. */
        public Builder https(TestCertificate newCertificate) {
            properties.put("server.http2.enabled", "true");
            return httpsFrom(newCertificate.properties(), newCertificate);
        }

        /** HTTPS by the service itself, in the way of these settings, which lead to this certificate. */
        public Builder httpsFrom(Map<String, String> settings, TestCertificate newCertificate) {
            certificate = newCertificate;
            properties.putAll(settings);
            return this;
        }

        /** Replaces the options of the service's JVM, for measuring: then one account may ask as often as it likes. */
        public Builder jvmOptions(String... options) {
            properties.put("anttmap.limits.requests-per-second", "0");
            properties.put("anttmap.limits.heavy-at-once", "0");
            properties.put("anttmap.limits.heavy-per-account", "1000");
            jvmOptions.clear();
            jvmOptions.addAll(List.of(options));
            return this;
        }

        /**
         * Starts the service and waits until it is healthy.
         *
         * @throws AssertionError if it ends or is not healthy within two minutes; shows the end of its log
         */
        public ServiceProcess start() {
            ServiceProcess service = built();
            service.launch();
            service.awaitReady();
            return service;
        }

        /** A service that is not started yet; see {@link ServiceProcess#begin} and {@link ServiceProcess#restart}. */
        public ServiceProcess built() {
            return new ServiceProcess(Map.copyOf(properties), List.copyOf(jvmOptions), certificate);
        }
    }
}
