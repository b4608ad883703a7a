package vn.anttmap.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Features by OGC API: pages of 1,000 incidents and of 1,000 areas in a box for eight clients, and all incidents of the
 * synthetic country through {@code ogr2ogr}, beside {@code ogr2ogr} from the same database; pages of MapServer and QGIS
 * Server as well where they are installed ({@link OtherServers}).
 *
 * <p>{@code mvn test -Dtest=OgcItemsBenchmark -Dareas=20000 -Dincidents=200000}
 */
class OgcItemsBenchmark {

    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @Test
    void pagesAndTheWholeLayer() throws Exception {
        TestDatabase database = TestDatabase.newPostgis();
        String recording = System.getProperty("recording");
        List<String> options = new ArrayList<>(List.of("-Xmx2g"));
        if (recording != null) {
            options.add("-XX:StartFlightRecording=dumponexit=true,settings=profile,filename=" + recording);
        }
        try (ServiceProcess service = ServiceProcess.on(database)
                .with("anttmap.demo", "true")
                .jvmOptions(options.toArray(String[]::new))
                .start()) {
            new SyntheticCountry(database).fill();
            pages(service, database);
            for (int round = 0; round < ROUNDS; round++) {
                System.out.printf(
                        Locale.ROOT,
                        "ogr2ogr, %,d incidents: %.1f s by OGC API, %.1f s from PostGIS%n",
                        SyntheticCountry.INCIDENTS,
                        ogr(service.baseUrl(), null),
                        ogr(service.baseUrl(), database));
            }
        }
    }

    private void pages(ServiceProcess service, TestDatabase database) throws Exception {
        String signIn = SyntheticCountry.basic(SyntheticCountry.TOKEN);
        LoadClients packed = new LoadClients(service.baseUrl(), "Accept-Encoding: gzip\r\n" + signIn);
        LoadClients plain = new LoadClients(service.baseUrl(), signIn);
        try (OtherServers others = OtherServers.installed() ? OtherServers.start(database, folder) : null) {
            for (String[] asked : new String[][] {
                {"incidents", "limit=1000"},
                {"incidents", "limit=1000&bbox=105,20,105.5,20.5"},
                {"residential-areas", "limit=1000&bbox=105,20,106,21"}
            }) {
                String path = "/ogc/collections/" + asked[0] + "/items?" + asked[1];
                pages("service, gzip", packed, path);
                pages("service", plain, path);
                if (others != null) {
                    LoadClients clients = new LoadClients(others.baseUrl(), "");
                    for (Map.Entry<String, String> page :
                            others.pages(asked[0].replace('-', '_'), asked[1]).entrySet()) {
                        pages(page.getKey(), clients, page.getValue());
                    }
                }
            }
        }
    }

    private static void pages(String server, LoadClients clients, String path) throws Exception {
        clients.ask(CLIENTS, SECONDS, i -> path);
        LoadClients.Result pages = clients.ask(CLIENTS, SECONDS, i -> path);
        System.out.printf(
                Locale.ROOT,
                "%-14s %-75s %6.1f pages/s of %,.0f bytes%n",
                server,
                path,
                pages.perSecond(),
                pages.bytesEach());
    }

    /** Seconds. @param database null for OGC API */
    private double ogr(String baseUrl, @Nullable TestDatabase database) throws IOException, InterruptedException {
        Path target = folder.resolve("incidents.gpkg");
        Files.deleteIfExists(target);
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-q", "-f", "GPKG", target.toString()));
        if (database == null) {
            command.add("OAPIF:" + baseUrl + "/ogc/collections/incidents");
            command.addAll(List.of("-oo", "PAGE_SIZE=10000", "-oo", "USERPWD=bench:" + SyntheticCountry.TOKEN));
        } else {
            String[] parts =
                    database.url().replaceFirst("^jdbc:postgresql://", "").split("[:/?]");
            command.add("PG:host=" + parts[0] + " port=" + parts[1] + " dbname=" + parts[2] + " user="
                    + database.username() + " password=" + database.password());
            command.addAll(List.of("-sql", "select * from incident where created_by = 'bench'", "-nln", "incidents"));
        }
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !Files.exists(target)) {
            throw new IllegalStateException(output);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
