package vn.anttmap.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountWritten.Change;
import vn.anttmap.node.RecentReads;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.problem.VersionTag;

/** How an administrator keeps the accounts. None is deleted: records say who made them. */
@Service
class AccountAdministration {

    private final AccountRepository accounts;
    private final AccountSessions sessions;
    private final AccountTokens tokens;
    private final FailedSignIns failures;
    private final SecondFactors factors;
    private final ProviderLinking providers;
    private final RememberedPasswords remembered;
    private final UnitNames units;
    private final PasswordEncoder passwordEncoder;
    private final RecentReads recent;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountAdministration(
            AccountRepository accounts,
            AccountSessions sessions,
            AccountTokens tokens,
            FailedSignIns failures,
            SecondFactors factors,
            ProviderLinking providers,
            RememberedPasswords remembered,
            UnitNames units,
            PasswordEncoder passwordEncoder,
            RecentReads recent,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.failures = failures;
        this.factors = factors;
        this.providers = providers;
        this.remembered = remembered;
        this.units = units;
        this.passwordEncoder = passwordEncoder;
        this.recent = recent;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** An account with a password that is told this once. */
    record Made(AccountListing account, String password) {}

    @Transactional(readOnly = true)
    List<AccountListing> list(AccountView by) {
        by.require(Right.ADMINISTER);
        return accounts.findAllByOrderByUsername().stream().map(this::listing).toList();
    }

    @Transactional(readOnly = true)
    AccountListing get(AccountView by, long id) {
        by.require(Right.ADMINISTER);
        return listing(find(id));
    }

    /** Units that a territory can name, by name or code. */
    List<UnitNames.Found> units(AccountView by, String text) {
        by.require(Right.ADMINISTER);
        return units.search(text);
    }

    /** @throws UserProblem if a value is wrong or the name is taken */
    @Transactional
    Made create(AccountView by, AccountDraft draft) {
        by.require(Right.ADMINISTER);
        String username = draft.checkedUsername();
        AccountDraft.Checked wanted = draft.check(units);
        lock();
        if (accounts.findByUsername(username).isPresent()) {
            throw UserProblem.of(Kind.CONFLICT, "account-name-taken", username).at("username", username);
        }
        String password = Secrets.password();
        Account account = new Account(
                new NewAccount(
                        username,
                        password,
                        wanted.displayName(),
                        wanted.role(),
                        wanted.extraRights(),
                        wanted.unitIds(),
                        wanted.wholeCountry(),
                        true,
                        false),
                hash(password),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        account.become(wanted);
        Account saved = accounts.saveAndFlush(account);
        tell(by, saved, Change.CREATED, state(saved));
        return new Made(listing(saved), password);
    }

    /**
     * Changes everything but name and password. What is there already changes nothing; with another role the account signs
     * in anew.
     *
     * @param basedOn version the caller has seen, or null
     * @throws UserProblem if a value is wrong, somebody else was faster, or nobody would be left to administer
     */
    @Transactional
    AccountListing change(AccountView by, long id, AccountDraft draft, @Nullable Long basedOn) {
        by.require(Right.ADMINISTER);
        AccountDraft.Checked wanted = draft.check(units);
        lock();
        Account account = find(id);
        String before = state(account);
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", account.version());
        }
        if (basedOn != account.version()) {
            throw UserProblem.of(Kind.STALE, "account-changed", account.username())
                    .with("current", listing(account));
        }
        boolean administers = wanted.enabled() && wanted.role() == Role.ADMINISTRATOR;
        if (account.enabled() && account.role() == Role.ADMINISTRATOR && !administers) {
            requireAnotherAdministrator(by, account);
        }
        boolean switchedOff = account.enabled() && !wanted.enabled();
        boolean otherRole = account.role() != wanted.role();
        account.become(wanted);
        accounts.flush();
        recent.changed();
        if (switchedOff || otherRole) {
            sessions.endAll(id, null);
        }
        String after = state(account);
        if (!after.equals(before)) {
            tell(by, account, Change.CHANGED, after);
        }
        return listing(account);
    }

    /** Gives a new password that is told this once; every sign-in and every code of the account ends. */
    @Transactional
    Made resetPassword(AccountView by, long id) {
        by.require(Right.ADMINISTER);
        Account account = find(id);
        String password = Secrets.password();
        account.resetPassword(hash(password));
        accounts.flush();
        recent.changed();
        remembered.forget(account.username());
        failures.forget(account.username());
        sessions.endAll(id, null);
        tokens.revokeAll(id);
        tell(by, account, Change.PASSWORD_RESET, null);
        return new Made(listing(account), password);
    }

    /** For a lost telephone: the password is enough again until a new one is set up. Every sign-in of the account ends. */
    @Transactional
    void resetSecondFactor(AccountView by, long id) {
        by.require(Right.ADMINISTER);
        Account account = find(id);
        if (id == by.id()) {
            // A session that was left open must not take the own one away; with the password and a code it goes.
            throw UserProblem.of(Kind.CONFLICT, "second-factor-own");
        }
        if (factors.remove(id)) {
            sessions.endAll(id, null);
            tell(by, account, Change.SECOND_FACTOR_RESET, null);
        }
    }

    @Transactional
    void endSessions(AccountView by, long id) {
        by.require(Right.ADMINISTER);
        Account account = find(id);
        if (sessions.endAll(id, null) > 0) {
            tell(by, account, Change.SESSIONS_ENDED, "all");
        }
    }

    @Transactional
    void revokeTokens(AccountView by, long id) {
        by.require(Right.ADMINISTER);
        Account account = find(id);
        if (tokens.revokeAll(id) > 0) {
            tell(by, account, Change.TOKEN_REVOKED, "all");
        }
    }

    /** Nobody locks the door from outside with the key inside. */
    private void requireAnotherAdministrator(AccountView by, Account account) {
        if (account.view().id() == by.id()) {
            throw UserProblem.of(Kind.CONFLICT, "account-own");
        }
        boolean another = accounts.findAllByOrderByUsername().stream()
                .anyMatch(each -> each != account && each.enabled() && each.role() == Role.ADMINISTRATOR);
        if (!another) {
            throw UserProblem.of(Kind.CONFLICT, "account-last-administrator");
        }
    }

    /** Of two administrators at once the second sees what the first has done. */
    private void lock() {
        jdbc.sql("select id from installation for update").query(Integer.class).list();
    }

    private Account find(long id) {
        return accounts.findById(id)
                .orElseThrow(() ->
                        UserProblem.of(Kind.NOT_FOUND, "account-not-found", id).at("id", id));
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwordEncoder.encode(password));
    }

