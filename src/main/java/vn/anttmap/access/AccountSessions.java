package vn.anttmap.access;

import jakarta.servlet.http.HttpSession;
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
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where accounts are signed in through the page. Kept in the database, so that one can be ended from anywhere. */
@Component
public class AccountSessions {

    /** Of the servlet session: the id of the sign-in, a {@link UUID}. */
    public static final String ATTRIBUTE = "anttmap.signIn";

    /** How exact "last seen" is: a row is written no more often. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private static final String OPEN = """
            select s.id, s.begun_at, s.last_seen_at, a.role from account_session s join account a on a.id = s.account_id
            where s.ended_at is null""";

    private final JdbcClient jdbc;
    private final RecentReads recent;
    private final RecentReads.Table<UUID, Boolean> standing;
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

    /**
     * Begins one in this servlet session, which until now had minutes only.
     *
     * @param userAgent as the browser names itself, or null
     */
    @Transactional
    public void begin(HttpSession session, Authentication authentication, @Nullable String userAgent) {
        session.setAttribute(ATTRIBUTE, begin(authentication.getName(), userAgent));
        boolean administrator = authentication.getAuthorities().stream()
                .anyMatch(authority -> ("ROLE_" + Role.ADMINISTRATOR).equals(authority.getAuthority()));
        Duration idle = administrator ? settings.idle(Role.ADMINISTRATOR) : settings.idle();
        session.setMaxInactiveInterval((int) idle.toSeconds());
    }

    private UUID begin(String username, @Nullable String userAgent) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = now();
        jdbc.sql("delete from account_session where last_seen_at < ?")
                .param(now.minus(settings.idle()).minusDays(1))
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
        OffsetDateTime now = now();
        Optional<Instant> seen = jdbc.sql(OPEN + " and s.id = ?")
                .param(id)
                .query(Lasting::row)
                .optional()
                .filter(open -> open.stands(settings, now.toInstant()))
                .map(Lasting::lastSeenAt);
        if (seen.isPresent() && seen.get().plus(SEEN_STEP).isBefore(now.toInstant())) {
            jdbc.sql("update account_session set last_seen_at = ? where id = ?")
                    .params(now, id)
                    .update();
        }
        return seen.isPresent();
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
    private record Lasting(UUID id, Role role, Instant begunAt, Instant lastSeenAt) {

        boolean stands(AccessSettings settings, Instant now) {
            return begunAt.plus(settings.longestSignIn()).isAfter(now)
                    && lastSeenAt.plus(settings.idle(role)).plus(SEEN_STEP).isAfter(now);
        }

        static Lasting row(ResultSet row, int number) throws SQLException {
            return new Lasting(
                    row.getObject("id", UUID.class),
                    Role.valueOf(row.getString("role")),
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
        ended();
        return jdbc.sql("update account_session set ended_at = ? where id = ? and account_id = ? and ended_at is null")
                        .params(now(), id, accountId)
                        .update()
                > 0;
    }

    /** @param but the one that stays, or null @return how many ended */
    int endAll(long accountId, @Nullable UUID but) {
        ended();
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
