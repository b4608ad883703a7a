package vn.anttmap.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** How an administrator keeps the windows and deadlines of a set. */
@RestController
@RequestMapping("/api/settings/criteria/{set}")
class AssessmentRuleController {

    private final AssessmentRuleSettings settings;
    private final CurrentAccount currentAccount;

    AssessmentRuleController(AssessmentRuleSettings settings, CurrentAccount currentAccount) {
        this.settings = settings;
        this.currentAccount = currentAccount;
    }

    /** Changes when the windows begin; needs If-Match. Past days stay what they were. */
    @PutMapping(value = "/windows", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SetWindows> putWindows(
            @PathVariable String set,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AssessmentRuleSettings.WindowsDraft draft) {
        SetWindows stored = settings.putWindows(currentAccount.get(), set, draft, VersionTag.read(ifMatch));
        return ResponseEntity.ok().eTag(VersionTag.of(stored.version())).body(stored);
    }

    record WindowHistory(List<AssessmentRuleSettings.WindowsState> history) {}

    /** Everything the windows ever said, oldest first. */
    @GetMapping("/windows/history")
    WindowHistory windowHistory(@PathVariable String set) {
        return new WindowHistory(settings.windowHistory(currentAccount.get(), set));
    }

    /** Changes until when a step is due; needs If-Match. Past days stay what they were. */
    @PutMapping(value = "/deadlines/{status}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SetDeadline> putDeadline(
            @PathVariable String set,
            @PathVariable String status,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AssessmentRuleSettings.DeadlineDraft draft) {
        SetDeadline stored = settings.putDeadline(
                currentAccount.get(), set, SafetyStatus.ofKey(status), draft, VersionTag.read(ifMatch));
        return ResponseEntity.ok().eTag(VersionTag.of(stored.version())).body(stored);
    }

    record DeadlineHistory(List<AssessmentRuleSettings.DeadlineState> history) {}

    /** Everything a deadline ever said, oldest first. */
    @GetMapping("/deadlines/{status}/history")
    DeadlineHistory deadlineHistory(@PathVariable String set, @PathVariable String status) {
        return new DeadlineHistory(settings.deadlineHistory(currentAccount.get(), set, SafetyStatus.ofKey(status)));
    }
}
