package vn.anttmap.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.core.env.Environment;
import vn.anttmap.embedded.UnfinishedWrites;

/**
 * How to reach a database.
 *
 * @param url JDBC
 */
record DatabaseAddress(String url, String username, String password) {

    private static final String H2_FILE = "jdbc:h2:file:";

    /** The service's own database, with the role that owns the tables where there are two. */
    static DatabaseAddress owner(Environment environment) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        String user = environment.getProperty("spring.flyway.user", "");
        return user.isEmpty()
                ? of(environment, url, "spring.datasource.username", "spring.datasource.password")
                : of(environment, url, "spring.flyway.user", "spring.flyway.password");
    }

    static DatabaseAddress of(Environment environment, String url, String username, String password) {
        return new DatabaseAddress(url, environment.getProperty(username, ""), environment.getProperty(password, ""));
    }

    boolean embedded() {
        return url.startsWith("jdbc:h2:");
    }

    Dialect dialect() {
        return embedded() ? new H2Dialect() : new PostgresDialect();
    }

    /** The file of an embedded database; empty for a server and for one that is no plain file. */
    Optional<Path> file() {
        return UnfinishedWrites.file(url).map(file -> file.toAbsolutePath().normalize());
    }

    /**
     * The embedded database whose file has this at the end of its name. What it holds counts once it is whole, so it need
     * not be written at once.
     */
    DatabaseAddress besides(String suffix) {
        String path = path();
        String options = url.substring(H2_FILE.length() + path.length()).replace(";WRITE_DELAY=0", "");
        return new DatabaseAddress(H2_FILE + path + suffix + options, username, password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    private String path() {
        return url.substring(H2_FILE.length()).replaceFirst(";.*", "");
    }

    /** Without the password, and without what may stand for one in the address. */
    @Override
    public String toString() {
        return url.replaceFirst("[;?].*", "");
    }
}
