package vn.anttmap.access;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountWritten.Change;
import vn.anttmap.node.RecentReads;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Making accounts and changing passwords. */
@Service
public class Accounts {

    /** OWASP ASVS 4.0.3, 2.1.1. Passwords from before stay until they are changed. */
    static final int SHORTEST_PASSWORD = 12;

    /** bcrypt reads no further, and its encoder refuses what is longer. */
    static final int LONGEST_PASSWORD = 128;

    private final AccountRepository accounts;
    private final PasswordEncoder passwordEncoder;
    private final RememberedPasswords rememberedPasswords;
    private final AccountSessions sessions;
    private final AccountTokens tokens;
    private final CurrentPassword current;
    private final AccountStates states;
    private final RecentReads recent;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder passwordEncoder,
            RememberedPasswords rememberedPasswords,
            AccountSessions sessions,
            AccountTokens tokens,
            CurrentPassword current,
            AccountStates states,
            RecentReads recent,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwordEncoder = passwordEncoder;
        this.rememberedPasswords = rememberedPasswords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.current = current;
        this.states = states;
        this.recent = recent;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public AccountView create(NewAccount account) {
        String hash = java.util.Objects.requireNonNull(passwordEncoder.encode(account.password()));
        return accounts.save(new Account(account, hash, clock.instant())).view();
    }

    @Transactional(readOnly = true)
    public Optional<AccountView> find(String username) {
        return accounts.findByUsername(username).map(Account::view);
    }

    /** The account, unless it is switched off. */
    @Transactional(readOnly = true)
    public Optional<AccountView> findActive(String username) {
        return accounts.findByUsername(username).filter(Account::enabled).map(Account::view);
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return accounts.count() == 0;
    }

    /** The accounts of a real installation that are not switched off, by name. */
    @Transactional(readOnly = true)
    public List<AccountView> listActive() {
        return accounts.findAllByOrderByUsername().stream()
                .filter(account -> account.enabled() && !account.demonstration())
                .map(Account::view)
                .toList();
    }

    /** One account of the demonstration, as shown on the sign-in page; its name is its password. */
    public record DemonstrationAccount(String username, String roleLabel, String place) {}

    /** The demonstration's accounts; empty in a real installation. */
    @Transactional(readOnly = true)
    public List<DemonstrationAccount> listDemonstration(Locale locale) {
        return accounts.findByDemonstrationTrueOrderById().stream()
                .map(account -> new DemonstrationAccount(
                        account.username(),
                        messages.getMessage("label.role." + account.role().name(), null, locale),
                        account.displayName()))
                .toList();
    }

    /** Whether the account still has a password that somebody else chose, and who is signed in has used it. */
    public boolean mustChangePassword(String username) {
        return !SignInWay.current().byProvider()
                && states.find(username)
                        .map(AccountStates.State::mustChangePassword)
                        .orElse(false);
    }

    /**
     * Changes the account's own password; wherever else it is signed in, that ends, and so do its codes for programs.
     *
     * @param here the sign-in that asks, or null
     * @param keepTokens whether the codes stay all the same
     * @throws UserProblem if the current password is wrong, or has been too often, or the new one is short, too long, common,
     *     equal to the old or to the name
     */
    @Transactional
    public void changePassword(
            String username, String currentPassword, String newPassword, @Nullable UUID here, boolean keepTokens) {
        Account account = current.require(username, currentPassword);
        if (newPassword.codePointCount(0, newPassword.length()) < SHORTEST_PASSWORD
                || newPassword.equalsIgnoreCase(username)
                || newPassword.equals(currentPassword)) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "password-weak", SHORTEST_PASSWORD)
                    .at("newPassword", null);
        }
        if (CommonPasswords.isCommon(newPassword, username)) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "password-common").at("newPassword", null);
        }
        if (newPassword.codePointCount(0, newPassword.length()) > LONGEST_PASSWORD) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "password-too-long", LONGEST_PASSWORD)
                    .at("newPassword", null);
        }
        account.changePassword(java.util.Objects.requireNonNull(passwordEncoder.encode(newPassword)));
        rememberedPasswords.forget(username);
        AccountView view = account.view();
        sessions.endAll(view.id(), here);
        recent.changed();
        events.publishEvent(new PasswordChanged(account.username(), account.role()));
        if (!keepTokens && tokens.revokeAll(view.id()) > 0) {
            events.publishEvent(new AccountWritten(view, account.username(), Change.TOKEN_REVOKED, "all"));
        }
    }
}
