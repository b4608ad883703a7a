package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.VersionTag;

@RestController
@RequestMapping("/api/safety")
class SafetyController {

    private final SafetyAssessments assessments;
    private final AssessmentSteps steps;
    private final AreaYears areaYears;
    private final CriterionJudgements judgements;
    private final StatusYears statusYears;
    private final CurrentAccount currentAccount;

    SafetyController(
            SafetyAssessments assessments,
            AssessmentSteps steps,
            AreaYears areaYears,
            CriterionJudgements judgements,
            StatusYears statusYears,
            CurrentAccount currentAccount) {
        this.assessments = assessments;
        this.steps = steps;
        this.areaYears = areaYears;
        this.judgements = judgements;
        this.statusYears = statusYears;
        this.currentAccount = currentAccount;
    }

    /**
     * The status of each residential area and commune in a year, with its hint.
     *
     * @param boundaryDay the day whose areas are listed; the last day of the residential areas' window without it
     * @param asOf statuses and figures as they were known at the end of this day in Vietnam; now without it
     */
    @GetMapping("/{year}")
    SafetyYear year(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Locale locale) {
        return assessments.year(currentAccount.get(), year, boundaryDay, asOf, locale);
    }

    /**
     * The statuses of several years beside each other, with the years in a row.
     *
     * @param from first assessment year
     * @param to last assessment year, included; at most twenty years
     * @param within a unit of any level; the whole territory of the account without it
     * @param boundaryDay the day whose areas are listed; today without it
     * @param asOf as it was known at the end of a past day in Vietnam
     */
    @GetMapping("/years")
    StatusYears.Table years(
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        return statusYears.of(currentAccount.get(), from, to, within, boundaryDay, asOf);
    }

    /** One area's year, figures included, now or as it was known at the end of a past day in Vietnam. */
    @GetMapping("/{year}/areas/{areaId}")
    ResponseEntity<AreaYear> area(
            @PathVariable int year,
            @PathVariable long areaId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Locale locale) {
        return answer(areaYears.of(currentAccount.get(), year, areaId, asOf, locale));
    }

    /** Records the next step of an area's year, or adds facts to the one that stands. */
    @PutMapping(value = "/{year}/areas/{areaId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AreaSafety> record(
            @PathVariable int year,
            @PathVariable long areaId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody StepDraft step,
            Locale locale) {
        AreaSafety recorded = steps.record(currentAccount.get(), year, areaId, step, VersionTag.read(ifMatch), locale);
        return ResponseEntity.ok().eTag(VersionTag.of(recorded.version())).body(recorded);
    }

    /** Judges one criterion of an area's year; needs If-Match. */
    @PutMapping(value = "/{year}/areas/{areaId}/criteria/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AreaYear> judge(
            @PathVariable int year,
            @PathVariable long areaId,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CriterionJudgements.Draft draft,
            Locale locale) {
        judgements.judge(currentAccount.get(), year, areaId, code, draft, VersionTag.read(ifMatch));
        return answer(areaYears.of(currentAccount.get(), year, areaId, null, locale));
    }

    private static ResponseEntity<AreaYear> answer(AreaYear year) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        // What a past day said is not what a change can be based on.
        return (year.asOf() == null ? answer.eTag(VersionTag.of(year.version())) : answer).body(year);
    }
}
