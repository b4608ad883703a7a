package vn.anttmap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.node.RecentReads;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.SettableClock;

/** How long a sign-in lasts, and who has to wait after wrong passwords from one address. */
abstract class SignInEndContract extends DemoServiceContract {

    private static final String ADDRESS = "203.0.113.9";

    @Autowired
    private AccountSessions sessions;

    @Autowired
    private RecentReads recent;

    @Autowired
    private AccessSettings settings;

    @AfterEach
    void forgetTheAddress() {
        jdbc.sql("delete from failed_address").update();
        jdbc.sql("delete from failed_sign_in where username like 'nobody-%'").update();
    }

    /** Hours since it began, minutes since it was last seen; up to five minutes of the latter are not known exactly. */
    @ParameterizedTest
    @CsvSource({
        "officer,    11.9,   1, true",
        "officer,    12.1,   1, false",
        "officer,    11.0, 600, true",
        "officer,    11.9,  40, true",
        // Begun before the clock was set back: by three minutes, and by a day.
        "officer,   -0.05,  -3, true",
        "officer,   -24.0, -1440, false",
        "admin,   11.9,   1, true",
        "admin,   12.1,   1, false",
        "admin,    2.0,  29, true",
        "admin,    2.0,  36, false"
    })
    void endsAfterTwelveHoursAndAnAdministratorsAfterHalfAnHourUnused(
            String username, double hours, int unused, boolean stands) {
        String secret = sessions.begin(username, SignInWay.PASSWORD, "Firefox/128.0");
        UUID id = id(secret);
        Instant now = Instant.now();
        jdbc.sql("update account_session set begun_at = ?, last_seen_at = ? where id = ?")
                .params(
                        now.minusSeconds((long) (hours * 3600)).atOffset(ZoneOffset.UTC),
                        now.minus(Duration.ofMinutes(unused)).atOffset(ZoneOffset.UTC),
                        id)
                .update();

        assertThat(sessions.standing(Set.of(id))).isEqualTo(stands ? Set.of(id) : Set.of());
        assertThat(sessions.open(accountId(username)).stream().anyMatch(open -> id.equals(open.id())))
                .isEqualTo(stands);
        recent.changed();
        assertThat(sessions.find(secret).isPresent()).isEqualTo(stands);
    }

    /** The clock was a day ahead when they failed, and has been set right: nobody waits a day for it. */
    @Test
    void aClockThatIsSetBackKeepsNobodyOut() {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-24T05:00:00Z"));
        FailedSignIns names = new FailedSignIns(jdbc, recent, clock);
        FailedAddresses addresses = new FailedAddresses(jdbc, recent, settings, clock);
        String name = "nobody-" + UUID.randomUUID();
        for (int i = 0; i < 30; i++) {
            names.failed(name);
            addresses.failed(ADDRESS);
        }
        assertThat(names.resting(name)).isTrue();
        assertThat(addresses.resting(ADDRESS)).isTrue();

        clock.pass(Duration.ofDays(-1));
        recent.changed();
        assertThat(names.resting(name)).isFalse();
        assertThat(addresses.resting(ADDRESS)).isFalse();

        // Who goes on guessing rests as ever.
        for (int i = 0; i < 31; i++) {
            names.failed(name);
            addresses.failed(ADDRESS);
        }
        assertThat(names.resting(name)).isTrue();
        assertThat(addresses.resting(ADDRESS)).isTrue();
    }

    /** A stream asks of its sign-in every twenty seconds: that must not keep it open. */
    @Test
    void toAskWhetherItStandsIsNoUseOfIt() {
        UUID id = id(sessions.begin("leader", SignInWay.PASSWORD, "Firefox/128.0"));
        OffsetDateTime before = OffsetDateTime.parse("2019-08-01T00:00:00Z");
        jdbc.sql("update account_session set last_seen_at = ? where id = ?")
                .params(before, id)
                .update();

        sessions.standing(Set.of(id));

        assertThat(jdbc.sql("select last_seen_at from account_session where id = ?")
                        .param(id)
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(before.toInstant());
    }

    @Test
    void anAddressRestsAfterThirtyFailuresWhateverTheNames() {
        ServiceClient right = as("officer");
        // 28 failures from before, one of which each is won back in two minutes.
        jdbc.sql("insert into failed_address (address, clear_at) values (?, ?)")
                .params(ADDRESS, Instant.now().plusSeconds(28 * 120).atOffset(ZoneOffset.UTC))
                .update();
        ServiceClient wrong = ServiceClient.of(baseUrl(), "nobody-" + UUID.randomUUID(), "sai");
        assertThat(wrong.get("/api/crs", "X-Forwarded-For", ADDRESS).statusCode())
                .isEqualTo(401);
        assertThat(ServiceClient.of(baseUrl(), "nobody-" + UUID.randomUUID(), "officer")
                        .get("/api/crs", "X-Forwarded-For", ADDRESS)
                        .body())
                .contains("sign-in-needed");

        assertThat(ServiceClient.of(baseUrl(), "nobody-" + UUID.randomUUID(), "x")
                        .get("/api/crs", "X-Forwarded-For", ADDRESS)
                        .body())
                .contains("sign-in-resting");
        // The name itself rests nowhere.
        assertThat(right.get("/api/crs", "X-Forwarded-For", "203.0.113.10").statusCode())
                .isEqualTo(200);
        // Two minutes later one more is free.
        jdbc.sql("update failed_address set clear_at = ?")
                .param(Instant.now().plusSeconds(29 * 120 - 1).atOffset(ZoneOffset.UTC))
                .update();
        recent.changed();
        assertThat(wrong.get("/api/crs", "X-Forwarded-For", ADDRESS).body()).contains("sign-in-needed");
    }

    @Test
    void thisMachineItselfIsNotCounted() {
        ServiceClient.of(baseUrl(), "nobody-" + UUID.randomUUID(), "x").get("/api/crs");

        assertThat(jdbc.sql("select address from failed_address")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of());
    }

    private UUID id(String secret) {
        return sessions.find(secret).orElseThrow().id();
    }

    private long accountId(String username) {
        return jdbc.sql("select id from account where username = ?")
                .param(username)
                .query(Long.class)
                .single();
    }
}