    private AccountListing listing(Account account) {
        AccountView view = account.view();
        List<AccountListing.NamedUnit> named = view.namedUnitIds().stream()
                .map(id -> new AccountListing.NamedUnit(id, units.fullName(id).orElse("?")))
                .toList();
        return new AccountListing(
                view.id(),
                view.username(),
                view.displayName(),
                AccountDraft.key(view.role()),
                view.extraRights().stream().map(AccountDraft::key).sorted().toList(),
                named,
                view.wholeCountry(),
                account.enabled(),
                account.mustChangePassword(),
                account.demonstration(),
                factors.find(view.id()).isPresent(),
                providers.find(view.id()),
                account.createdAt(),
                sessions.open(view.id()),
                tokens.valid(view.id()),
                VersionTag.of(account.version()));
    }

    private static String state(Account account) {
        AccountView view = account.view();
        return "role=" + AccountDraft.key(view.role())
                + "; rights="
                + view.extraRights().stream().map(AccountDraft::key).sorted().collect(Collectors.joining(","))
                + "; units="
                + (view.wholeCountry()
                        ? "all"
                        : view.namedUnitIds().stream().map(String::valueOf).collect(Collectors.joining(",")))
                + "; enabled=" + (account.enabled() ? "yes" : "no");
    }

    private void tell(AccountView by, Account account, Change change, @Nullable String detail) {
        events.publishEvent(new AccountWritten(by, account.username(), change, detail));
    }
}
