package vn.anttmap.bench;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * What it costs to know who asks: small answers for somebody signed in through the page and for a tool, on both databases.
 *
 * <p>{@code mvn test -Dtest=SignInBenchmark -Dseconds=10}
 */
class SignInBenchmark {

    private static final double SECONDS = Integer.getInteger("seconds", 5);
    private static final int CLIENTS = 4;

    @Test
    void bySignInAndByPassword() throws Exception {
        for (Map.Entry<String, TestDatabase> database : Map.of(
                        "H2", TestDatabase.newH2gis(), "PostGIS", TestDatabase.newPostgis())
                .entrySet()) {
            try (ServiceProcess service = ServiceProcess.on(database.getValue())
                    .with("anttmap.demo", "true")
                    .jvmOptions("-Xmx1g")
                    .start()) {
                for (Map.Entry<String, String> way : Map.of(
                                "page", SyntheticCountry.session(service.baseUrl(), "planner", "planner"),
                                "password", SyntheticCountry.basic("planner", "planner"))
                        .entrySet()) {
                    for (String path : new String[] {"/api/session", "/api/crs"}) {
                        LoadClients clients = new LoadClients(service.baseUrl(), way.getValue());
                        clients.ask(CLIENTS, SECONDS, i -> path);
                        System.out.printf(
                                Locale.ROOT,
                                "%-8s by %-9s %-14s %8.0f/s%n",
                                database.getKey(),
                                way.getKey(),
                                path,
                                clients.ask(CLIENTS, SECONDS, i -> path).perSecond());
                    }
                }
            }
        }
    }
}
