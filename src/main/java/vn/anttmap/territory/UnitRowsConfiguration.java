package vn.anttmap.territory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.anttmap.node.Installation;

/** Chooses how many units are stored at once, by the database in use. */
@Configuration(proxyBeanMethods = false)
class UnitRowsConfiguration {

    @Bean
    UnitRows unitRows(Installation installation, TerritorialUnitRepository units, JdbcTemplate jdbc) {
        return installation.embedded() ? units::saveAllAndFlush : new CopiedUnitRows(jdbc);
    }
}
