package vn.anttmap.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands before the pool where the database is a file. */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabaseConfiguration.class);

    @Bean
    static BeanPostProcessor embeddedDatabase() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null ? guarded(pool) : bean;
            }
        };
    }

    private static DataSource guarded(HikariDataSource pool) {
        Path file = UnfinishedWrites.file(pool.getJdbcUrl()).orElse(null);
        if (file == null) {
            return pool;
        }
        try {
            UnfinishedWrites.takeBack(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        } catch (SQLException e) {
            // Whoever asks for the first connection meets the same, and tells it.
            LOG.debug("the database cannot be looked at", e);
        }
        return new ReopenedDatabase(pool, file);
    }
}
