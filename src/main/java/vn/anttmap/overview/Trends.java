package vn.anttmap.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Where incidents rise: a period beside the same period of the year before, in the areas of one day. */
@Component
class Trends {

    private static final int SHOWN = 10;

    private final Territory territory;
    private final IncidentCounts counts;
    private final RegisterCoverage coverage;

    Trends(Territory territory, IncidentCounts counts, RegisterCoverage coverage) {
        this.territory = territory;
        this.counts = counts;
        this.coverage = coverage;
    }

    /**
     * A level without areas is left out. 29 February is compared with 28 February.
     *
     * @param day whose areas are meant
     */
    List<Overview.Trend> of(AccountView account, @Nullable Ground ground, LocalDate from, LocalDate to, LocalDate day) {
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        List<Overview.Trend> trends = new ArrayList<>();
        for (UnitLevel level : List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE)) {
            List<Unit> units = territory.listOn(account, level, day).stream()
                    .filter(unit -> Overviews.isOn(ground, unit.id()))
                    .toList();
            if (!units.isEmpty()) {
                trends.add(trend(account, level, units, calendar, from, to, day));
            }
        }
        return trends;
    }

    private Overview.Trend trend(
            AccountView account,
            UnitLevel level,
            List<Unit> units,
            RegisterCoverage.Calendar calendar,
            LocalDate from,
            LocalDate to,
            LocalDate day) {
        LocalDate fromBefore = from.minusYears(1);
        LocalDate toBefore = to.minusYears(1);
        Map<Long, Integer> now = counts.byUnit(account, level, IncidentCounts.Question.period(from, to, day));
        Map<Long, Integer> before =
                counts.byUnit(account, level, IncidentCounts.Question.period(fromBefore, toBefore, day));
        List<Overview.Change> rising = new ArrayList<>();
        int falling = 0;
        int same = 0;
        int notCovered = 0;
        for (Unit unit : units) {
            if (!calendar.covers(unit, from, to) || !calendar.covers(unit, fromBefore, toBefore)) {
                notCovered++;
                continue;
            }
            int count = now.getOrDefault(unit.id(), 0);
            int countBefore = before.getOrDefault(unit.id(), 0);
            if (count > countBefore) {
                rising.add(new Overview.Change(
                        unit.id(),
                        unit.fullName(),
                        territory.parentName(unit),
                        count,
                        countBefore,
                        count - countBefore));
            } else if (count < countBefore) {
                falling++;
            } else {
                same++;
            }
        }
        rising.sort(Comparator.comparingInt(Overview.Change::difference)
                .thenComparingInt(Overview.Change::count)
                .reversed());
        return new Overview.Trend(
                level.key(), rising.size(), falling, same, notCovered, Overviews.first(rising, SHOWN));
    }
}
