package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import vn.anttmap.testing.TestDatabase;

class RestorationPostgisIT extends RestorationContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newPostgis();
    }

    @Override
    void breakAReference(DatabaseAddress database) throws SQLException {
        Databases.execute(
                database,
                "set session_replication_role = replica",
                "insert into account_jurisdiction (account_id, unit_id, position) values (1, -1, 9)");
    }

    @Override
    void assertUntouched(DatabaseAddress database) {
        assertThat(Databases.number(
                        database,
                        "select count(*) from information_schema.tables where table_schema = 'public'"
                                + " and table_name in ('flyway_schema_history', 'incident')"))
                .isZero();
    }

    @Override
    void assertEmpty(DatabaseAddress database) {
        assertThat(Databases.number(database, "select count(*) from incident")).isZero();
        assertThat(Databases.number(database, "select count(*) from account")).isZero();
        assertThat(foreignKeys(database)).isEqualTo(foreignKeysOfANewDatabase());
    }
}
