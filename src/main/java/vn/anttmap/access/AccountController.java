package vn.anttmap.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

    private final Accounts accounts;
    private final CurrentAccount currentAccount;

    AccountController(Accounts accounts, CurrentAccount currentAccount) {
        this.accounts = accounts;
        this.currentAccount = currentAccount;
    }

    record PasswordChange(String currentPassword, String newPassword) {}

    /** Changes the caller's own password. */
    @PostMapping("/api/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change) {
        accounts.changePassword(currentAccount.get().username(), change.currentPassword(), change.newPassword());
    }
}
