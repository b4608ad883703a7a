package vn.anttmap.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

@RestController
class AccountController {

    private final Accounts accounts;
    private final CurrentAccount currentAccount;

    AccountController(Accounts accounts, CurrentAccount currentAccount) {
        this.accounts = accounts;
        this.currentAccount = currentAccount;
    }

    record PasswordChange(
            @Nullable String currentPassword, @Nullable String newPassword) {}

    /** Changes the caller's own password. */
    @PostMapping("/api/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change) {
        accounts.changePassword(
                currentAccount.get().username(),
                given("currentPassword", change.currentPassword()),
                given("newPassword", change.newPassword()));
    }

    private static String given(String field, @Nullable String value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }
}
