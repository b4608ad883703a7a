package vn.anttmap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/** The script of docs/operations.md: the service works under a role that cannot alter the trail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoRolesPostgisIT {

    private static final Path SCRIPT = Path.of("docs/sql/two-roles.sql");
    private static final String INCIDENT =
            "{\"longitude\":105.64806,\"latitude\":19.97194,\"occurredAt\":\"2020-08-03T02:00:00Z\",\"category\":\"TTXH\"}";

    // Roles belong to the server and not to one database, and other test runs may share the server.
    private final String suffix = "_" + UUID.randomUUID().toString().replace("-", "");
    private final String owner = "anttmap_owner" + suffix;
    private final String service = "anttmap" + suffix;

    private final TestDatabase database = TestDatabase.newPostgis();
    private ServiceProcess running;

    @BeforeAll
    void startWithTwoRoles() throws SQLException, IOException {
        runScript();
        running = start("spring.flyway.user", owner, "spring.flyway.password", "of the owner");
    }

    @AfterAll
    void stop() throws SQLException {
        running.close();
        asSuperuser(
                "drop owned by " + service + " cascade",
                "drop owned by " + owner + " cascade",
                "alter database " + database.url().replaceAll(".*/([^/?]+).*", "$1") + " owner to current_user",
                "drop role " + service,
                "drop role " + owner);
    }

    @Test
    void theServiceWorksAndAddsToTheTrailAndSealsIt() {
        ServiceClient officer = running.client("officer", "officer");
        String path = "/api/incidents/" + UUID.randomUUID();

        assertThat(officer.put(path, INCIDENT).statusCode()).isEqualTo(201);
        assertThat(officer.get(path).statusCode()).isEqualTo(200);
        assertThat(officer.put(path, INCIDENT.replace("TTXH", "KHAC"), "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(running.client("planner", "planner")
                        .getBytes("/api/exports/incidents.shp.zip")
                        .statusCode())
                .isEqualTo(200);

        ServiceClient admin = running.client("admin", "admin");
        assertThat(admin.get("/api/audit").body()).contains("incident-created", "incidents-shown", "data-exported");
        assertThat(admin.get("/api/audit/verification").body()).contains("\"intact\":true");
        assertThat(admin.post("/api/backups", "").statusCode()).isEqualTo(201);
        assertThat(running.log()).doesNotContain("owns the audit trail");
    }

    @Test
    void theScriptTurnsADatabaseThatTheServiceOwnedIntoOneOfTwoRoles() throws SQLException, IOException {
        running.close();
        asSuperuser("reassign owned by " + owner + " to " + service);
        runScript();
        // The owner's password need not even be there once the tables are up to date.
        running = start("spring.flyway.enabled", "false");

        theServiceWorksAndAddsToTheTrailAndSealsIt();
        theServicesRoleCanDoNoneOfThis("update audit_entry set username = 'nobody'");
        theServicesRoleCanDoNoneOfThis("drop table audit_seal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set username = 'nobody'",
                "update audit_entry_subject set entry_id = 0",
                "update audit_seal set hash = ''",
                "delete from audit_entry",
                "delete from audit_entry_subject",
                "delete from audit_seal",
                "truncate audit_entry",
                "truncate audit_entry_subject",
                "truncate audit_seal",
                "drop table audit_entry",
                "drop table audit_seal cascade",
                "alter table audit_entry disable trigger all",
                "alter table audit_entry disable trigger user",
                "alter table audit_entry rename to audit_entry_old",
                "alter table audit_entry alter column username drop not null",
                "alter table audit_entry owner to current_user",
                "drop trigger audit_entry_append_only on audit_entry",
                "create or replace function audit_refuse() returns trigger language plpgsql as 'begin return new; end'",
                "set session_replication_role = replica",
                "set role :owner",
                "create table public.shadow (id int)",
                "merge into audit_entry e using (select 1) s on true when matched then update set username = 'nobody'"
            })
    void theServicesRoleCanDoNoneOfThis(String statement) {
        assertThatThrownBy(() -> asService(statement.replace(":owner", owner)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState())
                                .as(refused.getMessage())
                                .isEqualTo("42501"));
    }

    /** The fence that stands where the service still is the owner: it keeps from mistakes, not from intent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set username = 'nobody'",
                "delete from audit_seal",
                "delete from audit_entry_subject",
                "truncate audit_entry"
            })
    void evenTheOwnerIsRefusedWhileTheTriggersStand(String statement) {
        running.client("officer", "officer").get("/api/incidents?limit=1");
        List<String> begin = List.of("insert into audit_seal values (-1, 0, 0, 0, '', '', now())", statement);

        assertThatThrownBy(() -> as(owner, begin)).hasMessageContaining("the audit trail is only added to");
    }

    private ServiceProcess start(String... settings) {
        ServiceProcess.Builder builder = ServiceProcess.on(new TestDatabase(database.url(), service, "of the service"));
        for (int i = 0; i < settings.length; i += 2) {
            builder.with(settings[i], settings[i + 1]);
        }
        return builder.with("anttmap.demo", "true")
                .with("anttmap.audit.seal-every", "1s")
                .start();
    }

    private void runScript() throws SQLException, IOException {
        String script = Files.readString(SCRIPT)
                .replaceAll("\\banttmap_owner\\b", owner)
                .replaceAll("\\banttmap\\b", service);
        asSuperuser(
                script,
                "alter role " + owner + " password 'of the owner'",
                "alter role " + service + " password 'of the service'");
    }

    private void asSuperuser(String... statements) throws SQLException {
        execute(database.username(), database.password(), List.of(statements));
    }

    private void asService(String statement) throws SQLException {
        execute(service, "of the service", List.of(statement));
    }

    private void as(String role, List<String> statements) throws SQLException {
        execute(role, "of the owner", statements);
    }

    /** All or nothing. */
    private void execute(String role, String password, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), role, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }
}
