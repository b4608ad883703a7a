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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where accounts are signed in through the page. All there is of a sign-in is its row: every node knows it, the end of a node
 * ends none, and one can be ended from anywhere. The browser shows a secret, the row has its hash.
 */
@Component
public class AccountSessions {

    /** Of the request: the id of the sign-in that it came with, a {@link UUID}. */
    public static final String ATTRIBUTE = "anttmap.signIn";

    /** How exact "last seen" is: a row is written no more often. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final RecentReads recent;
    private final RecentReads.Table<String, Standing> standing;
    private final RecentReads.Table<Long, Set<UUID>> ofAccount;
    private final ApplicationEventPublisher events;
    private final Duration lifetime;
    private final Clock clock;

    AccountSessions(
            JdbcClient jdbc,
            RecentReads recent,
            ApplicationEventPublisher events,
            @Value("${server.servlet.session.timeout:12h}") Duration lifetime,
            Clock clock) {
        this.jdbc = jdbc;
        this.recent = recent;
        this.standing = recent.table();
        this.ofAccount = recent.table();
        this.events = events;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** One sign-in. @param client browser and system */
    public record Open(UUID id, String client, Instant begunAt, Instant lastSeenAt) {}

    /** One that stands, as a request needs it. */
    public record Standing(UUID id, String username) {}

    /** Sign-ins of this account have ended. */
    public record Ended(long accountId) {}

    /** What nobody guesses: 43 characters that fit into a cookie. */
    public static String newSecret() {
        return Secrets.random();
    }

    /** @param userAgent as the browser names itself, or null @return the secret that the browser is to show from now on */
    @Transactional
    public String begin(String username, @Nullable String userAgent) {
        String secret = newSecret();
        OffsetDateTime now = now();
        jdbc.sql("delete from account_session where last_seen_at < ?")
                .param(now.minus(lifetime).minusDays(1))
                .update();
        jdbc.sql("""
                        insert into account_session (id, account_id, client, begun_at, last_seen_at, secret_hash)
                        select ?, a.id, ?, ?, ?, ? from account a where a.username = ?""")
                .params(UUID.randomUUID(), ClientName.of(userAgent), now, now, Secrets.hash(secret), username)
                .update();
        return secret;
    }

    /** The sign-in with this secret, if it stands; notes that it was seen. */
    public Optional<Standing> find(String secret) {
        return Optional.ofNullable(standing.get(Secrets.hash(secret), this::lookUp));
    }

    private @Nullable Standing lookUp(String hash) {
        OffsetDateTime now = now();
        record Row(Standing standing, OffsetDateTime seenAt) {}
        Optional<Row> row = jdbc.sql("""
                        select s.id, a.username, s.last_seen_at
                        from account_session s join account a on a.id = s.account_id
                        where s.secret_hash = ? and s.ended_at is null and s.last_seen_at > ?""")
                .params(hash, oldest(now))
                .query((found, number) -> new Row(
                        new Standing(found.getObject("id", UUID.class), found.getString("username")),
                        found.getObject("last_seen_at", OffsetDateTime.class)))
                .optional();
        if (row.isPresent() && row.get().seenAt().plus(SEEN_STEP).isBefore(now)) {
            jdbc.sql("update account_session set last_seen_at = ? where id = ?")
                    .params(now, row.get().standing().id())
                    .update();
        }
        return row.map(Row::standing).orElse(null);
    }

    /** Those of an account that stand. */
    public Set<UUID> standing(long accountId) {
        Set<UUID> ids =
                ofAccount.get(accountId, id -> open(id).stream().map(Open::id).collect(Collectors.toUnmodifiableSet()));
        return ids == null ? Set.of() : ids;
    }

    /** For the one who leaves. */
    @Transactional
    public void end(UUID id) {
        jdbc.sql("select account_id from account_session where id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .ifPresent(accountId -> end(accountId, id));
    }

    List<Open> open(long accountId) {
        return jdbc.sql("""
                        select id, client, begun_at, last_seen_at from account_session
                        where account_id = ? and ended_at is null and last_seen_at > ?
                        order by last_seen_at desc, begun_at desc, id""")
                .params(accountId, oldest(now()))
                .query(AccountSessions::row)
                .list();
    }

    /** @return whether this account had such a sign-in */
    boolean end(long accountId, UUID id) {
        return told(
                        accountId,
                        jdbc.sql(
                                        "update account_session set ended_at = ? where id = ? and account_id = ? and ended_at is null")
                                .params(now(), id, accountId)
                                .update())
                > 0;
    }

    /** @param but the one that stays, or null @return how many ended */
    int endAll(long accountId, @Nullable UUID but) {
        return told(
                accountId,
                jdbc.sql(
                                "update account_session set ended_at = ? where account_id = ? and ended_at is null and id <> ?")
                        .params(now(), accountId, but == null ? new UUID(0, 0) : but)
                        .update());
    }

    private int told(long accountId, int ended) {
        recent.changed();
        events.publishEvent(new Ended(accountId));
        return ended;
    }

    /** Last seen before it, a sign-in has ended by itself. */
    private OffsetDateTime oldest(OffsetDateTime now) {
        return now.minus(lifetime).minus(SEEN_STEP);
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
