package vn.anttmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;
import vn.anttmap.status.StatusReport.State;
import vn.anttmap.testing.SettableClock;

/** Disk, clock and slow statements, each brought to its limit. */
@ExtendWith(OutputCaptureExtension.class)
class StatusPartsTests {

    private static final Instant NOON = Instant.parse("2026-03-01T05:00:00Z");

    private static StatusSettings settings(DataSize notice, DataSize warning) {
        return new StatusSettings(notice, warning, Duration.ZERO, Duration.ofSeconds(5));
    }

    /** No disk of a test machine has a million terabytes, and each has a byte. */
    @Test
    void aFullDiskIsToldAndTakesTheServiceOutOfTheReadyOnes() {
        DataSize none = DataSize.ofBytes(1);
        DataSize all = DataSize.ofTerabytes(1_000_000);

        assertThat(new DataDisk(".", settings(none, none)).report().state()).isEqualTo(State.OK);
        assertThat(new DataDisk(".", settings(all, none)).report().state()).isEqualTo(State.NOTICE);
        DataDisk full = new DataDisk("./not/there/yet", settings(all, all));
        assertThat(full.report().state()).isEqualTo(State.WARNING);
        assertThat(full.report().lines()).extracting(StatusReport.Line::key).containsExactly("disk", "disk-full");
        Health.Builder health = new Health.Builder();
        full.doHealthCheck(health);
        assertThat(health.build().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.build().getDetails()).isEmpty();
    }

    @Test
    void aClockThatWasSetIsToldForADayAndThenForgotten() {
        SettableClock clock = new SettableClock(NOON);
        ClockWatch watch = new ClockWatch(clock, settings(DataSize.ofBytes(1), DataSize.ofBytes(1)));
        long nanos = System.nanoTime();
        watch.look(nanos);

        // Ten seconds by both: nothing happened.
        clock.pass(Duration.ofSeconds(10));
        watch.look(nanos + Duration.ofSeconds(10).toNanos());
        assertThat(watch.report().state()).isEqualTo(State.OK);

        // Ten seconds went by, and the clock stands an hour earlier.
        clock.pass(Duration.ofSeconds(10).minusHours(1));
        watch.look(nanos + Duration.ofSeconds(20).toNanos());
        assertThat(watch.report().state()).isEqualTo(State.WARNING);
        assertThat(watch.report().lines().get(1).values().get(1)).isEqualTo(-3600L);

        clock.pass(Duration.ofHours(25));
        watch.look(nanos + Duration.ofSeconds(20).plusHours(25).toNanos());
        assertThat(watch.report().state()).isEqualTo(State.OK);
    }

    @Test
    void aSlowStatementIsLoggedAsItIsWrittenWithoutItsValues(CapturedOutput log) throws SQLException {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:slow-statements");
        SlowStatements slow = new SlowStatements(Duration.ofNanos(1));
        DataSource watched = slow.watch(memory);
        try (Connection connection = watched.getConnection();
                PreparedStatement statement = connection.prepareStatement("select cast(? as varchar) as note")) {
            statement.setString(1, "ghi chú kín");
            statement.executeQuery().close();
        }
        assertThat(slow.count()).isEqualTo(1);
        assertThat(log.getAll())
                .contains("slow statement", "select cast(? as varchar) as note")
                .doesNotContain("ghi chú kín");
        assertThat(new SlowStatements(Duration.ZERO).watches()).isFalse();
        assertThat(watched.unwrap(JdbcDataSource.class)).isSameAs(memory);
    }
}
