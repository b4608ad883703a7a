package vn.anttmap.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where accounts are signed in through the page. Kept in the database, so that one can be ended from anywhere. */
@Component
public class AccountSessions {

    /** Of the servlet session: the id of the sign-in, a {@link UUID}. */
    public static final String ATTRIBUTE = "anttmap.signIn";

    /** How exact "last seen" is: a row is written no more often. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final RecentReads recent;
    private final RecentReads.Table<UUID, Boolean> standing;
    private final Duration lifetime;
    private final Clock clock;

    AccountSessions(
            JdbcClient jdbc,
            RecentReads recent,
            @Value("${server.servlet.session.timeout:12h}") Duration lifetime,
            Clock clock) {
        this.jdbc = jdbc;
        this.recent = recent;
        this.standing = recent.table();
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** One sign-in. @param client browser and system */
    public record Open(UUID id, String client, Instant begunAt, Instant lastSeenAt) {}

    /** @param userAgent as the browser names itself, or null @return id of the sign-in */
    @Transactional
    public UUID begin(String username, @Nullable String userAgent) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = now();
        jdbc.sql("delete from account_session where last_seen_at < ?")
                .param(now.minus(lifetime).minusDays(1))
                .update();
        jdbc.sql("""
                        insert into account_session (id, account_id, client, begun_at, last_seen_at)
                        select ?, a.id, ?, ?, ? from account a where a.username = ?""").params(id, ClientName.of(userAgent), now, now, username).update();
        return id;
    }

    /** Whether this sign-in still stands; notes that it was seen. */
    public boolean stands(UUID id) {
        return Boolean.TRUE.equals(standing.get(id, wanted -> lookUp(wanted) ? true : null));
    }

    private boolean lookUp(UUID id) {
        Optional<OffsetDateTime> seen = jdbc.sql(
                        "select last_seen_at from account_session where id = ? and ended_at is null")
                .param(id)
                .query(OffsetDateTime.class)
                .optional();
        OffsetDateTime now = now();
        if (seen.isPresent() && seen.get().plus(SEEN_STEP).isBefore(now)) {
            jdbc.sql("update account_session set last_seen_at = ? where id = ?")
                    .params(now, id)
                    .update();
        }
        return seen.isPresent();
    }

    @Transactional
    public void end(UUID id) {
        jdbc.sql("update account_session set ended_at = ? where id = ? and ended_at is null")
                .params(now(), id)
                .update();
        recent.changed();
    }

    List<Open> open(long accountId) {
        return jdbc.sql("""
                        select id, client, begun_at, last_seen_at from account_session
                        where account_id = ? and ended_at is null and last_seen_at > ?
                        order by last_seen_at desc, begun_at desc, id""")
                .params(accountId, now().minus(lifetime).minus(SEEN_STEP))
                .query(AccountSessions::row)
                .list();
    }

    /** @return whether this account had such a sign-in */
    boolean end(long accountId, UUID id) {
        recent.changed();
        return jdbc.sql("update account_session set ended_at = ? where id = ? and account_id = ? and ended_at is null")
                        .params(now(), id, accountId)
                        .update()
                > 0;
    }

    /** @param but the one that stays, or null @return how many ended */
    int endAll(long accountId, @Nullable UUID but) {
        recent.changed();
        return jdbc.sql("update account_session set ended_at = ? where account_id = ? and ended_at is null and id <> ?")
                .params(now(), accountId, but == null ? new UUID(0, 0) : but)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Open row(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
    }
}
