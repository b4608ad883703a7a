package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import vn.anttmap.testing.TestDatabase;

class RestorationTests extends RestorationContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newH2gis();
    }

    @Override
    void breakAReference(DatabaseAddress database) throws SQLException {
        Databases.execute(
                database,
                "set referential_integrity false",
                "insert into account_jurisdiction (account_id, unit_id, position) values (1, -1, 9)",
                "set referential_integrity true");
    }

    @Override
    void assertUntouched(DatabaseAddress database) {
        Path file = database.file().orElseThrow();
        assertThat(file).doesNotExist();
        assertThat(file.getParent()).isEmptyDirectory();
    }

    @Override
    void assertEmpty(DatabaseAddress database) {
        assertThat(Files.exists(database.file().orElseThrow())).isFalse();
        assertUntouched(database);
    }
}
