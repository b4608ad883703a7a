package vn.anttmap.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.node.RecentReads;

/** Which person of the identity provider is which account. What is linked stays so until an administrator takes it away. */
@Component
class ProviderLinks {

    private final JdbcClient jdbc;
    private final RecentReads recent;
    private final RecentReads.Table<String, Boolean> linked;
    private final Clock clock;

    ProviderLinks(JdbcClient jdbc, RecentReads recent, Clock clock) {
        this.jdbc = jdbc;
        this.recent = recent;
        this.linked = recent.table();
        this.clock = clock;
    }

    /** @param byName at the first sign-in, not by an administrator */
    record Link(String issuer, String subject, boolean byName, Instant linkedAt) {}

    /** The name of the account that this person is. */
    Optional<String> username(String issuer, String subject) {
        return jdbc.sql("""
                        select a.username from account_provider_link l join account a on a.id = l.account_id
                        where l.issuer = ? and l.subject = ?""").params(issuer, subject).query(String.class).optional();
    }

    Optional<Link> find(long accountId) {
        return jdbc.sql("""
                        select issuer, subject, by_name, changed_at from account_provider_link
                        where account_id = ? and subject is not null""")
                .param(accountId)
                .query((row, number) -> new Link(
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getBoolean("by_name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    boolean isLinked(String username) {
        return Boolean.TRUE.equals(linked.get(
                username, name -> jdbc.sql("""
                        select count(*) from account_provider_link l join account a on a.id = l.account_id
                        where a.username = ? and l.subject is not null""").param(name).query(Integer.class).single() > 0));
    }

    /** Whether it is linked, or was. */
    boolean everLinked(long accountId) {
        return jdbc.sql("select count(*) from account_provider_link where account_id = ?")
                        .param(accountId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** To be called where neither the account nor the person is linked. */
    void link(long accountId, String issuer, String subject, boolean byName) {
        recent.changed();
        int again = jdbc.sql("update account_provider_link set issuer = ?, subject = ?, by_name = ?, changed_at = ?"
                        + " where account_id = ? and subject is null")
                .params(issuer, subject, byName, now(), accountId)
                .update();
        if (again == 0) {
            jdbc.sql("insert into account_provider_link (account_id, issuer, subject, by_name, changed_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(accountId, issuer, subject, byName, now())
                    .update();
        }
    }

    /** @return whether there was a link */
    boolean unlink(long accountId) {
        recent.changed();
        return jdbc.sql("update account_provider_link set issuer = null, subject = null, changed_at = ?"
                                + " where account_id = ? and subject is not null")
                        .params(now(), accountId)
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
