package vn.anttmap.density.series;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.PeriodQuestions;
import vn.anttmap.density.classes.ClassBreaks;
import vn.anttmap.density.classes.ClassMethod;
import vn.anttmap.incident.IncidentCounts;

@RestController
class SeriesController {

    private final DensitySeries series;
    private final TimeProfiles profiles;
    private final PeriodQuestions questions;
    private final CurrentAccount currentAccount;

    SeriesController(
            DensitySeries series, TimeProfiles profiles, PeriodQuestions questions, CurrentAccount currentAccount) {
        this.series = series;
        this.profiles = profiles;
        this.questions = questions;
        this.currentAccount = currentAccount;
    }

    /**
     * Counts of areas for each month, quarter or year of a period, on the areas of one day, with limits of classes that
     * hold for all steps.
     *
     * @param level as in {@code /api/density/{level}}
     * @param step {@code month}, {@code quarter} or {@code year} of the calendar, cut at the ends of the period
     * @param boundaryDay the day whose areas are counted in, for every step; the period's last without it
     * @param within a unit of any day: only what its territory comes to on the boundary day
     * @param measure {@code count}, {@code density} or {@code per-1000}: what the classes are of
     * @param classes {@code quantile}, {@code jenks}, {@code equal}, or {@code fixed} with {@code breaks}
     * @param classCount 2 to 9; not with {@code fixed}
     * @param breaks upper limits of the classes, such as {@code 1,2,5,10}
     */
    @GetMapping("/api/density/series")
    SeriesReport series(
            @RequestParam String level,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "month") String step,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(defaultValue = "count") String measure,
            @RequestParam(defaultValue = "quantile") String classes,
            @RequestParam(defaultValue = "5") int classCount,
            @RequestParam(required = false) @Nullable String breaks,
            Locale locale) {
        AccountView account = currentAccount.get();
        IncidentCounts.Question question = questions.of(account, from, to, category, severity, boundaryDay, within);
        ClassBreaks.checkCount(classCount);
        ClassMethod method = ClassMethod.ofKey(classes);
        return series.report(
                account,
                DensityLevel.ofKey(level),
                question,
                SeriesStep.Length.ofKey(step),
                SeriesMeasure.ofKey(measure),
                new DensitySeries.Classing(
                        method, classCount, method == ClassMethod.FIXED ? ClassBreaks.given(breaks) : new double[0]),
                locale);
    }

    /**
     * Incidents by month of the year, weekday and hour, of the units whose register covers the whole period.
     *
     * @param within a unit of any day: only what its territory comes to on the boundary day
     */
    @GetMapping("/api/density/profile")
    TimeProfile profile(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Long within) {
        AccountView account = currentAccount.get();
        return profiles.of(account, questions.of(account, from, to, category, severity, boundaryDay, within));
    }
}
