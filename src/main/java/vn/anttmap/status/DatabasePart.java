package vn.anttmap.status;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Which database, which schema, and how it answers. */
@Component
class DatabasePart implements StatusPart {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePart.class);
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final FullDisk fullDisk;

    DatabasePart(JdbcTemplate jdbc, DataSource dataSource, FullDisk fullDisk) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.fullDisk = fullDisk;
    }

    @Override
    public String key() {
        return "database";
    }

    @Override
    public StatusReport report() {
        long begin = System.nanoTime();
        jdbc.queryForObject("select 1", Integer.class);
        Duration answer = Duration.ofNanos(System.nanoTime() - begin);
        String product = Objects.requireNonNull(jdbc.execute(
                (java.sql.Connection connection) -> connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion()));
        boolean postgres = product.startsWith("PostgreSQL");
        StatusReport.State state = answer.compareTo(SLOW) > 0 ? StatusReport.State.NOTICE : StatusReport.State.OK;
        Optional<Instant> full = fullDisk.lately();
        StatusReport report = StatusReport.of(full.isPresent() ? StatusReport.State.WARNING : state)
                .with("database", product, answer.toMillis());
        if (full.isPresent()) {
            report = report.with("database-disk-full", full.get());
        }
        String schema = jdbc.queryForObject(
                "select max(cast(\"version\" as integer)) from \"flyway_schema_history\" where \"success\" = true",
                String.class);
        report = report.with("schema", schema == null ? "–" : schema);
        if (postgres) {
            Long bytes = jdbc.queryForObject("select pg_database_size(current_database())", Long.class);
            report = report.with("database-size", DataSize.ofBytes(bytes == null ? 0 : bytes));
        }
        if (isUnverified()) {
            report = report.atLeast(StatusReport.State.NOTICE).with("database-unverified");
        }
        HikariPoolMXBean pool = pool();
        return pool == null
                ? report
                : report.with(
                        "pool",
                        pool.getActiveConnections(),
                        pool.getTotalConnections(),
                        pool.getThreadsAwaitingConnection());
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (isUnverified()) {
            LOG.warn(
                    "The database is on another machine, and nobody looks at its certificate: whoever is between the two"
                            + " can read everything. Set sslmode=verify-full, see docs/operations.md.");
        }
    }

    private boolean isUnverified() {
        try {
            if (!dataSource.isWrapperFor(HikariDataSource.class)) {
                return false;
            }
            HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
            return pool.getJdbcUrl() != null
                    && DatabaseLink.isUnverified(pool.getJdbcUrl(), pool.getDataSourceProperties());
        } catch (SQLException e) {
            return false;
        }
    }

    private @org.jspecify.annotations.Nullable HikariPoolMXBean pool() {
        try {
            return dataSource.isWrapperFor(HikariDataSource.class)
                    ? dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean()
                    : null;
        } catch (SQLException e) {
            return null;
        }
    }
}
