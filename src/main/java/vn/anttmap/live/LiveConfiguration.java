package vn.anttmap.live;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.anttmap.node.Installation;

/** Chooses how events travel, by the database in use. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    LiveChannel liveChannel(
            Installation installation,
            LiveStreams streams,
            JdbcTemplate jdbc,
            JdbcConnectionDetails database,
            ApplicationEventPublisher events) {
        return installation.embedded()
                ? new InProcessChannel(streams, events)
                : new PostgresChannel(jdbc, new PostgresListener(database, streams, events));
    }
}
