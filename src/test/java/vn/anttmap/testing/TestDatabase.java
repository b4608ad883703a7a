package vn.anttmap.testing;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to reach one database of a test.
 *
 * @param url JDBC
 * @param password empty where the database asks for none
 */
public record TestDatabase(String url, String username, String password) {

    // The settings the service runs with: docs/decisions/0004-test-databases.md says why.
    private static final String H2_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MODE=PostgreSQL"
            + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /** A new, empty embedded database in a folder of its own, which goes when this JVM ends. */
    public static TestDatabase newH2gis() {
        return h2gisIn(TestFolders.create("h2-"));
    }

    /** The embedded database in this folder; made by the first connection where there is none yet. */
    public static TestDatabase h2gisIn(Path folder) {
        return new TestDatabase("jdbc:h2:file:" + folder.toAbsolutePath().resolve("antt-map") + H2_OPTIONS, "sa", "");
    }

    /** A new database with PostGIS and nothing else, on the server that the tests of this JVM share. */
    public static TestDatabase newPostgis() {
        return PostgisServer.shared().newDatabase();
    }

    /** The settings that make the service use this database. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", username,
                "spring.datasource.password", password);
    }

    /** Without the password, since this lands in test reports. */
    @Override
    public String toString() {
        return url;
    }
}
