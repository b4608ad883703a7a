package vn.anttmap.territory;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How PostgreSQL's driver hands geometries to Hibernate Spatial. PostGIS JDBC registers a type of its own with the driver, whose
 * value is text of decimal numbers; the driver's plain type keeps the bytes (in hexadecimal digits) as they came, and Hibernate
 * Spatial reads those in an eighth of the time: 17 instead of 135 µs for an area of 60 vertices. On H2 nothing changes.
 */
@Configuration(proxyBeanMethods = false)
class GeometryColumns {

    /** A property of the driver: which class stands for a type of the database. */
    private static final String TYPE_OF_GEOMETRY = "datatype.geometry";

    @Bean
    static BeanPostProcessor plainGeometries() {
        return new BeanPostProcessor() {
            @Override
            public @Nullable Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource source
                        && source.getJdbcUrl() != null
                        && source.getJdbcUrl().startsWith("jdbc:postgresql:")) {
                    source.addDataSourceProperty(TYPE_OF_GEOMETRY, "org.postgresql.util.PGobject");
                }
                return bean;
            }
        };
    }
}
