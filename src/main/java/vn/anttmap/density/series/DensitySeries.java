package vn.anttmap.density.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.DensityReport;
import vn.anttmap.density.classes.ClassBreaks;
import vn.anttmap.density.classes.ClassMethod;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentSeries;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Counts of areas step by step. */
@Service
class DensitySeries {

    private final Density density;
    private final IncidentSeries series;
    private final RegisterCoverage coverage;
    private final Territory territory;

    DensitySeries(Density density, IncidentSeries series, RegisterCoverage coverage, Territory territory) {
        this.density = density;
        this.series = series;
        this.coverage = coverage;
        this.territory = territory;
    }

    /**
     * How the values are put into classes.
     *
     * @param fixed the limits where the method is {@code FIXED}, else not used
     */
    record Classing(ClassMethod method, int classes, double[] fixed) {}

    /** The areas are those of the density report, under the same rights; one more statement reads all steps at once. */
    @Transactional(readOnly = true)
    public SeriesReport report(
            AccountView account,
            DensityLevel level,
            IncidentCounts.Question question,
            SeriesStep.Length length,
            SeriesMeasure measure,
            Classing classing,
            Locale locale) {
        List<SeriesStep> steps = length.steps(question.from(), question.to());
        DensityReport whole = density.report(account, level, question, locale);
        Map<Long, int[]> recorded = recorded(account, level, question, length, steps.size());
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        List<List<@Nullable Integer>> counts = new ArrayList<>();
        List<List<@Nullable Double>> values = new ArrayList<>();
        for (AreaDensity area : whole.areas()) {
            int[] own = recorded.getOrDefault(area.id(), new int[steps.size()]);
            Unit covering = area.covered() ? null : coveringUnit(level, area, question);
            List<@Nullable Integer> areaCounts = new ArrayList<>();
            List<@Nullable Double> areaValues = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                SeriesStep step = steps.get(i);
                boolean covered = covering == null || calendar.covers(covering, step.from(), step.to());
                Integer count = covered ? Integer.valueOf(own[i]) : null;
                areaCounts.add(count);
                areaValues.add(measure.valueOf(area, count, step));
            }
            counts.add(areaCounts);
            values.add(areaValues);
        }
        double[] limits = limits(classing, values);
        List<SeriesReport.AreaSeries> areas = new ArrayList<>();
        for (int i = 0; i < whole.areas().size(); i++) {
            areas.add(area(whole.areas().get(i), counts.get(i), values.get(i), limits));
        }
        return new SeriesReport(
                level.key(),
                question.from(),
                question.to(),
                question.boundaryDay(),
                length.key(),
                measure.key(),
                whole.total(),
                whole.restrictedExcluded(),
                steps,
                totals(steps.size(), counts),
                new SeriesReport.Classes(
                        classing.method().key(), Arrays.stream(limits).boxed().toList()),
                areas);
    }

    private Map<Long, int[]> recorded(
            AccountView account,
            DensityLevel level,
            IncidentCounts.Question question,
            SeriesStep.Length length,
            int steps) {
        IncidentSeries.Steps of = new IncidentSeries.Steps(steps, month -> length.indexOf(month, question.from()));
        return level == DensityLevel.ROAD_SEGMENTS
                ? series.byRoad(account, question, of)
                : series.byUnit(account, unitLevel(level), question, of);
    }

    private static UnitLevel unitLevel(DensityLevel level) {
        return level == DensityLevel.COMMUNES ? UnitLevel.COMMUNE : UnitLevel.RESIDENTIAL_AREA;
    }

    /** The unit whose register decides whether a step is covered. */
    private Unit coveringUnit(DensityLevel level, AreaDensity area, IncidentCounts.Question question) {
        return level == DensityLevel.ROAD_SEGMENTS
                ? territory
                        .findRoad(area.id())
                        .flatMap(road -> territory.communeOfRoad(road, question.boundaryDay()))
                        .orElseThrow()
                : territory.find(area.id()).orElseThrow();
    }

    private static double[] limits(Classing classing, List<List<@Nullable Double>> values) {
        if (classing.method() == ClassMethod.FIXED) {
            return classing.fixed();
        }
        double[] all = values.stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return ClassBreaks.limits(all, classing.method(), classing.classes());
    }

    private static List<SeriesReport.StepTotal> totals(int steps, List<List<@Nullable Integer>> counts) {
        List<SeriesReport.StepTotal> totals = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            int covered = 0;
            int sum = 0;
            for (List<@Nullable Integer> area : counts) {
                Integer count = area.get(i);
                if (count != null) {
                    covered++;
                    sum += count;
                }
            }
            totals.add(new SeriesReport.StepTotal(covered, covered == 0 ? null : sum));
        }
        return totals;
    }

    private static SeriesReport.AreaSeries area(
            AreaDensity area, List<@Nullable Integer> counts, List<@Nullable Double> values, double[] limits) {
        List<@Nullable Integer> classes = new ArrayList<>();
        for (Double value : values) {
            classes.add(value == null ? null : Integer.valueOf(classOf(limits, value)));
        }
        return new SeriesReport.AreaSeries(
                area.id(),
                area.name(),
                area.fullName(),
                area.kind(),
                area.kindLabel(),
                area.parentName(),
                area.areaSqKm(),
                area.areaSource(),
                area.lengthKm(),
                area.population(),
                area.populationYear(),
                area.synthetic(),
                counts,
                values,
                classes);
    }

    /** Above the last limit, as a fixed one may be, there is one class more. */
    private static int classOf(double[] limits, double value) {
        int found = ClassBreaks.classOf(limits, value);
        return found < 0 && value > 0 ? limits.length : found;
    }
}
