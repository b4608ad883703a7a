package vn.anttmap.backup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations that this program brings, and those that a database had. */
final class Schema {

    private static final String COMMON = "common";

    private Schema() {}

    /** Those that the database had, oldest number first. */
    static List<Manifest.Migration> applied(Connection connection) throws SQLException {
        List<Manifest.Migration> applied = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select "version", "script", "checksum" from "flyway_schema_history"
                        where "version" is not null and "success" = true order by "version\"""")) {
            while (row.next()) {
                Integer checksum = row.getObject(3) == null ? null : row.getInt(3);
                applied.add(new Manifest.Migration(row.getString(1), row.getString(2), checksum));
            }
        }
        return applied;
    }

    /** Those of this program for that database, oldest number first. */
    static List<Manifest.Migration> known(String vendor) {
        // Nothing runs there: Flyway wants some database to be asked about what would.
        MigrationInfo[] all = configured("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", resources(vendor))
                .info()
                .all();
        return Arrays.stream(all)
                .map(info -> new Manifest.Migration(info.getVersion().toString(), info.getScript(), info.getChecksum()))
                .toList();
    }

    static boolean common(Manifest.Migration migration) {
        return names(COMMON).contains(migration.script());
    }

    /** Brings a database up to this program's tables, or only as far as wanted. */
    static void migrate(DatabaseAddress database, Predicate<String> wantedScript) {
        List<LoadableResource> wanted = resources(database.dialect().vendor()).stream()
                .filter(resource -> wantedScript.test(resource.getFilename()))
                .toList();
        configured(database.url(), database.username(), database.password(), wanted)
                .migrate();
    }

    private static Flyway configured(String url, String user, String password, List<LoadableResource> resources) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .resourceProvider(new Provided(resources))
                .outOfOrder(true)
                .group(!url.startsWith("jdbc:h2:"))
                .load();
    }

    private static List<LoadableResource> resources(String vendor) {
        List<LoadableResource> resources = new ArrayList<>();
        for (String folder : List.of(COMMON, vendor)) {
            for (Resource resource : find(folder)) {
                try {
                    resources.add(new Script(
                            String.valueOf(resource.getFilename()),
                            resource.getContentAsString(StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return resources;
    }

    private static List<String> names(String folder) {
        return Arrays.stream(find(folder))
                .map(resource -> String.valueOf(resource.getFilename()))
                .toList();
    }

    private static Resource[] find(String folder) {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/" + folder + "/V*.sql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Provided(List<LoadableResource> resources) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return resources.stream()
                    .filter(resource -> resource.getRelativePath().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return resources.stream()
                    .filter(resource -> resource.getFilename().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith))
                    .toList();
        }
    }

    /** A script in memory. */
    private static final class Script extends LoadableResource {

        private final String name;
        private final String text;

        Script(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
