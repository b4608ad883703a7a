package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.TestDatabase;

class UpgradeTests extends UpgradeContract {

    private static Path made;

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newH2gis();
    }

    /** Made once and then copied: making the tables of an embedded database takes its time. */
    @Override
    DatabaseAddress firstRelease() throws Exception {
        if (made == null) {
            made = super.firstRelease().file().orElseThrow();
        }
        DatabaseAddress copy = Databases.address(newDatabase());
        Files.copy(made, copy.file().orElseThrow());
        return copy;
    }

    /** The copy is made, a migration has done half of its work, and then the power fails. */
    @Test
    void anUpgradeThatWasCutOffIsUndoneAtTheNextStartAndThenMade() throws Exception {
        DatabaseAddress database = firstRelease();
        Path file = database.file().orElseThrow();
        new UpgradeCopy(file).make(database);
        Databases.execute(database, "create table later (id bigint)", "alter table incident drop column note");
        migration("V9001__whole.sql", "create table later (id bigint); create table last (id bigint);");

        upgrade(database);

        assertThat(Databases.number(database, "select count(*) from last")).isZero();
        assertThat(Databases.number(database, "select count(note) from incident"))
                .isPositive();
        assertThat(new UpgradeCopy(file).exists()).isFalse();
        assertThat(file.resolveSibling("antt-map.before-upgrade.zip")).exists();
    }
}
