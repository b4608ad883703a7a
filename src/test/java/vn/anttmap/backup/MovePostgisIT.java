package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/** The one command that moves an embedded database to PostGIS. */
class MovePostgisIT {

    @TempDir
    Path folder;

    @Test
    void everythingIsThereAfterwardsAndTheServiceGoesOnWithIt() throws Exception {
        TestDatabase file = TestDatabase.newH2gis();
        TestDatabase server = TestDatabase.newPostgis();
        DatabaseAddress from = Databases.address(file);
        Databases.restore(Databases.FIRST_RELEASE, from);

        assertThat(move(file, server)).isZero();

        Map<String, List<String>> before = Databases.contents(from);
        Map<String, List<String>> after = Databases.contents(Databases.address(server));
        assertThat(after.remove("audit_entry")).containsAll(before.remove("audit_entry"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
        assertThat(Databases.texts(
                        Databases.address(server),
                        "select indexname from pg_indexes where indexname = 'incident_by_place'"))
                .hasSize(1);

        assertThat(move(file, server)).as("a second time it would not be empty").isEqualTo(1);

        try (ServiceProcess service = ServiceProcess.on(server)
                .with("anttmap.demo", "true")
                .with("anttmap.audit.seal-every", "1s")
                .start()) {
            assertThat(service.client("officer", "officer")
                            .get("/api/incidents/2f1c1f0e-7d1c-4c7e-9a55-0d6f5a1b2c3d")
                            .body())
                    .contains("Mất xe đạp");
            assertThat(service.client("admin", "admin")
                            .get("/api/audit/verification")
                            .body())
                    .contains("\"intact\":true");
        }
    }

    private int move(TestDatabase from, TestDatabase to) {
        List<String> arguments = new ArrayList<>(List.of("move"));
        from.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--anttmap.backup.directory=" + folder);
        arguments.add("--anttmap.move.url=" + to.url());
        arguments.add("--anttmap.move.username=" + to.username());
        arguments.add("--anttmap.move.password=" + to.password());
        return BackupCommands.run(arguments.toArray(new String[0])).orElseThrow();
    }
}
