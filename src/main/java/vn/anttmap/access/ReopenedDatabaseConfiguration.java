package vn.anttmap.access;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands before the pool where the database is a file. */
@Configuration(proxyBeanMethods = false)
class ReopenedDatabaseConfiguration {

    private static final String FILE = "jdbc:h2:file:";

    @Bean
    static BeanPostProcessor reopenedDatabase() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool
                                && pool.getJdbcUrl() != null
                                && pool.getJdbcUrl().startsWith(FILE)
                        ? new ReopenedDatabase(pool, file(pool.getJdbcUrl()))
                        : bean;
            }
        };
    }

    private static Path file(String url) {
        String path = url.substring(FILE.length());
        int settings = path.indexOf(';');
        return Path.of((settings < 0 ? path : path.substring(0, settings)) + ".mv.db");
    }
}
