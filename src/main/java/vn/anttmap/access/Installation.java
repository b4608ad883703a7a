package vn.anttmap.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this database is: whether it holds demonstration data, known by a mark that outlives restarts. */
@Component
@DependsOnDatabaseInitialization
public class Installation {

    private final JdbcClient jdbc;
    private final Clock clock;

    Installation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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

    private Optional<Boolean> mark() {
        return jdbc.sql("select demo from installation where id = 1")
                .query(Boolean.class)
                .optional();
    }
}
