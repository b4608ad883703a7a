package vn.anttmap.density;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

@RestController
class DensityController {

    private final Density density;
    private final PeriodComparisons comparisons;
    private final DrawnAreas drawnAreas;
    private final PeriodQuestions questions;
    private final CurrentAccount currentAccount;

    DensityController(
            Density density,
            PeriodComparisons comparisons,
            DrawnAreas drawnAreas,
            PeriodQuestions questions,
            CurrentAccount currentAccount) {
        this.density = density;
        this.comparisons = comparisons;
        this.drawnAreas = drawnAreas;
        this.questions = questions;
        this.currentAccount = currentAccount;
    }

    /**
     * Incident density of every area of a level; days are calendar days in Vietnam, both included.
     *
     * @param within a unit of any day: only what its territory comes to on the boundary day
     * @param classes limits of classes for a map of the rates: {@code quantile}, {@code jenks}, {@code equal}, or
     *     {@code fixed} with {@code breaks}; none without it
     * @param basis what the classes are of: {@code perSqKm}, {@code per1000}, {@code perKm} of roads
     * @param classCount 2 to 9; not with {@code fixed}
     * @param breaks upper limits of the classes, such as {@code 0.5,2,10}
     */
    @GetMapping("/api/density/{level}")
    DensityReport density(
            @PathVariable String level,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable String classes,
            @RequestParam(defaultValue = "perSqKm") String basis,
            @RequestParam(defaultValue = "5") int classCount,
            @RequestParam(required = false) @Nullable String breaks,
            Locale locale) {
        AccountView account = currentAccount.get();
        RateClasses.Wish wish = classes == null ? null : RateClasses.Wish.of(classes, basis, classCount, breaks);
        DensityReport report = density.report(
                account,
                DensityLevel.ofKey(level),
                questions.of(account, from, to, category, severity, boundaryDay, within),
                locale);
        return wish == null ? report : report.classed(wish);
    }

    /**
     * The period against an earlier one, area by area, with an exact test; without an earlier period against the same
     * days of the year before (cùng kỳ).
     *
     * @param earlierFrom first day of the earlier period
     * @param earlierTo last day of the earlier period, included
     */
    @GetMapping("/api/density/{level}/comparison")
    ComparisonReport comparison(
            @PathVariable String level,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate earlierFrom,
            @RequestParam(required = false) @Nullable LocalDate earlierTo,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Long within,
            Locale locale) {
        AccountView account = currentAccount.get();
        LocalDate beforeFrom = earlierFrom == null ? from.minusYears(1) : earlierFrom;
        LocalDate beforeTo = earlierTo == null ? to.minusYears(1) : earlierTo;
        if (beforeFrom.isAfter(beforeTo)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", beforeFrom, beforeTo)
                    .at("earlierFrom", beforeFrom);
        }
        return comparisons.compare(
                account,
                DensityLevel.ofKey(level),
                questions.of(account, from, to, category, severity, boundaryDay, within),
                beforeFrom,
                beforeTo,
                locale);
    }

    /**
     * An area drawn on the map.
     *
     * @param geometry GeoJSON Polygon or MultiPolygon
     * @param boundaryDay the day whose communes hold the registers; {@code to} where it is missing
     */
    record DrawnArea(
            @Nullable JsonNode geometry,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable String severity,
            @Nullable LocalDate boundaryDay) {}

    /** Counts the incidents in a drawn area; writes nothing. */
    @PostMapping("/api/density/drawn-area")
    DrawnAreaDensity drawnArea(@RequestBody DrawnArea area, Locale locale) {
        LocalDate from = required("from", area.from());
        LocalDate to = required("to", area.to());
        JsonNode geometry = required("geometry", area.geometry());
        AccountView account = currentAccount.get();
        return drawnAreas.count(
                account,
                geometry.toString(),
                questions.of(account, from, to, area.category(), area.severity(), area.boundaryDay(), null),
                locale);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", name).at(name, null);
        }
        return value;
    }
}
