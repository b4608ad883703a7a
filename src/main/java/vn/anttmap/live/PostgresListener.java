package vn.anttmap.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Waits for notifications on a connection of its own, outside of the pool. What was notified while it was away is lost, so
 * after each new connection the streams are told to load anew.
 */
final class PostgresListener {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresListener.class);
    private static final int WAIT_MILLIS = 5_000;
    private static final int VALID_WITHIN_SECONDS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final long STOPS_WITHIN_MILLIS = 2_000;

    private final JdbcConnectionDetails database;
    private final LiveStreams streams;
    private final ApplicationEventPublisher events;

    private volatile boolean running;
    private @Nullable Thread thread;
    private volatile @Nullable Connection connection;

    PostgresListener(JdbcConnectionDetails database, LiveStreams streams, ApplicationEventPublisher events) {
        this.database = database;
        this.streams = streams;
        this.events = events;
    }

    synchronized void start() {
        running = true;
        thread = new Thread(this::run, "live-listener");
        thread.setDaemon(true);
        thread.start();
    }

    /** Closing the connection ends the waiting; a connection that is being opened at the moment ends with the process. */
    synchronized void stop() {
        running = false;
        try {
            Connection open = connection;
            if (open != null) {
                open.close();
            }
            if (thread != null) {
                thread.interrupt();
                thread.join(STOPS_WITHIN_MILLIS);
            }
        } catch (SQLException e) {
            LOG.debug("closing the listening connection", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return running;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (running) {
            try (Connection open = open()) {
                connection = open;
                if (!pause.equals(FIRST_PAUSE)) {
                    LOG.info("live events come in again");
                    pause = FIRST_PAUSE;
                }
                streams.resync();
                events.publishEvent(new LiveGap());
                receive(open);
            } catch (SQLException | RuntimeException e) {
                if (running && pause.equals(FIRST_PAUSE)) {
                    LOG.warn("live events do not come in for the moment: {}", e.toString());
                }
            } finally {
                connection = null;
            }
            pause = rest(pause);
        }
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", String.valueOf(database.getUsername()));
        properties.setProperty("password", String.valueOf(database.getPassword()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "antt-map live");
        Connection open = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (Statement listen = open.createStatement()) {
            listen.execute("listen " + PostgresChannel.NAME);
            listen.execute("listen " + PostgresChannel.NOTICES);
        } catch (SQLException e) {
            open.close();
            throw e;
        }
        return open;
    }

    private void receive(Connection open) throws SQLException {
        PGConnection notifications = open.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] received = notifications.getNotifications(WAIT_MILLIS);
            if (received == null || received.length == 0) {
                // Silence may mean that the server is gone without a word.
                if (!open.isValid(VALID_WITHIN_SECONDS)) {
                    throw new SQLException("the connection does not answer");
                }
                continue;
            }
            for (PGNotification notification : received) {
                if (notification.getName().equals(PostgresChannel.NOTICES)) {
                    pass(notification.getParameter());
                } else {
                    tell(notification.getParameter());
                }
            }
        }
    }

    private void pass(String text) {
        int end = text.indexOf(' ');
        if (end < 0) {
            LOG.warn("a notice was not understood");
            return;
        }
        try {
            events.publishEvent(new LiveNotice(text.substring(0, end), text.substring(end + 1)));
        } catch (RuntimeException e) {
            LOG.warn("a notice was not taken: {}", e.toString());
            events.publishEvent(new LiveGap());
        }
    }

    private void tell(String text) {
        try {
            streams.tell(LiveEvent.parse(text));
        } catch (IllegalArgumentException e) {
            // Any role of the database can notify; a text of somebody else's does no harm.
            LOG.warn("a notification was not understood");
        }
    }

    /** @return how long to wait the next time */
    private Duration rest(Duration pause) {
        if (!running) {
            return pause;
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            LOG.debug("the listener is to end");
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
}
