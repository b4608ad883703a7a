package vn.anttmap.density;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.rates.PeriodComparison;
import vn.anttmap.density.statistics.FalseDiscovery;
import vn.anttmap.incident.IncidentCounts;

/** Whether areas changed from one period to another by more than chance. */
@Service
public class PeriodComparisons {

    private final Density density;

    PeriodComparisons(Density density) {
        this.density = density;
    }

    /**
     * Compares the question's period with an earlier one, both on the areas of the question's boundary day.
     *
     * @param earlierFrom first calendar day in Vietnam
     * @param earlierTo last one, included
     */
    public ComparisonReport compare(
            AccountView account,
            DensityLevel level,
            IncidentCounts.Question question,
            LocalDate earlierFrom,
            LocalDate earlierTo,
            Locale locale) {
        DensityReport later = density.report(account, level, question, locale);
        DensityReport earlier = density.report(account, level, during(question, earlierFrom, earlierTo), locale);
        List<AreaDensity> areas = later.areas();
        List<@Nullable PeriodComparison> comparisons = new ArrayList<>();
        double[] p = new double[areas.size()];
        boolean[] judged = new boolean[areas.size()];
        int compared = 0;
        for (int i = 0; i < areas.size(); i++) {
            Integer now = areas.get(i).count();
            Integer before = earlier.areas().get(i).count();
            PeriodComparison comparison = now == null || before == null
                    ? null
                    : PeriodComparison.of(now, later.days(), before, earlier.days());
            comparisons.add(comparison);
            compared += comparison == null ? 0 : 1;
            // Two empty periods are no test: they would only water the others down.
            judged[i] = now != null && before != null && now + before > 0;
            p[i] = comparison == null ? 1 : comparison.p();
        }
        double[] corrected = FalseDiscovery.corrected(p, judged);
        List<ComparisonReport.ComparedArea> rows = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            rows.add(row(areas.get(i), earlier.areas().get(i).count(), comparisons.get(i), corrected[i]));
        }
        return new ComparisonReport(
                level.key(),
                ComparisonReport.Period.of(question.from(), question.to()),
                ComparisonReport.Period.of(earlierFrom, earlierTo),
                question.boundaryDay(),
                compared,
                "benjamini-hochberg",
                later.restrictedExcluded(),
                rows);
    }

    private static IncidentCounts.Question during(IncidentCounts.Question question, LocalDate from, LocalDate to) {
        return new IncidentCounts.Question(
                from,
                to,
                question.category(),
                question.severity(),
                question.majorCasesOnly(),
                question.boundaryDay(),
                question.within());
    }

    private static ComparisonReport.ComparedArea row(
            AreaDensity area, @Nullable Integer before, @Nullable PeriodComparison comparison, double corrected) {
        boolean known = comparison != null;
        return new ComparisonReport.ComparedArea(
                area.id(),
                area.name(),
                area.fullName(),
                area.kindLabel(),
                area.parentName(),
                known ? area.count() : null,
                known ? before : null,
                comparison != null && Double.isFinite(comparison.ratio()) ? comparison.ratio() : null,
                comparison == null ? null : comparison.p(),
                known ? corrected : null,
                comparison == null ? ComparisonReport.Change.NOT_ENOUGH_DATA : change(comparison, corrected));
    }

    private static ComparisonReport.Change change(PeriodComparison comparison, double corrected) {
        if (corrected >= PeriodComparison.CLEAR) {
            return ComparisonReport.Change.UNCLEAR;
        }
        return comparison.ratio() > 1 ? ComparisonReport.Change.CLEARLY_MORE : ComparisonReport.Change.CLEARLY_LESS;
    }
}
