package vn.anttmap.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.rates.CountInterval;
import vn.anttmap.incident.FigureGuard;
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
    private final FigureGuard guard;

    Density(IncidentCounts counts, RegisterCoverage coverage, Territory territory, FigureGuard guard) {
        this.counts = counts;
        this.coverage = coverage;
        this.territory = territory;
        this.guard = guard;
    }

    /** Density of every area of the level that the account may see, areas without incidents included. */
    public DensityReport report(
            AccountView account, DensityLevel level, IncidentCounts.Question question, Locale locale) {
        account.require(Right.READ_MAP);
        Listed listed = level == DensityLevel.ROAD_SEGMENTS
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
                notCounted(level, split, listed.areas()),
                counts.leavesOutRestricted(account),
                guard.smallestCount(account),
                listed.common(),
                listed.areas(),
                null);
    }

    /** The areas of an answer with what they come to together. */
    private record Listed(List<AreaDensity> areas, DensityReport.CommonRates common) {}

    private static DensityReport.NotCounted notCounted(
            DensityLevel level, IncidentCounts.Split split, List<AreaDensity> areas) {
        int recorded = areas.stream().mapToInt(AreaDensity::recorded).sum();
        int tooInexact = level == DensityLevel.ROAD_SEGMENTS ? split.inexact() : split.unknown();
        return new DensityReport.NotCounted(tooInexact, Math.max(0, split.total() - tooInexact - recorded));
    }

    private Listed units(AccountView account, DensityLevel level, IncidentCounts.Question question, Locale locale) {
        IncidentCounts.Published published = counts.published(account, level.unitLevel(), question);
        Map<Long, Integer> byUnit = published.counts();
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        double years = Rates.years(question.from(), question.to());
        List<Unit> units = territory.listOn(account, level.unitLevel(), question.boundaryDay()).stream()
                .filter(unit -> level.includes(unit.kind()))
                .filter(unit -> question.within() == null || question.within().contains(unit.id()))
                .toList();
        List<Tally> tallies = new ArrayList<>();
        List<@Nullable Population> populations = new ArrayList<>();
        for (Unit unit : units) {
            boolean withheld = published.withheld().contains(unit.id());
            boolean covered = !withheld && calendar.covers(unit, question.from(), question.to());
            tallies.add(new Tally(covered, byUnit.getOrDefault(unit.id(), 0), withheld));
            populations.add(unit.populationFor(question.to().getYear()));
        }
        List<@Nullable Integer> figures = Tally.counts(tallies);
        RateColumn bySqKm = RateColumn.of(figures, sizes(units, Unit::areaSqKm), years);
        RateColumn by1000 = RateColumn.of(
                figures, sizes(populations, people -> people == null ? null : people.count() / 1000.0), years);
        List<AreaDensity> areas = IntStream.range(0, units.size())
                .mapToObj(i -> unitDensity(
                        units.get(i), tallies.get(i), populations.get(i), bySqKm.at(i), by1000.at(i), locale))
                .toList();
        return new Listed(areas, new DensityReport.CommonRates(bySqKm.common(), by1000.common(), null));
    }

    private static <T extends @Nullable Object> List<@Nullable Double> sizes(
            List<T> subjects, Function<T, @Nullable Double> size) {
        List<@Nullable Double> sizes = new ArrayList<>();
        subjects.forEach(subject -> sizes.add(size.apply(subject)));
        return sizes;
    }

    private AreaDensity unitDensity(
            Unit unit,
            Tally tally,
            @Nullable Population population,
            @Nullable RateFigure bySqKm,
            @Nullable RateFigure by1000,
            Locale locale) {
        return new AreaDensity(
                unit.id(),
                unit.name(),
                unit.fullName(),
                unit.kind().key(),
                unit.kind().label(locale),
                territory.parentName(unit),
                tally.covered(),
                tally.count(),
                tally.recorded(),
                unit.areaSqKm(),
                unit.areaSource(),
                null,
                population == null ? null : population.count(),
                population == null ? null : population.year(),
                population == null ? null : population.synthetic(),
                perYear(bySqKm),
                perYear(by1000),
                null,
                tally.interval(),
                bySqKm,
                by1000,
                null,
                unstable(tally.count()),
                tally.withheld(),
                unit.synthetic());
    }

    private Listed roads(AccountView account, IncidentCounts.Question question, Locale locale) {
        Map<Long, Integer> byRoad = counts.byRoad(account, question);
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        double years = Rates.years(question.from(), question.to());
        String kindLabel = "en".equals(locale.getLanguage()) ? "Self-managed road segment" : "Đoạn đường tự quản";
        List<Road> roads = territory.listRoadsOn(account, question.within(), question.boundaryDay());
        List<Unit> communes = roads.stream()
                .map(road ->
                        territory.communeOfRoad(road, question.boundaryDay()).orElseThrow())
                .toList();
        List<Tally> tallies = IntStream.range(0, roads.size())
                .mapToObj(i -> new Tally(
                        calendar.covers(communes.get(i), question.from(), question.to()),
                        byRoad.getOrDefault(roads.get(i).id(), 0),
                        false))
                .toList();
        RateColumn byKm = RateColumn.of(Tally.counts(tallies), sizes(roads, Road::lengthKm), years);
        List<AreaDensity> areas = IntStream.range(0, roads.size())
                .mapToObj(i -> roadDensity(roads.get(i), communes.get(i), tallies.get(i), byKm.at(i), kindLabel))
                .toList();
        return new Listed(areas, new DensityReport.CommonRates(null, null, byKm.common()));
    }

    private static AreaDensity roadDensity(
            Road road, Unit commune, Tally tally, @Nullable RateFigure byKm, String kindLabel) {
        return new AreaDensity(
                road.id(),
                road.name(),
                road.name(),
                "road_segment",
                kindLabel,
                commune.fullName(),
                tally.covered(),
                tally.count(),
                tally.recorded(),
                null,
                null,
                road.lengthKm(),
                null,
                null,
                null,
                null,
                null,
                perYear(byKm),
                tally.interval(),
                null,
                null,
                byKm,
                unstable(tally.count()),
                false,
                road.synthetic());
    }

    /** What is on record, and whether the register is complete for the period. */
    private record Tally(boolean covered, int recorded, boolean withheld) {

        /** The figure that may be compared; null where the register is not complete. */
        @Nullable Integer count() {
            return covered ? recorded : null;
        }

        @Nullable CountInterval interval() {
            return covered ? CountInterval.of(recorded) : null;
        }

        static List<@Nullable Integer> counts(List<Tally> tallies) {
            List<@Nullable Integer> counts = new ArrayList<>();
            tallies.forEach(tally -> counts.add(tally.count()));
            return counts;
        }
    }

    private static @Nullable Double perYear(@Nullable RateFigure rate) {
        return rate == null ? null : rate.perYear();
    }

    private static boolean unstable(@Nullable Integer count) {
        return count != null && count < Rates.FEWEST_FOR_A_STABLE_RATE;
    }
}
