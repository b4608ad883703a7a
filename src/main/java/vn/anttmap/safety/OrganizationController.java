package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.problem.VersionTag;

/** Agencies, enterprises and schools that are assessed each year. */
@RestController
@RequestMapping("/api/safety")
class OrganizationController {

    private final AssessedOrganizations organizations;
    private final OrganizationHistory history;
    private final CurrentAccount currentAccount;

    OrganizationController(
            AssessedOrganizations organizations, OrganizationHistory history, CurrentAccount currentAccount) {
        this.organizations = organizations;
        this.history = history;
        this.currentAccount = currentAccount;
    }

    /** @param mayWrite whether the account may add and change organizations */
    record Organizations(List<OrganizationView> organizations, boolean mayWrite) {}

    /**
     * Those of a year with their status.
     *
     * @param within a unit from the commune upwards; the whole territory of the account without it
     * @param asOf as it was recorded by the end of this day, which nobody can write to; now without it
     */
    @GetMapping("/{year}/organizations")
    Organizations list(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        AccountView account = currentAccount.get();
        return new Organizations(
                organizations.list(account, year, within, asOf), asOf == null && account.has(Right.SUBMIT_ASSESSMENTS));
    }

    /** Who recorded what of an organization, and when: what it was, and each step of its years. */
    @GetMapping("/organizations/{id}/history")
    OrganizationHistory.View history(@PathVariable UUID id) {
        return history.of(currentAccount.get(), id);
    }

    /** Adds an organization or changes one; a change needs If-Match. */
    @PutMapping(value = "/organizations/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrganizationView> put(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AssessedOrganizations.Draft draft) {
        AssessedOrganizations.Stored stored =
                organizations.put(currentAccount.get(), id, draft, VersionTag.read(ifMatch));
        return ResponseEntity.status(stored.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(VersionTag.of(stored.organization().version()))
                .body(stored.organization());
    }

    /** Takes an entry made by mistake out of every figure; needs If-Match. */
    @PostMapping("/organizations/{id}/withdraw")
    OrganizationView withdraw(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return organizations.withdraw(currentAccount.get(), id, VersionTag.read(ifMatch));
    }

    /** Records a step of an organization's year, or adds a number or a note to the one that stands. */
    @PutMapping(value = "/{year}/organizations/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    OrganizationView record(
            @PathVariable int year, @PathVariable UUID id, @RequestBody AssessedOrganizations.StepDraft draft) {
        return organizations.record(currentAccount.get(), year, id, draft);
    }
}
