package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

@RestController
@RequestMapping("/api/safety")
class SafetyController {

    private final SafetyAssessments assessments;
    private final CurrentAccount currentAccount;

    SafetyController(SafetyAssessments assessments, CurrentAccount currentAccount) {
        this.assessments = assessments;
        this.currentAccount = currentAccount;
    }

    /** The status of each residential area and commune in a year. */
    @GetMapping("/{year}")
    SafetyYear year(
            @PathVariable int year, @RequestParam(required = false) @Nullable LocalDate boundaryDay, Locale locale) {
        return assessments.year(currentAccount.get(), year, boundaryDay, locale);
    }

    record Step(
            @Nullable String status,
            @Nullable String decisionNumber,
            @Nullable String note) {}

    /** Records the next step of an area's year. */
    @PutMapping(value = "/{year}/areas/{areaId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    AreaSafety record(@PathVariable int year, @PathVariable long areaId, @RequestBody Step step, Locale locale) {
        if (step.status() == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "status").at("status", null);
        }
        return assessments.record(
                currentAccount.get(),
                year,
                areaId,
                SafetyStatus.ofKey(step.status()),
                step.decisionNumber(),
                step.note(),
                locale);
    }
}
