package vn.anttmap.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.problem.VersionTag;

/** Accounts as an administrator keeps them. */
@RestController
@RequestMapping("/api/accounts")
class AccountAdministrationController {

    private final AccountAdministration administration;
    private final AccountTable table;
    private final ProviderLinking providers;
    private final CurrentAccount currentAccount;

    AccountAdministrationController(
            AccountAdministration administration,
            AccountTable table,
            ProviderLinking providers,
            CurrentAccount currentAccount) {
        this.administration = administration;
        this.table = table;
        this.providers = providers;
        this.currentAccount = currentAccount;
    }

    /**
     * @param extraRights those that can be given to a single account
     * @param provider what people call the identity provider; null where none is set
     */
    record Listing(
            List<AccountListing> accounts,
            List<String> roles,
            List<String> extraRights,
            @Nullable String provider) {}

    /** All accounts, by name; the ones that are switched off too. */
    @GetMapping
    Listing list() {
        return new Listing(
                administration.list(currentAccount.get()),
                Arrays.stream(Role.values()).map(AccountDraft::key).toList(),
                Arrays.stream(Right.values())
                        .filter(Right::extra)
                        .map(AccountDraft::key)
                        .toList(),
                providers.providerName());
    }

    record FoundUnits(List<UnitNames.Found> areas) {}

    /** Units of today by name, without regard to diacritics, or by code; of all places, largest first. */
    @GetMapping("/units")
    FoundUnits units(@RequestParam String q) {
        return new FoundUnits(administration.units(currentAccount.get(), q));
    }

    @GetMapping("/{id}")
    ResponseEntity<AccountListing> get(@PathVariable long id) {
        return tagged(administration.get(currentAccount.get(), id));
    }

    /** Makes an account; its password is in the answer, this once, and goes at the first sign-in. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AccountAdministration.Made create(@RequestBody AccountDraft draft) {
        return administration.create(currentAccount.get(), draft);
    }

    /** @param accounts rows of a table, up to 100 */
    record Rows(@Nullable List<AccountTable.Row> accounts) {

        List<AccountTable.Row> given() {
            return accounts == null ? List.of() : accounts;
        }
    }

    record LookedRows(List<AccountTable.Looked> rows) {}

    record MadeRows(List<AccountAdministration.Made> accounts) {}

    /** Says what each row of a table would come to; writes nothing. */
    @PostMapping(value = "/table/look", consumes = MediaType.APPLICATION_JSON_VALUE)
    LookedRows look(@RequestBody Rows rows, Locale locale) {
        return new LookedRows(table.look(currentAccount.get(), rows.given(), locale));
    }

    /** Makes all accounts of a table, or none; their passwords are in the answer, this once. */
    @PostMapping(value = "/table", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    MadeRows make(@RequestBody Rows rows, Locale locale) {
        return new MadeRows(table.make(currentAccount.get(), rows.given(), locale));
    }

    /** Changes role, rights, territory, or switches off and on; needs If-Match. The name stays. */
    @PutMapping(value = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AccountListing> change(
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AccountDraft draft) {
        return tagged(administration.change(currentAccount.get(), id, draft, VersionTag.read(ifMatch)));
    }

    /** Gives a new password, told this once; all sign-ins and codes of the account end. */
    @PostMapping("/{id}/password")
    AccountAdministration.Made resetPassword(@PathVariable long id) {
        return administration.resetPassword(currentAccount.get(), id);
    }

    /** Takes the second factor away that was on a lost telephone; all sign-ins of the account end. */
    @DeleteMapping("/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@PathVariable long id) {
        administration.resetSecondFactor(currentAccount.get(), id);
    }

    /**
     * @param subject what the provider calls the person for good ({@code sub})
     * @param currentPassword of who asks; only for the own account
     */
    record Link(@Nullable String subject, @Nullable String currentPassword) {}

    /** Says which person of the identity provider the account is. */
    @PutMapping(value = "/{id}/provider-link", consumes = MediaType.APPLICATION_JSON_VALUE)
    AccountListing link(@PathVariable long id, @RequestBody Link link) {
        providers.link(currentAccount.get(), id, link.subject(), link.currentPassword());
        return administration.get(currentAccount.get(), id);
    }

    /** Takes that away; all sign-ins of the account end. */
    @DeleteMapping("/{id}/provider-link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable long id) {
        providers.unlink(currentAccount.get(), id);
    }

    /** Ends all sign-ins of the account, as for a lost phone. */
    @DeleteMapping("/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable long id) {
        administration.endSessions(currentAccount.get(), id);
    }

    /** Revokes all codes of the account. */
    @DeleteMapping("/{id}/tokens")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeTokens(@PathVariable long id) {
        administration.revokeTokens(currentAccount.get(), id);
    }

    private static ResponseEntity<AccountListing> tagged(AccountListing account) {
        return ResponseEntity.ok().eTag(account.version()).body(account);
    }
}
