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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.node.RecentReads;

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

    private static final String OPEN = """
            select s.id, a.username, s.begun_at, s.last_seen_at, s.sign_in_way, a.role from account_session s join account a on a.id = s.account_id
            where s.ended_at is null""";

    private final JdbcClient jdbc;
    private final RecentReads recent;
    private final RecentReads.Table<String, Standing> standing;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountSessions(
            JdbcClient jdbc,
            RecentReads recent,
            AccessSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.recent = recent;
        this.standing = recent.table();
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** One sign-in. @param client browser and system */
    public record Open(UUID id, String client, Instant begunAt, Instant lastSeenAt) {}

    /** One that stands, as a request needs it. */
    public record Standing(UUID id, String username, SignInWay way) {}

    /** @param userAgent as the browser names itself, or null @return the secret that the browser is to show from now on */
    @Transactional
    public String begin(String username, SignInWay way, @Nullable String userAgent) {
        String secret = Secrets.random();
        OffsetDateTime now = now();
        jdbc.sql("delete from account_session where last_seen_at < ?")
                .param(now.minus(settings.idle()).minusDays(1))
                .update();
        jdbc.sql("""
                        insert into account_session (id, account_id, client, begun_at, last_seen_at, secret_hash, sign_in_way)
                        select ?, a.id, ?, ?, ?, ?, ? from account a where a.username = ?""")
                .params(
                        UUID.randomUUID(),
                        ClientName.of(userAgent),
                        now,
                        now,
                        Secrets.hash(secret),
                        way.key(),
                        username)
                .update();
        return secret;
    }

    /** The sign-in with this secret, if it stands; notes that it was seen. */
    public Optional<Standing> find(String secret) {
        return Optional.ofNullable(standing.get(Secrets.hash(secret), this::lookUp));
    }

    private @Nullable Standing lookUp(String hash) {
        OffsetDateTime now = now();
        Lasting seen = jdbc.sql(OPEN + " and s.secret_hash = ?")
                .param(hash)
                .query(Lasting::row)
                .optional()
                .filter(open -> open.stands(settings, now.toInstant()))
                .orElse(null);
        if (seen == null) {
            return null;
        }
        if (seen.lastSeenAt().plus(SEEN_STEP).isBefore(now.toInstant())) {
            jdbc.sql("update account_session set last_seen_at = ? where id = ?")
                    .params(now, seen.id())
                    .update();
        }
        return new Standing(seen.id(), seen.username(), seen.way());
    }

    /** Those of these sign-ins that stand. To ask is no use of them. */
    public Set<UUID> standing(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        return jdbc.sql(OPEN + " and s.id in (:ids)").param("ids", ids).query(Lasting::row).list().stream()
                .filter(open -> open.stands(settings, now))
                .map(Lasting::id)
                .collect(Collectors.toSet());
    }

    /** What decides how long a sign-in lasts. */
    private record Lasting(UUID id, String username, Role role, SignInWay way, Instant begunAt, Instant lastSeenAt) {

        boolean stands(AccessSettings settings, Instant now) {
            // One from the future began before the clock was set back, and would last longer by as much.
            return begunAt.minus(SEEN_STEP).isBefore(now)
                    && begunAt.plus(settings.longestSignIn()).isAfter(now)
                    && lastSeenAt.plus(settings.idle(role)).plus(SEEN_STEP).isAfter(now);
        }

        static Lasting row(ResultSet row, int number) throws SQLException {
            return new Lasting(
                    row.getObject("id", UUID.class),
                    row.getString("username"),
                    Role.valueOf(row.getString("role")),
                    SignInWay.ofKey(row.getString("sign_in_way")),
                    row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                    row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
        }
    }

    @Transactional
    public void end(UUID id) {
        jdbc.sql("update account_session set ended_at = ? where id = ? and ended_at is null")
                .params(now(), id)
                .update();
        ended();
    }

    private void ended() {
        recent.changed();
        events.publishEvent(new SignInsEnded());
    }

    List<Open> open(long accountId) {
        Set<UUID> standing =
                jdbc.sql(OPEN + " and s.account_id = ?").param(accountId).query(Lasting::row).list().stream()
                        .filter(open -> open.stands(settings, clock.instant()))
                        .map(Lasting::id)
                        .collect(Collectors.toSet());
        return jdbc.sql("""
                        select id, client, begun_at, last_seen_at from account_session
                        where account_id = ? and ended_at is null order by last_seen_at desc, begun_at desc, id""").param(accountId).query(AccountSessions::row).list().stream()
                .filter(open -> standing.contains(open.id()))
                .toList();
    }

    /** @return whether this account had such a sign-in */
    boolean end(long accountId, UUID id) {
        int ended = jdbc.sql(
                        "update account_session set ended_at = ? where id = ? and account_id = ? and ended_at is null")
                .params(now(), id, accountId)
                .update();
        ended();
        return ended > 0;
    }

    /** @param but the one that stays, or null @return how many ended */
    int endAll(long accountId, @Nullable UUID but) {
        int ended = jdbc.sql(
                        "update account_session set ended_at = ? where account_id = ? and ended_at is null and id <> ?")
                .params(now(), accountId, but == null ? new UUID(0, 0) : but)
                .update();
        ended();
        return ended;
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
