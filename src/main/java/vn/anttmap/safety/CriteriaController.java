package vn.anttmap.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.VersionTag;

/** What a year is judged by, for everybody who sees statuses, and how an administrator keeps it. */
@RestController
@RequestMapping("/api")
class CriteriaController {

    private final AssessmentCriteria criteria;
    private final CriteriaSettings settings;
    private final CurrentAccount currentAccount;

    CriteriaController(AssessmentCriteria criteria, CriteriaSettings settings, CurrentAccount currentAccount) {
        this.criteria = criteria;
        this.settings = settings;
        this.currentAccount = currentAccount;
    }

    /** The set that holds for a year, with its criteria. */
    @GetMapping("/safety/{year}/criteria")
    AssessmentCriteria.CriteriaSet ofYear(@PathVariable int year) {
        return criteria.of(currentAccount.get(), year);
    }

    record Sets(List<AssessmentCriteria.CriteriaSet> sets) {}

    /** All sets, inactive criteria included. */
    @GetMapping("/settings/criteria")
    Sets all() {
        return new Sets(criteria.all(currentAccount.get()));
    }

    /** Adds or changes a criterion; a change needs If-Match. There is no deletion: make it inactive. */
    @PutMapping(value = "/settings/criteria/{set}/{subject}/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CriterionView> put(
            @PathVariable String set,
            @PathVariable String subject,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CriteriaSettings.Draft draft) {
        CriteriaSettings.Stored stored = settings.put(
                currentAccount.get(), set, CriterionSubject.ofKey(subject), code, draft, VersionTag.read(ifMatch));
        return ResponseEntity.status(stored.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag("\"" + stored.criterion().version() + "\"")
                .body(stored.criterion());
    }

    record History(List<CriteriaSettings.State> history) {}

    /** Everything a criterion ever said, oldest first. */
    @GetMapping("/settings/criteria/{set}/{subject}/{code}/history")
    History history(@PathVariable String set, @PathVariable String subject, @PathVariable String code) {
        return new History(settings.history(currentAccount.get(), set, CriterionSubject.ofKey(subject), code));
    }
}
