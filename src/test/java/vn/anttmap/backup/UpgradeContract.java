package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import vn.anttmap.testing.TestDatabase;

/** A newer program on an older database: upgraded afterwards, or as it was. */
abstract class UpgradeContract {

    @TempDir
    Path backups;

    @TempDir
    Path migrations;

    abstract TestDatabase newDatabase();

    /** A database as the first release left it. */
    DatabaseAddress firstRelease() throws Exception {
        DatabaseAddress database = Databases.address(newDatabase());
        Databases.restore(Databases.FIRST_RELEASE, database);
        return database;
    }

    /** The first migration succeeds and has changed tables and rows by the time the second one fails. */
    @Test
    void aFailedMigrationLeavesTheDatabaseAsItWas() throws Exception {
        DatabaseAddress database = firstRelease();
        Map<String, List<String>> before = Databases.contents(database);
        migration(
                "V9001__goes_well.sql",
                "create table later (id bigint); alter table incident drop column note; delete from incident_road;");
        migration("V9002__goes_wrong.sql", "insert into later values (1); insert into nowhere values (1);");

        assertThatThrownBy(() -> upgrade(database))
                .isInstanceOf(UpgradeRefusedException.class)
                .hasMessageContaining("The database is as it was before");

        assertThat(Databases.contents(database)).isEqualTo(before);
        assertThat(Databases.texts(database, "select \"version\" from \"flyway_schema_history\""))
                .doesNotContain("9001", "9002");
        Files.delete(migrations.resolve("V9001__goes_well.sql"));
        Files.delete(migrations.resolve("V9002__goes_wrong.sql"));
        upgrade(database);
    }

    @Test
    void whatSucceedsLeavesAnArchiveThatTheVersionBeforeReads() throws Exception {
        DatabaseAddress database = firstRelease();
        migration("V9001__goes_well.sql", "alter table incident drop column note;");

        upgrade(database);

        assertThat(Databases.texts(database, "select \"version\" from \"flyway_schema_history\""))
                .contains("9001");
        List<BackupFile> archives = new BackupFolder(backups).list();
        assertThat(archives)
                .singleElement()
                .extracting(BackupFile::name)
                .asString()
                .startsWith("antt-map-before-upgrade-");
        DatabaseAddress back = Databases.address(newDatabase());
        Databases.restore(backups.resolve(archives.get(0).name()), back);
        assertThat(Databases.texts(back, "select note from incident where id = '2f1c1f0e-7d1c-4c7e-9a55-0d6f5a1b2c3d'"))
                .containsExactly("Mất xe đạp");
    }

    /** Below the newest number, too: numbers belong to modules. */
    @Test
    void aDatabaseOfANewerProgramIsRefusedAndNotTouched() throws Exception {
        DatabaseAddress database = firstRelease();
        List<Path> scripts = List.of(
                migration("V0077.5__newer.sql", "create table newer (id bigint);"),
                migration("V9001__newest.sql", "create table newest (id bigint);"));
        upgrade(database);
        for (Path script : scripts) {
            Files.delete(script);
        }

        assertThatThrownBy(() -> upgrade(database))
                .isInstanceOf(UpgradeRefusedException.class)
                .hasMessageContainingAll("newer ANTT Map", "V0077.5", "V9001");

        assertThat(Databases.number(database, "select count(*) from incident")).isEqualTo(77);
    }

    @Test
    void withoutRoomForTheArchiveThereIsNoUpgrade() throws Exception {
        DatabaseAddress database = firstRelease();
        migration("V9001__goes_well.sql", "create table later (id bigint);");
        Files.delete(backups);
        Files.createFile(backups);

        assertThatThrownBy(() -> upgrade(database))
                .isInstanceOf(UpgradeRefusedException.class)
                .hasMessageContaining("No backup could be made before the upgrade");

        assertThat(Databases.texts(database, "select \"version\" from \"flyway_schema_history\""))
                .doesNotContain("9001");
    }

    /** As the program does at its start, with this program's migrations and those of the folder. */
    void upgrade(DatabaseAddress database) {
        UpgradeConfiguration.undo(database.url());
        Flyway flyway = Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + database.dialect().vendor(),
                        "filesystem:" + migrations)
                .outOfOrder(true)
                .group(!database.embedded())
                .load();
        new UpgradeGuard(new BackupSettings(backups.toString(), "", 3, true), details(database)).migrate(flyway);
    }

    Path migration(String name, String sql) throws IOException {
        return Files.writeString(migrations.resolve(name), sql);
    }

    private static JdbcConnectionDetails details(DatabaseAddress database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.username();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
