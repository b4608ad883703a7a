package vn.anttmap.density.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.Rates;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentSeries;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** When incidents happened. */
@Service
class TimeProfiles {

    private static final int MONTHS = 12;
    private static final int WEEKDAYS = 7;
    private static final int HOURS = 24;

    private final Territory territory;
    private final RegisterCoverage coverage;
    private final IncidentSeries series;
    private final IncidentCounts counts;

    TimeProfiles(Territory territory, RegisterCoverage coverage, IncidentSeries series, IncidentCounts counts) {
        this.territory = territory;
        this.coverage = coverage;
        this.series = series;
        this.counts = counts;
    }

    @Transactional(readOnly = true)
    public TimeProfile of(AccountView account, IncidentCounts.Question question) {
        account.require(Right.READ_MAP);
        Ground within = question.within();
        UnitLevel level = within != null && within.unit().level() == UnitLevel.RESIDENTIAL_AREA
                ? UnitLevel.RESIDENTIAL_AREA
                : UnitLevel.COMMUNE;
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        Map<Boolean, List<Unit>> split = territory.listOn(account, level, question.boundaryDay()).stream()
                .filter(unit -> within == null || within.contains(unit.id()))
                .collect(Collectors.partitioningBy(unit -> calendar.covers(unit, question.from(), question.to())));
        List<Unit> units = split.get(true);
        boolean covered = !units.isEmpty();
        Tally tally = new Tally();
        for (IncidentSeries.HourCount hour :
                series.byHour(account, units.stream().map(Unit::id).toList(), question)) {
            tally.add(hour);
        }
        int[] daysOfMonths = new int[MONTHS];
        int[] daysOfWeekdays = new int[WEEKDAYS];
        for (LocalDate day = question.from(); !day.isAfter(question.to()); day = day.plusDays(1)) {
            daysOfMonths[day.getMonthValue() - 1]++;
            daysOfWeekdays[day.getDayOfWeek().getValue() - 1]++;
        }
        int days = Rates.days(question.from(), question.to());
        int[] daysOfHours = new int[HOURS];
        java.util.Arrays.fill(daysOfHours, days);
        return new TimeProfile(
                question.from(),
                question.to(),
                days,
                within == null ? null : within.unit().ref(),
                question.boundaryDay(),
                units.size(),
                split.get(false).stream().map(Unit::ref).toList(),
                covered,
                counts.leavesOutRestricted(account),
                covered ? Integer.valueOf(tally.total) : null,
                slots(1, tally.months, daysOfMonths, covered),
                slots(1, tally.weekdays, daysOfWeekdays, covered),
                slots(0, tally.hours, daysOfHours, covered),
                covered ? Integer.valueOf(tally.hourUnknown) : null);
    }

    private static List<TimeProfile.Slot> slots(int first, int[] found, int[] days, boolean covered) {
        List<TimeProfile.Slot> slots = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            boolean known = covered && days[i] > 0;
            @Nullable Integer count = known ? Integer.valueOf(found[i]) : null;
            @Nullable Double perDay = known ? Double.valueOf((double) found[i] / days[i]) : null;
            slots.add(new TimeProfile.Slot(first + i, days[i], count, perDay));
        }
        return slots;
    }

    private static final class Tally {

        private final int[] months = new int[MONTHS];
        private final int[] weekdays = new int[WEEKDAYS];
        private final int[] hours = new int[HOURS];
        private int hourUnknown;
        private int total;

        void add(IncidentSeries.HourCount count) {
            total += count.incidents();
            months[count.day().getMonthValue() - 1] += count.incidents();
            weekdays[count.day().getDayOfWeek().getValue() - 1] += count.incidents();
            if (count.hourKnown()) {
                hours[count.hour()] += count.incidents();
            } else {
                hourUnknown += count.incidents();
            }
        }
    }
}
