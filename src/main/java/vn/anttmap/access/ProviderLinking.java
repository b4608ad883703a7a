package vn.anttmap.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountWritten.Change;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** How an administrator says which person of the identity provider an account is. */
@Service
class ProviderLinking {

    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final ProviderSettings settings;
    private final ProviderLinks links;
    private final AccountRepository accounts;
    private final AccountSessions sessions;
    private final RememberedPasswords remembered;
    private final CurrentPassword current;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ProviderLinking(
            ProviderSettings settings,
            ProviderLinks links,
            AccountRepository accounts,
            AccountSessions sessions,
            RememberedPasswords remembered,
            CurrentPassword current,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
        this.remembered = remembered;
        this.current = current;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param byName linked at the first sign-in because the names were equal */
    record Linked(String issuer, String subject, boolean byName, Instant linkedAt) {}

    /** The provider's name; null where none is set. */
    @Nullable String providerName() {
        return settings.isSet() ? settings.name() : null;
    }

    @Nullable Linked find(long accountId) {
        return links.find(accountId)
                .map(link -> new Linked(link.issuer(), link.subject(), link.byName(), link.linkedAt()))
                .orElse(null);
    }

    /**
     * What is linked stays with whom it is linked to; another person can be linked after the link was taken away.
     *
     * @param password of the administrator, who needs it for the own account only: a session that was left open must not let
     *     somebody in for good
     */
    @Transactional
    void link(AccountView by, long id, @Nullable String subject, @Nullable String password) {
        by.require(Right.ADMINISTER);
        if (!settings.isSet()) {
            throw UserProblem.of(Kind.CONFLICT, "provider-not-set");
        }
        if (subject == null || !SUBJECT.matcher(subject).matches()) {
            throw UserProblem.of(Kind.INVALID, "provider-subject-invalid").at("subject", subject);
        }
        jdbc.sql("select id from installation for update").query(Integer.class).list();
        Account account = account(id);
        if (id == by.id()) {
            current.require(by.username(), password == null ? "" : password);
        }
        ProviderLinks.Link before = links.find(id).orElse(null);
        if (before != null
                && before.issuer().equals(settings.issuer())
                && before.subject().equals(subject)) {
            return;
        }
        if (before != null) {
            throw UserProblem.of(Kind.CONFLICT, "provider-link-present", account.username());
        }
        links.username(settings.issuer(), subject).ifPresent(other -> {
            throw UserProblem.of(Kind.CONFLICT, "provider-link-taken", other).at("subject", subject);
        });
        links.link(id, settings.issuer(), subject, false);
        remembered.forget(account.username());
        events.publishEvent(
                new AccountWritten(by, account.username(), Change.PROVIDER_LINKED, "subject=" + encoded(subject)));
    }

    /** All sign-ins of the account end; only an administrator can link it again, never its name. */
    @Transactional
    void unlink(AccountView by, long id) {
        by.require(Right.ADMINISTER);
        Account account = account(id);
        if (links.unlink(id)) {
            sessions.endAll(id, null);
            events.publishEvent(new AccountWritten(by, account.username(), Change.PROVIDER_UNLINKED, null));
        }
    }

    /** As it can stand in an entry of the trail, whatever signs are in it. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Account account(long id) {
        return accounts.findById(id)
                .orElseThrow(() ->
                        UserProblem.of(Kind.NOT_FOUND, "account-not-found", id).at("id", id));
    }
}
