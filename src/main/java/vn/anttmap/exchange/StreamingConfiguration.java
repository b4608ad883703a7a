package vn.anttmap.exchange;

import org.locationtech.jts.geom.Geometry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.anttmap.access.Installation;

/** Chooses how streamed geometries are read, by the database in use. */
@Configuration(proxyBeanMethods = false)
class StreamingConfiguration {

    @Bean
    StreamedRows streamedRows(Installation installation, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JdbcStreamedRows(
                jdbc,
                transactions,
                installation.embedded()
                        ? row -> row.getObject("geometry", Geometry.class)
                        : row -> PostgisGeometries.read(row.getString("geometry")));
    }
}
