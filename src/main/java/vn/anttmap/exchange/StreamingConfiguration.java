package vn.anttmap.exchange;

import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;

/** Chooses how streamed geometries are read, by the database in use. */
@Configuration(proxyBeanMethods = false)
class StreamingConfiguration {

    @Bean
    StreamedRows streamedRows(DataSource dataSource, JdbcTemplate jdbc, PlatformTransactionManager transactions)
            throws MetaDataAccessException {
        String url = JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getURL());
        return new JdbcStreamedRows(
                jdbc,
                transactions,
                DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.H2
                        ? row -> row.getObject("geometry", Geometry.class)
                        : row -> PostgisGeometries.read(row.getString("geometry")));
    }
}
