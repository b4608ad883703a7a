package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account. */
@RestController
@RequestMapping("/api/account")
class AccountController {

    private static final int USUAL_DAYS = 90;

    private final Accounts accounts;
    private final OwnAccount own;
    private final CurrentAccount currentAccount;

    AccountController(Accounts accounts, OwnAccount own, CurrentAccount currentAccount) {
        this.accounts = accounts;
        this.own = own;
        this.currentAccount = currentAccount;
    }

    /** @param keepTokens true where the codes for programs are to stay; otherwise they are revoked */
    record PasswordChange(
            @Nullable String currentPassword,
            @Nullable String newPassword,
            @Nullable Boolean keepTokens) {}

    /** @param here whether it is the one that asks */
    record SignIn(UUID id, String client, Instant begunAt, Instant lastSeenAt, boolean here) {}

    record SignIns(List<SignIn> sessions) {}

    /**
     * @param currentPassword of the account: a session that was left open makes no code that outlives it
     * @param days until the code is over; 90 where it is left out
     * @param mayWrite false where it is left out
     */
    record TokenWish(
            @Nullable String currentPassword,
            @Nullable String name,
            @Nullable Integer days,
            @Nullable Boolean mayWrite) {}

    record Tokens(List<AccountTokens.Listed> tokens) {}

    /** Changes the caller's own password; wherever else the account is signed in, that ends, and so do its codes. */
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change, HttpServletRequest request) {
        accounts.changePassword(
                currentAccount.get().username(),
                Given.field("currentPassword", change.currentPassword()),
                Given.field("newPassword", change.newPassword()),
                here(request),
                Boolean.TRUE.equals(change.keepTokens()));
    }

    /** Where the account is signed in through the page, the latest used first. */
    @GetMapping("/sessions")
    SignIns sessions(HttpServletRequest request) {
        UUID here = here(request);
        return new SignIns(own.sessions(currentAccount.get()).stream()
                .map(open -> new SignIn(
                        open.id(),
                        open.client(),
                        open.begunAt(),
                        open.lastSeenAt(),
                        open.id().equals(here)))
                .toList());
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID id) {
        own.endSession(currentAccount.get(), id);
    }

    /** Ends all but the one that asks. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOtherSessions(HttpServletRequest request) {
        own.endOtherSessions(currentAccount.get(), here(request));
    }

    /** Codes for programs that are neither over nor revoked. */
    @GetMapping("/tokens")
    Tokens tokens() {
        return new Tokens(own.tokens(currentAccount.get()));
    }

    /** Makes a code that a program sends in place of the password. It is told this once. */
    @PostMapping(value = "/tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AccountTokens.Made createToken(@RequestBody TokenWish wish) {
        return own.createToken(
                currentAccount.get(),
                Given.field("currentPassword", wish.currentPassword()),
                Given.field("name", wish.name()),
                wish.days() == null ? USUAL_DAYS : wish.days(),
                Boolean.TRUE.equals(wish.mayWrite()));
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable UUID id) {
        own.revokeToken(currentAccount.get(), id);
    }

    static @Nullable UUID here(HttpServletRequest request) {
        return request.getAttribute(AccountSessions.ATTRIBUTE) instanceof UUID id ? id : null;
    }
}
