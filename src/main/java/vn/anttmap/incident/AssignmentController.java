package vn.anttmap.incident;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.problem.VersionTag;

@RestController
@RequestMapping("/api/incidents/{id}/assignment")
class AssignmentController {

    private final IncidentAssignments assignments;
    private final CurrentAccount currentAccount;

    AssignmentController(IncidentAssignments assignments, CurrentAccount currentAccount) {
        this.assignments = assignments;
        this.currentAccount = currentAccount;
    }

    record Assignment(@Nullable Long areaId, @Nullable String reason) {}

    record Release(@Nullable String reason) {}

    /** Puts the incident into an area by hand. Needs If-Match. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IncidentView> assign(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Assignment assignment,
            Locale locale) {
        if (assignment.areaId() == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "areaId").at("areaId", null);
        }
        return IncidentController.answer(
                HttpStatus.OK,
                assignments.assign(
                        currentAccount.get(),
                        id,
                        assignment.areaId(),
                        VersionTag.read(ifMatch),
                        assignment.reason(),
                        locale));
    }

    /** Gives the incident back to the area that its place lies in. Needs If-Match. */
    @DeleteMapping
    ResponseEntity<IncidentView> release(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Release release,
            Locale locale) {
        return IncidentController.answer(
                HttpStatus.OK,
                assignments.release(
                        currentAccount.get(),
                        id,
                        VersionTag.read(ifMatch),
                        release == null ? null : release.reason(),
                        locale));
    }
}
