package vn.anttmap.incident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.UnitLevel;

/** Counts of incidents over time, from what was resolved when they were written. */
@Service
public class IncidentSeries {

    private static final int HOURS = 24;

    private final CountedIncidents incidents;

    IncidentSeries(CountedIncidents incidents) {
        this.incidents = incidents;
    }

    /**
     * The steps of a series.
     *
     * @param count how many there are
     * @param of the step that a month of the period belongs to, from 0
     */
    public record Steps(int count, ToIntFunction<YearMonth> of) {}

    /**
     * Incidents that began in one hour of one day.
     *
     * @param hour 0 to 23 in Vietnam
     * @param hourKnown false where only a span is known, and {@code hour} is that of its begin
     */
    public record HourCount(LocalDate day, int hour, boolean hourKnown, int incidents) {}

    /** Per unit of a level the incidents of each step, in the order of the steps; units without any are missing. */
    @Transactional(readOnly = true)
    public Map<Long, int[]> byUnit(
            AccountView account, UnitLevel level, IncidentCounts.Question question, Steps steps) {
        CountedIncidents.Selection selection = incidents.select(account, question);
        return steps(selection, steps, CountedMonth::units, selection.units(), list -> selection.unitsOn(list, level));
    }

    /** Per road: each incident counts for the nearest road valid on the boundary day, and for no other. */
    @Transactional(readOnly = true)
    public Map<Long, int[]> byRoad(AccountView account, IncidentCounts.Question question, Steps steps) {
        CountedIncidents.Selection selection = incidents.select(account, question);
        return steps(selection, steps, CountedMonth::roads, selection.roads(), selection::roadOn);
    }

    private static Map<Long, int[]> steps(
            CountedIncidents.Selection selection,
            Steps steps,
            Function<CountedMonth, int[]> listsOf,
            List<IdList> lists,
            Function<IdList, long[]> counted) {
        int[][] byList = new int[lists.size()][];
        selection.forEach((month, i) -> {
            int list = listsOf.apply(month)[i];
            if (byList[list] == null) {
                byList[list] = new int[steps.count()];
            }
            byList[list][steps.of().applyAsInt(month.month())]++;
        });
        Map<Long, int[]> counts = new HashMap<>();
        for (int i = 0; i < byList.length; i++) {
            int[] found = byList[i];
            if (found != null) {
                for (long id : counted.apply(lists.get(i))) {
                    int[] sums = counts.computeIfAbsent(id, key -> new int[steps.count()]);
                    for (int step = 0; step < sums.length; step++) {
                        sums[step] += found[step];
                    }
                }
            }
        }
        return counts;
    }

    /** Per day and hour, of the incidents placed in one of the units. */
    @Transactional(readOnly = true)
    public List<HourCount> byHour(AccountView account, Collection<Long> unitIds, IncidentCounts.Question question) {
        CountedIncidents.Selection selection = incidents.select(account, question);
        Set<Long> wanted = Set.copyOf(unitIds);
        List<IdList> lists = selection.units();
        boolean[] inside = new boolean[lists.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = lists.get(i).containsAny(wanted);
        }
        Map<LocalDate, int[]> byDay = new HashMap<>();
        selection.forEach((month, i) -> {
            if (inside[month.units()[i]]) {
                int[] hours = byDay.computeIfAbsent(month.month().atDay(month.days()[i]), day -> new int[2 * HOURS]);
                hours[month.hours()[i] + (month.is(i, CountedMonth.SPAN) ? HOURS : 0)]++;
            }
        });
        return byDay.entrySet().stream()
                .flatMap(day -> java.util.stream.IntStream.range(0, 2 * HOURS)
                        .filter(slot -> day.getValue()[slot] > 0)
                        .mapToObj(
                                slot -> new HourCount(day.getKey(), slot % HOURS, slot < HOURS, day.getValue()[slot])))
                .toList();
    }
}
