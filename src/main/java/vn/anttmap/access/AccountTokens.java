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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.node.RecentReads;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Codes that programs such as QGIS use instead of the password, each with an end. Only their hashes are stored. */
@Component
class AccountTokens {

    static final int LONGEST_DAYS = 366;

    private static final int MOST_OF_AN_ACCOUNT = 20;
    private static final int LONGEST_NAME = 80;

    /** How exact "last used" is: a program asks a hundred times for one view of a map. */
    private static final Duration USED_STEP = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final RecentReads recent;
    private final RecentReads.Table<Sent, Fitting> fitting;
    private final Clock clock;

    AccountTokens(JdbcClient jdbc, RecentReads recent, Clock clock) {
        this.jdbc = jdbc;
        this.recent = recent;
        this.fitting = recent.table();
        this.clock = clock;
    }

    record Listed(
            UUID id,
            String name,
            boolean mayWrite,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** @param token the code itself, told this once */
    record Made(Listed listed, String token) {}

    /** A code that fits and is valid. */
    record Fitting(UUID id, boolean mayWrite, Instant expiresAt) {}

    /** What came as name and password, of which the code only as its hash. */
    private record Sent(String username, String hash) {}

    List<Listed> valid(long accountId) {
        return jdbc.sql("""
                        select id, name, may_write, created_at, expires_at, last_used_at from account_token
                        where account_id = ? and revoked_at is null and expires_at > ? order by created_at desc, id""").params(accountId, now()).query(AccountTokens::row).list();
    }

    /**
     * @param name what it is for, as the person will know it again
     * @param days until it is over, 1 to {@link #LONGEST_DAYS}
     */
    Made create(long accountId, String name, int days, boolean mayWrite) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            throw UserProblem.of(Kind.INVALID, "token-name-invalid", LONGEST_NAME)
                    .at("name", name);
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw UserProblem.of(Kind.INVALID, "token-days-invalid", LONGEST_DAYS)
                    .at("days", days);
        }
        if (valid(accountId).size() >= MOST_OF_AN_ACCOUNT) {
            throw UserProblem.of(Kind.CONFLICT, "token-too-many", MOST_OF_AN_ACCOUNT);
        }
        String token = Secrets.token();
        Listed made = new Listed(
                UUID.randomUUID(),
                called,
                mayWrite,
                now().toInstant(),
                now().plusDays(days).toInstant(),
                null);
        jdbc.sql("""
                        insert into account_token (id, account_id, name, secret_hash, may_write, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        made.id(),
                        accountId,
                        called,
                        Secrets.hash(token),
                        mayWrite,
                        made.createdAt().atOffset(ZoneOffset.UTC),
                        made.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        return new Made(made, token);
    }

    /** @return whether this account had such a code, not yet revoked */
    boolean revoke(long accountId, UUID id) {
        recent.changed();
        return jdbc.sql(
                                "update account_token set revoked_at = ? where id = ? and account_id = ? and revoked_at is null")
                        .params(now(), id, accountId)
                        .update()
                > 0;
    }

    int revokeAll(long accountId) {
        recent.changed();
        return jdbc.sql("update account_token set revoked_at = ? where account_id = ? and revoked_at is null")
                .params(now(), accountId)
                .update();
    }

    /** The code of this account behind what was sent as its password, if it is one; notes that it was used. */
    Optional<Fitting> find(String username, String token) {
        return Optional.ofNullable(fitting.get(new Sent(username, Secrets.hash(token)), this::lookUp))
                .filter(found -> found.expiresAt().isAfter(clock.instant()));
    }

    private @Nullable Fitting lookUp(Sent sent) {
        Optional<Used> found = jdbc.sql("""
                        select t.id, t.may_write, t.expires_at, t.last_used_at from account_token t join account a on a.id = t.account_id
                        where t.secret_hash = ? and a.username = ? and t.revoked_at is null and t.expires_at > ?""")
                .params(sent.hash(), sent.username(), now())
                .query((row, number) -> new Used(
                        new Fitting(
                                row.getObject("id", UUID.class),
                                row.getBoolean("may_write"),
                                row.getObject("expires_at", OffsetDateTime.class)
                                        .toInstant()),
                        row.getObject("last_used_at", OffsetDateTime.class)))
                .optional();
        found.filter(used -> used.last() == null || used.last().plus(USED_STEP).isBefore(now()))
                .ifPresent(used -> jdbc.sql("update account_token set last_used_at = ? where id = ?")
                        .params(now(), used.token().id())
                        .update());
        return found.map(Used::token).orElse(null);
    }

    private record Used(Fitting token, @Nullable OffsetDateTime last) {}

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Listed row(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Listed(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("may_write"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
