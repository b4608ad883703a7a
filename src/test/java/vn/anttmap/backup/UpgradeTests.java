package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.TestDatabase;

class UpgradeTests extends UpgradeContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newH2gis();
    }

    /** The copy is made, a migration has done half of its work, and then the power fails. */
    @Test
    void anUpgradeThatWasCutOffIsUndoneAtTheNextStartAndThenMade() throws Exception {
        DatabaseAddress database = Databases.address(newDatabase());
        Databases.restore(Databases.FIRST_RELEASE, database);
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
