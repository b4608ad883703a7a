package vn.anttmap.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountWritten.Change;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** What everybody does with the own account: see and end sign-ins, make and revoke codes for programs. */
@Service
class OwnAccount {

    private final AccountSessions sessions;
    private final AccountTokens tokens;
    private final CurrentPassword current;
    private final ApplicationEventPublisher events;

    OwnAccount(
            AccountSessions sessions, AccountTokens tokens, CurrentPassword current, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.current = current;
        this.events = events;
    }

    List<AccountSessions.Open> sessions(AccountView account) {
        return sessions.open(account.id());
    }

    @Transactional
    void endSession(AccountView account, UUID id) {
        if (!sessions.end(account.id(), id)) {
            throw UserProblem.of(Kind.NOT_FOUND, "session-not-found").at("id", id);
        }
        tell(account, Change.SESSIONS_ENDED, "one");
    }

    /** @param here the one that stays, or null */
    @Transactional
    void endOtherSessions(AccountView account, @Nullable UUID here) {
        if (sessions.endAll(account.id(), here) > 0) {
            tell(account, Change.SESSIONS_ENDED, "others");
        }
    }

    List<AccountTokens.Listed> tokens(AccountView account) {
        return tokens.valid(account.id());
    }

    /** @throws UserProblem if the password is not the account's, or what is wished for cannot be */
    @Transactional
    AccountTokens.Made createToken(AccountView account, String password, String name, int days, boolean mayWrite) {
        current.require(account.username(), password);
        AccountTokens.Made made = tokens.create(account.id(), name, days, mayWrite);
        tell(account, Change.TOKEN_CREATED, "days=" + days + "; write=" + (mayWrite ? "yes" : "no"));
        return made;
    }

    @Transactional
    void revokeToken(AccountView account, UUID id) {
        if (!tokens.revoke(account.id(), id)) {
            throw UserProblem.of(Kind.NOT_FOUND, "token-not-found").at("id", id);
        }
        tell(account, Change.TOKEN_REVOKED, "one");
    }

    private void tell(AccountView account, Change change, String detail) {
        events.publishEvent(new AccountWritten(account, account.username(), change, detail));
    }
}
