package vn.anttmap.node;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Chooses how commits are forced to disk, by the database in use. */
@Configuration(proxyBeanMethods = false)
class DurabilityConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityConfiguration.class);

    @Bean
    ForcedCommits forcedCommits(Installation installation, JdbcTemplate jdbc) {
        if (installation.embedded()) {
            // With WRITE_DELAY=0 H2 hands each commit to the operating system; this forces it on to the disk.
            return new ForcedCommits(new SharedForce(() -> jdbc.execute("CHECKPOINT SYNC")));
        }
        // PostgreSQL waits for the disk before it answers a commit, unless it was told not to.
        for (String setting : new String[] {"fsync", "synchronous_commit"}) {
            if ("off".equals(jdbc.queryForObject("show " + setting, String.class))) {
                LOG.warn("PostgreSQL runs with {} = off: an acknowledged mark can be lost in a power cut", setting);
            }
        }
        return new ForcedCommits(() -> {});
    }
}
