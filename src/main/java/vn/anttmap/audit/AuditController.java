package vn.anttmap.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

@RestController
@RequestMapping("/api/audit")
class AuditController {

    private final AuditSearch search;
    private final AuditVerification verification;
    private final CurrentAccount currentAccount;

    AuditController(AuditSearch search, AuditVerification verification, CurrentAccount currentAccount) {
        this.search = search;
        this.verification = verification;
        this.currentAccount = currentAccount;
    }

    /** The trail, newest first. Days are calendar days in Vietnam, both included. */
    @GetMapping
    AuditSearch.Page page(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable UUID incidentId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (from != null && to != null && from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
        AuditFilter filter =
                new AuditFilter(from, to, username, action == null ? null : AuditAction.ofKey(action), incidentId);
        return search.page(currentAccount.get(), filter, cursor, limit);
    }

    /** Recomputes the chain of seals from the first entry on. */
    @GetMapping("/verification")
    AuditVerification.Result verification() {
        return verification.verify(currentAccount.get());
    }
}
