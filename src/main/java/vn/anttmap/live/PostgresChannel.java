package vn.anttmap.live;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL hands a notification to every listening node when the transaction commits, and never before. */
final class PostgresChannel implements LiveChannel, SmartLifecycle {

    static final String NAME = "anttmap_incident";
    static final String NOTICES = "anttmap_notice";

    private final JdbcTemplate jdbc;
    private final PostgresListener listener;

    PostgresChannel(JdbcTemplate jdbc, PostgresListener listener) {
        this.jdbc = jdbc;
        this.listener = listener;
    }

    @Override
    public void announce(LiveEvent event) {
        jdbc.query("select pg_notify(?, ?)", row -> {}, NAME, event.text());
    }

    @Override
    public void announce(LiveNotice notice) {
        jdbc.query("select pg_notify(?, ?)", row -> {}, NOTICES, notice.topic() + " " + notice.text());
    }

    @Override
    public void start() {
        listener.start();
    }

    @Override
    public void stop() {
        listener.stop();
    }

    @Override
    public boolean isRunning() {
        return listener.isRunning();
    }

    /** Listens before the first request comes in. */
    @Override
    public int getPhase() {
        return 0;
    }
}
