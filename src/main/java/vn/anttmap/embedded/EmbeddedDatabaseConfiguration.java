package vn.anttmap.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands before the pool where the database is a file. */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabaseConfiguration {

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
        return file == null ? pool : new ReopenedDatabase(pool, file);
    }
}
