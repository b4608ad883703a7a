package vn.anttmap.exchange;

import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGStatement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.anttmap.node.Installation;

/** Chooses how streamed geometries are read, by the database in use. */
@Configuration(proxyBeanMethods = false)
class StreamingConfiguration {

    /** What PostgreSQL's driver takes for: results as bytes from the first run on. */
    private static final int ALWAYS_BINARY = -1;

    @Bean
    StreamedRows streamedRows(Installation installation, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JdbcStreamedRows(
                jdbc,
                transactions,
                installation.embedded()
                        ? new JdbcStreamedRows.Dialect(
                                "%s", statement -> {}, row -> row.getObject("geometry", Geometry.class))
                        : new JdbcStreamedRows.Dialect(
                                "st_asewkb(%s)",
                                // Bytes and not their digits: half the way and half the reading.
                                statement -> statement.unwrap(PGStatement.class).setPrepareThreshold(ALWAYS_BINARY),
                                row -> PostgisGeometries.read(row.getBytes("geometry"))));
    }
}
