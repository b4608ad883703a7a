package vn.anttmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/** PostgreSQL refuses a statement with the state that it has for a full disk; docs/operations.md tells of a real one. */
class DiskFullPostgisIT extends DiskFullContract {

    private final TestDatabase database = TestDatabase.newPostgis();

    @Override
    TestDatabase database() {
        return database;
    }

    @Override
    void fill(ServiceProcess service) throws SQLException {
        execute("""
                create function full_disk() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100';
                end $$""");
        execute("create trigger full_disk before insert on incident for each row execute function full_disk()");
    }

    @Override
    void free(ServiceProcess service) throws SQLException {
        execute("drop trigger full_disk on incident");
    }

    /** The server still answers what only reads. */
    @Override
    void whileFull(ServiceProcess service) {
        HttpResponse<String> status = service.client("admin", "admin").get("/api/status");
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.body()).contains("không ghi được vì ổ đĩa của cơ sở dữ liệu đã đầy");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
