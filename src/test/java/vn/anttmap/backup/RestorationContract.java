package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.anttmap.testing.TestDatabase;

/** Restoring archives, that of the first release above all, into one kind of database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestorationContract {

    @TempDir
    Path folder;

    private DatabaseAddress restored;

    /** With the archive of the first release, for tests that change nothing another one asks for. */
    private DatabaseAddress restored() throws Exception {
        if (restored == null) {
            restored = Databases.address(newDatabase());
            Databases.restore(Databases.FIRST_RELEASE, restored);
        }
        return restored;
    }

    /** A new database; of an embedded one not even the file is there. */
    abstract TestDatabase newDatabase();

    /** The numbers were counted in the database itself when the archive was made. */
    @Test
    void theArchiveOfTheFirstReleaseComesInWhole() throws Exception {
        DatabaseAddress database = restored();

        assertThat(Databases.number(database, "select count(*) from territorial_unit"))
                .isEqualTo(674);
        assertThat(Databases.number(database, "select count(*) from territorial_unit where boundary is not null"))
                .isEqualTo(470);
        assertThat(Databases.number(database, "select count(*) from incident")).isEqualTo(77);
        assertThat(Databases.number(database, "select count(*) from incident_history"))
                .isEqualTo(79);
        assertThat(Databases.texts(
                        database, "select note from incident where id = '2f1c1f0e-7d1c-4c7e-9a55-0d6f5a1b2c3d'"))
                .containsExactly("Mất xe đạp");
        assertThat(Databases.texts(
                        database,
                        "select concat(st_x(position), ' ', st_y(position)) from incident"
                                + " where id = '2f1c1f0e-7d1c-4c7e-9a55-0d6f5a1b2c3d'"))
                .containsExactly("105.64816 19.97184");
        assertThat(Databases.texts(database, "select detail from audit_entry where action = 'backup-restored'"))
                .containsExactly("name=0.1.0.zip");
    }

    /** Read by the databases' own means and not by those of archives. */
    @Test
    void whatIsRestoredAndBackedUpAgainIsTheSameToTheLastValue() throws Exception {
        DatabaseAddress first = Databases.address(newDatabase());
        Databases.restore(Databases.FIRST_RELEASE, first);
        Databases.execute(
                first,
                "update incident set note = 'Dòng một' || chr(10) || 'dòng hai \"ngoặc\", ừ ỹ 𠮷, ' || chr(92) || 'n'"
                        + " where id = '2f1c1f0e-7d1c-4c7e-9a55-0d6f5a1b2c3d'",
                "update territorial_unit set measured_area_sq_km = 0.1 + 0.2, west = -1e-300 where id ="
                        + " (select min(id) from territorial_unit)");
        DatabaseAddress second = Databases.address(newDatabase());
        Databases.restore(Databases.backup(first, folder), second);

        Map<String, List<String>> before = Databases.contents(first);
        Map<String, List<String>> after = Databases.contents(second);

        // Each restoring adds one line to the trail, which alone may differ.
        assertThat(after.get("audit_entry"))
                .containsAll(before.get("audit_entry"))
                .hasSize(before.get("audit_entry").size() + 1);
        before.remove("audit_entry");
        after.remove("audit_entry");
        assertThat(after).isEqualTo(before);
        assertThat(before.get("territory_import_part").toString())
                .as("bytes are among it: Thử in UTF-8")
                .contains("5468e1bbad");
    }

    @Test
    void whatComesNextGetsTheNextNumbers() throws Exception {
        DatabaseAddress database = restored();
        long units = Databases.number(database, "select max(id) from territorial_unit");
        long changes = Databases.number(database, "select max(id) from changeset");
        long accounts = Databases.number(database, "select max(id) from account");

        assertThat(Databases.number(database, "select nextval('territorial_unit_seq')"))
                .isGreaterThan(units);
        assertThat(Databases.number(database, "select nextval('changeset_seq')"))
                .isEqualTo(changes + 1);
        Databases.execute(
                database,
                "insert into account (username, display_name, password_hash, role, created_at)"
                        + " values ('next', 'Next', 'none', 'LEADER', current_timestamp)");
        assertThat(Databases.number(database, "select id from account where username = 'next'"))
                .isEqualTo(accounts + 1);
    }

    @Test
    void referencesHoldAfterwards() throws Exception {
        DatabaseAddress database = restored();

        assertThatThrownBy(() -> Databases.execute(
                        database, "insert into account_jurisdiction (account_id, unit_id, position) values (1, -1, 9)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("account_jurisdiction");
        assertThat(foreignKeys(database)).isEqualTo(foreignKeysOfANewDatabase()).isGreaterThanOrEqualTo(54);
    }

    static long foreignKeys(DatabaseAddress database) {
        return Databases.number(
                database,
                "select count(*) from information_schema.table_constraints where constraint_type = 'FOREIGN KEY'"
                        + " and table_schema = 'public'");
    }

    /** Of one that nothing was restored into; the first release had 54. */
    final long foreignKeysOfANewDatabase() {
        DatabaseAddress plain = Databases.address(newDatabase());
        Schema.migrate(plain, script -> true);
        return foreignKeys(plain);
    }

    @Test
    void aPlaceThatHoldsDataIsLeftAlone() throws Exception {
        DatabaseAddress database = restored();
        Databases.execute(database, "update account set display_name = 'Mine' where username = 'admin'");

        assertThatThrownBy(() -> Databases.restore(Databases.FIRST_RELEASE, database))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("into an empty");

        assertThat(Databases.texts(database, "select display_name from account where username = 'admin'"))
                .containsExactly("Mine");
    }

    @Test
    void aDamagedArchiveIsSaidToBeSoAndNothingIsTouched() throws Exception {
        DatabaseAddress database = Databases.address(newDatabase());
        // One case more in the register than there was.
        Path damaged = altered(
                "tables/incident.jsonl",
                text -> text.replace("2f1c1f0e-7d1c-4c7e-9a55-0d6f5a1b2c4d", "2f1c1f0e-7d1c-4c7e-9a55-0d6f5a1b2c5d"));

        try (Archive archive = Archive.open(damaged)) {
            assertThatThrownBy(() -> new Restoration(archive, database, line -> {}).run("damaged"))
                    .isInstanceOf(DamagedArchiveException.class)
                    .hasMessageContaining("table incident");
        }

        assertUntouched(database);
    }

    @Test
    void anArchiveOfANewerVersionIsRefused() throws Exception {
        DatabaseAddress database = Databases.address(newDatabase());
        Path newer = altered(
                "manifest.json",
                text -> text.replace("\"application\" : \"0.1.0\"", "\"application\" : \"7.0.0\"")
                        .replaceFirst(
                                "\"migrations\" : \\[ \\{",
                                "\"migrations\" : [ {\"version\":\"9999\",\"script\":\"V9999__x.sql\",\"checksum\":1}, {"));

        assertThatThrownBy(() -> Databases.restore(newer, database))
                .isInstanceOf(CommandException.class)
                .hasMessageContainingAll("newer ANTT Map (7.0.0)", "V9999");

        assertUntouched(database);
    }

    /** The archive holds a reference that leads nowhere: it fails in the very last step. */
    @Test
    void whatCannotBeLoadedLeavesNothingAndTheNextOneComesIn() throws Exception {
        DatabaseAddress database = Databases.address(newDatabase());
        DatabaseAddress source = Databases.address(newDatabase());
        Databases.restore(Databases.FIRST_RELEASE, source);
        Path good = Databases.backup(source, folder);
        breakAReference(source);
        Path broken = Databases.backup(source, folder);

        assertThatThrownBy(() -> Databases.restore(broken, database)).isInstanceOf(SQLException.class);

        assertEmpty(database);
        Databases.restore(good, database);
        assertThat(Databases.number(database, "select count(*) from incident")).isEqualTo(77);
    }

    /** Lets a membership name a unit that is not there. */
    abstract void breakAReference(DatabaseAddress database) throws SQLException;

    /** As before the first attempt. */
    abstract void assertUntouched(DatabaseAddress database);

    /** At most the empty tables of an attempt. */
    abstract void assertEmpty(DatabaseAddress database);

    /** The archive of the first release with another text in one entry; its manifest stays as it was. */
    private Path altered(String entryName, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("altered.zip");
        try (ZipFile from = new ZipFile(Databases.FIRST_RELEASE.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(entryName)) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    bytes = after.getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
            }
        }
        return file;
    }
}
