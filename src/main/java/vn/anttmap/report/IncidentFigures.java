package vn.anttmap.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.incident.IncidentBreakdown;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.incident.IncidentComparison;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentFilter;
import vn.anttmap.incident.IncidentState;
import vn.anttmap.incident.IncidentSummaries;
import vn.anttmap.incident.IncidentSummary;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.incident.SeverityScale;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Everything a report tells of incidents, asked of the register under the account's rights. */
@Component
class IncidentFigures {

    /** The grade of the traffic scale that reports name by itself. */
    private static final String ESPECIALLY_SERIOUS = "DAC_BIET_NGHIEM_TRONG";

    private final IncidentSummaries summaries;
    private final IncidentComparison comparison;
    private final IncidentCounts counts;
    private final IncidentCategories categories;
    private final RegisterCoverage coverage;
    private final UnitWords words;

    IncidentFigures(
            IncidentSummaries summaries,
            IncidentComparison comparison,
            IncidentCounts counts,
            IncidentCategories categories,
            RegisterCoverage coverage,
            UnitWords words) {
        this.summaries = summaries;
        this.comparison = comparison;
        this.counts = counts;
        this.categories = categories;
        this.coverage = coverage;
        this.words = words;
    }

    /**
     * @param covered whether the registers are complete for the period; else the numbers are only what is on record
     * @param before the same period of the year before; null where the registers do not cover it or the two overlap
     * @param beforeCovered whether only the overlap forbids the comparison
     * @param resolved incidents by handling level that are settled
     * @param transferred incidents by handling level that went to a higher level
     * @param majorCases trọng án
     * @param traffic the part of the categories on the traffic scale
     */
    record Answer(
            IncidentSummary period,
            boolean covered,
            @Nullable IncidentSummary before,
            boolean beforeCovered,
            Map<HandlingLevel, Long> handled,
            Map<HandlingLevel, Long> resolved,
            Map<HandlingLevel, Long> transferred,
            long majorCases,
            Traffic traffic,
            List<PartCount> parts,
            long inNoPart) {}

    /**
     * @param unclassified those without a severity, any of which might be an especially serious one
     */
    record Traffic(
            long count,
            long especiallySerious,
            long unclassified,
            long dead,
            long injured,
            long damageDong,
            @Nullable Long before) {}

    /** @param count null where the register of the part is not complete */
    record PartCount(Unit unit, @Nullable Long count, long recorded) {}

    Answer of(ReportQuestion question) {
        ReportPeriod period = question.period();
        IncidentFilter filter =
                IncidentFilter.period(period.from(), period.to()).within(question.ground());
        IncidentComparison.Coverage covered =
                comparison.coverage(question.account(), filter, period.from(), period.to());
        boolean comparable = covered.before() && !period.overlapsYearBefore();
        IncidentBreakdown now = breakdown(question, filter);
        IncidentBreakdown before = comparable
                ? breakdown(
                        question,
                        filter.during(
                                period.yearBefore().from(), period.yearBefore().to()))
                : null;
        IncidentSummary all = now.all();
        List<PartCount> parts = parts(question);
        return new Answer(
                all,
                covered.period(),
                before == null ? null : before.all(),
                covered.before(),
                byLevel(all),
                byLevel(now.in(IncidentState.RESOLVED)),
                byLevel(now.in(IncidentState.TRANSFERRED)),
                now.majorCases().count(),
                traffic(question, now, before),
                parts,
                all.count() - parts.stream().mapToLong(PartCount::recorded).sum());
    }

    private IncidentBreakdown breakdown(ReportQuestion question, IncidentFilter filter) {
        return summaries.breakdown(question.account(), filter, UnitWords.VI);
    }

    private static Map<HandlingLevel, Long> byLevel(IncidentSummary summary) {
        Map<HandlingLevel, Long> counts = new HashMap<>();
        for (HandlingLevel level : HandlingLevel.values()) {
            summary.byHandlingLevel().stream()
                    .filter(entry -> entry.key().equals(level.key()))
                    .forEach(entry -> counts.put(level, entry.count()));
        }
        return counts;
    }

    private Traffic traffic(ReportQuestion question, IncidentBreakdown now, @Nullable IncidentBreakdown earlier) {
        long count = 0;
        long serious = 0;
        long unclassified = 0;
        long dead = 0;
        long injured = 0;
        long damage = 0;
        long before = 0;
        for (IncidentCategory category : categories.visibleTo(question.account())) {
            if (category.scale().equals(SeverityScale.TRAFFIC.name())) {
                IncidentSummary own = now.of(category.code());
                count += own.count();
                serious += severity(own, ESPECIALLY_SERIOUS);
                unclassified += severity(own, null);
                dead += own.dead();
                injured += own.injured();
                damage += own.damageDong();
                before += earlier == null ? 0 : earlier.of(category.code()).count();
            }
        }
        return new Traffic(count, serious, unclassified, dead, injured, damage, earlier == null ? null : before);
    }

    private static long severity(IncidentSummary summary, @Nullable String code) {
        return summary.bySeverity().stream()
                .filter(entry -> Objects.equals(entry.severity(), code))
                .mapToLong(IncidentSummary.SeverityCount::count)
                .sum();
    }

    /** Only where there are several parts to tell apart. */
    private List<PartCount> parts(ReportQuestion question) {
        List<Unit> parts = words.parts(question.ground());
        if (parts.size() < 2) {
            return List.of();
        }
        ReportPeriod period = question.period();
        UnitLevel level =
                parts.stream().map(Unit::level).max(Comparator.naturalOrder()).orElseThrow();
        Map<Long, Integer> counted = counts.byUnit(
                question.account(),
                level,
                IncidentCounts.Question.period(period.from(), period.to(), question.boundaryDay()));
        RegisterCoverage.Calendar calendar = coverage.calendar(question.account());
        return parts.stream()
                .map(part -> {
                    long recorded = counted.getOrDefault(part.id(), 0);
                    return new PartCount(
                            part, calendar.covers(part, period.from(), period.to()) ? recorded : null, recorded);
                })
                .toList();
    }
}
