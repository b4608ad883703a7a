package vn.anttmap.density;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** Incident density of areas and roads. */
@Service
public class Density {

    private final IncidentCounts counts;
    private final RegisterCoverage coverage;
    private final Territory territory;

    Density(IncidentCounts counts, RegisterCoverage coverage, Territory territory) {
        this.counts = counts;
        this.coverage = coverage;
        this.territory = territory;
    }

    /** Density of every area of the level that the account may see, areas without incidents included. */
    public DensityReport report(
            AccountView account, DensityLevel level, IncidentCounts.Question question, Locale locale) {
        account.require(Right.READ_MAP);
        List<AreaDensity> areas = level == DensityLevel.ROAD_SEGMENTS
                ? roads(account, question, locale)
                : units(account, level, question, locale);
        IncidentCounts.Split split = counts.split(account, level.unitLevel(), question);
        return new DensityReport(
                level.key(),
                question.from(),
                question.to(),
                Rates.days(question.from(), question.to()),
                Rates.years(question.from(), question.to()),
                question.boundaryDay(),
                split.total(),
                notCounted(level, split, areas),
                counts.leavesOutRestricted(account),
                areas);
    }

    private static DensityReport.NotCounted notCounted(
            DensityLevel level, IncidentCounts.Split split, List<AreaDensity> areas) {
        int recorded = areas.stream().mapToInt(AreaDensity::recorded).sum();
        int tooInexact = level == DensityLevel.ROAD_SEGMENTS ? split.inexact() : split.unknown();
        return new DensityReport.NotCounted(tooInexact, Math.max(0, split.total() - tooInexact - recorded));
    }

    private List<AreaDensity> units(
            AccountView account, DensityLevel level, IncidentCounts.Question question, Locale locale) {
        Map<Long, Integer> byUnit = counts.byUnit(account, level.unitLevel(), question);
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        double years = Rates.years(question.from(), question.to());
        return territory.listOn(account, level.unitLevel(), question.boundaryDay()).stream()
                .filter(unit -> level.includes(unit.kind()))
                .filter(unit -> question.within() == null || question.within().contains(unit.id()))
                .map(unit -> {
                    boolean covered = calendar.covers(unit, question.from(), question.to());
                    Tally tally = new Tally(covered, byUnit.getOrDefault(unit.id(), 0));
                    return unitDensity(unit, tally, years, question.to(), locale);
                })
                .toList();
    }

    private AreaDensity unitDensity(Unit unit, Tally tally, double years, LocalDate to, Locale locale) {
        Integer count = tally.count();
        Population population = unit.populationFor(to.getYear());
        Double areaSqKm = unit.areaSqKm();
        return new AreaDensity(
                unit.id(),
                unit.name(),
                unit.fullName(),
                unit.kind().key(),
                unit.kind().label(locale),
                territory.parentName(unit),
                tally.covered(),
                count,
                tally.recorded(),
                areaSqKm,
                unit.areaSource(),
                null,
                population == null ? null : population.count(),
                population == null ? null : population.year(),
                population == null ? null : population.synthetic(),
                rate(count, areaSqKm, years),
                rate(count, population == null ? null : population.count() / 1000.0, years),
                null,
                unstable(count),
                unit.synthetic());
    }

    private List<AreaDensity> roads(AccountView account, IncidentCounts.Question question, Locale locale) {
        Map<Long, Integer> byRoad = counts.byRoad(account, question);
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        double years = Rates.years(question.from(), question.to());
        String kindLabel = "en".equals(locale.getLanguage()) ? "Self-managed road segment" : "Đoạn đường tự quản";
        return territory.listRoadsOn(account, question.within(), question.boundaryDay()).stream()
                .map(road -> {
                    Unit commune = territory
                            .communeOfRoad(road, question.boundaryDay())
                            .orElseThrow();
                    boolean covered = calendar.covers(commune, question.from(), question.to());
                    return roadDensity(
                            road, commune, new Tally(covered, byRoad.getOrDefault(road.id(), 0)), years, kindLabel);
                })
                .toList();
    }

    private static AreaDensity roadDensity(Road road, Unit commune, Tally tally, double years, String kindLabel) {
        Integer count = tally.count();
        return new AreaDensity(
                road.id(),
                road.name(),
                road.name(),
                "road_segment",
                kindLabel,
                commune.fullName(),
                tally.covered(),
                count,
                tally.recorded(),
                null,
                null,
                road.lengthKm(),
                null,
                null,
                null,
                null,
                null,
                rate(count, road.lengthKm(), years),
                unstable(count),
                road.synthetic());
    }

    /** What is on record, and whether the register is complete for the period. */
    private record Tally(boolean covered, int recorded) {

        /** The figure that may be compared; null where the register is not complete. */
        @Nullable Integer count() {
            return covered ? recorded : null;
        }
    }

    private static @Nullable Double rate(@Nullable Integer count, @Nullable Double size, double years) {
        return count == null || size == null || size <= 0 ? null : Rates.perYear(count, size, years);
    }

    private static boolean unstable(@Nullable Integer count) {
        return count != null && count < Rates.FEWEST_FOR_A_STABLE_RATE;
    }
}
