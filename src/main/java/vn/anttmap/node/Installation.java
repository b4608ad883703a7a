package vn.anttmap.node;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** What this database is: embedded or a server, and whether it holds demonstration data, known by a mark that outlives restarts. */
@Component
@DependsOnDatabaseInitialization
public class Installation {

    private final JdbcClient jdbc;
    private final boolean embedded;
    private final Clock clock;

    Installation(JdbcClient jdbc, DataSource dataSource, Clock clock) {
        this.jdbc = jdbc;
        this.embedded = embedded(dataSource);
        this.clock = clock;
    }

    /** Whether the database is the embedded one (H2 with H2GIS) and not a PostgreSQL server. */
    public boolean embedded() {
        return embedded;
    }

    /** Whether the mark of demonstration stands. */
    public boolean demo() {
        return mark().orElse(false);
    }

    /** Whether nothing has been decided yet: the database is new. */
    public boolean fresh() {
        return mark().isEmpty();
    }

    /** Decides once and for all what a new database is. */
    public void decide(boolean demo) {
        jdbc.sql("insert into installation (id, demo, created_at) values (1, ?, ?)")
                .params(demo, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static boolean embedded(DataSource dataSource) {
        try {
            String url = JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getURL());
            return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.H2;
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("the database does not tell its address", e);
        }
    }

    private Optional<Boolean> mark() {
        return jdbc.sql("select demo from installation where id = 1")
                .query(Boolean.class)
                .optional();
    }
}
