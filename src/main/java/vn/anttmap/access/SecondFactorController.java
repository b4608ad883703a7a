package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second factor of the caller's own account. */
@RestController
@RequestMapping("/api/account/second-factor")
class SecondFactorController {

    private final OwnSecondFactor own;
    private final CurrentAccount currentAccount;

    SecondFactorController(OwnSecondFactor own, CurrentAccount currentAccount) {
        this.own = own;
        this.currentAccount = currentAccount;
    }

    record Password(@Nullable String currentPassword) {}

    record Code(@Nullable String code) {}

    /** @param code of the app, or one of the recovery codes */
    record Both(@Nullable String currentPassword, @Nullable String code) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    /** Whether it is asked for, has to be set up, and is. */
    @GetMapping
    OwnSecondFactor.State state() {
        return own.state(currentAccount.get());
    }

    /** Makes a secret for the app; it counts once a code of it was sent to {@code confirmation}. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    OwnSecondFactor.Begun begin(@RequestBody Password sent) {
        return own.begin(currentAccount.get(), Given.field("currentPassword", sent.currentPassword()));
    }

    /** From now on signing in needs a code. Ten recovery codes are told this once; sign-ins elsewhere end. */
    @PostMapping(value = "/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
    RecoveryCodes confirm(@RequestBody Code sent, HttpServletRequest request) {
        return new RecoveryCodes(
                own.confirm(currentAccount.get(), Given.field("code", sent.code()), AccountController.here(request)));
    }

    /** Ten new recovery codes; those from before count no more. */
    @PostMapping(value = "/recovery-codes", consumes = MediaType.APPLICATION_JSON_VALUE)
    RecoveryCodes newRecoveryCodes(@RequestBody Both sent) {
        return new RecoveryCodes(own.newRecoveryCodes(
                currentAccount.get(),
                Given.field("currentPassword", sent.currentPassword()),
                Given.field("code", sent.code())));
    }

    /** From now on the password is enough, unless the operator requires a second factor: then another has to be set up. */
    @PostMapping(value = "/removal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestBody Both sent) {
        own.remove(
                currentAccount.get(),
                Given.field("currentPassword", sent.currentPassword()),
                Given.field("code", sent.code()));
    }
}
