package vn.anttmap.backup;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What happens to the tables before anybody uses them. */
@Configuration(proxyBeanMethods = false)
class UpgradeConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeConfiguration.class);

    @Bean
    FlywayMigrationStrategy upgradeGuard(BackupSettings settings, JdbcConnectionDetails database) {
        return new UpgradeGuard(settings, database);
    }

    /** All pending ones in one transaction where the database can undo them: upgraded, or as it was. */
    @Bean
    FlywayConfigurationCustomizer migrationsInOneTransaction(JdbcConnectionDetails database) {
        return configuration -> configuration.group(!database.getJdbcUrl().startsWith("jdbc:h2:"));
    }

    /** An upgrade that was cut off, by a power cut for example, is undone before the file is opened, and then begun anew. */
    @Bean
    static BeanFactoryPostProcessor interruptedUpgrade(Environment environment) {
        return beans -> undo(environment.getProperty("spring.datasource.url", ""));
    }

    static void undo(String url) {
        new DatabaseAddress(url, "", "")
                .file()
                .map(UpgradeCopy::new)
                .filter(UpgradeCopy::exists)
                .ifPresent(copy -> {
                    try {
                        LOG.warn("an upgrade was cut off: {} is put back", copy.path());
                        copy.putBack();
                    } catch (IOException e) {
                        throw new UpgradeRefusedException(
                                "An upgrade was cut off, and the copy made before it cannot be put back: "
                                        + e.getMessage(),
                                "Unpack " + copy.path() + " by hand in its folder, delete it, and start again.");
                    }
                });
    }
}
