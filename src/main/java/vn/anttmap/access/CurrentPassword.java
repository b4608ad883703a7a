package vn.anttmap.access;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Asks for the password once more before what would outlive the sign-in. A computer left open is no place to guess. */
@Component
class CurrentPassword {

    private final AccountRepository accounts;
    private final PasswordEncoder passwordEncoder;
    private final FailedSignIns failures;

    CurrentPassword(AccountRepository accounts, PasswordEncoder passwordEncoder, FailedSignIns failures) {
        this.accounts = accounts;
        this.passwordEncoder = passwordEncoder;
        this.failures = failures;
    }

    /** @throws UserProblem if it is wrong, or has been too often */
    Account require(String username, String password) {
        Account account =
                accounts.findByUsername(username).orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "account-unknown"));
        if (failures.resting(username)) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "password-wrong-often").at("currentPassword", null);
        }
        if (!passwordEncoder.matches(password, account.passwordHash())) {
            failures.failed(username);
            throw UserProblem.of(Kind.UNPROCESSABLE, "password-wrong").at("currentPassword", null);
        }
        return account;
    }
}
