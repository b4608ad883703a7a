package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.CoordinateSystem;

/**
 * Where incidents happened, for figures that are finer than a residential area: only those whose place is known exactly or
 * by the street, and how many were left out for want of that. It is not for showing single incidents: it neither says
 * which they are nor tells the audit trail.
 */
@Service
public class IncidentPoints {

    private final CountedIncidents incidents;

    IncidentPoints(CountedIncidents incidents) {
        this.incidents = incidents;
    }

    /**
     * Places of incidents, in no order.
     *
     * @param longitudes degrees, WGS 84, one for each place, as in the next two
     * @param latitudes degrees, WGS 84
     * @param epochDays local days in Vietnam, {@link LocalDate#toEpochDay()}
     * @param leftOut incidents of the question whose place is not exact enough, or that count nowhere yet
     * @param metres the same places in metres
     */
    public record Places(double[] longitudes, double[] latitudes, int[] epochDays, int leftOut, Metres metres) {

        /** How many places there are. */
        public int size() {
            return longitudes.length;
        }
    }

    /** Places in metres of any system; those asked for before are not computed again. */
    public static final class Metres {

        private final List<PlacesInMetres> months;
        private final int[] firsts;
        private final int[] incidents;

        private Metres(List<PlacesInMetres> months, int[] firsts, int[] incidents) {
            this.months = months;
            this.firsts = firsts;
            this.incidents = incidents;
        }

        /**
         * @param chosen numbers of places in ascending order
         * @return eastings and northings, metres, in the order of {@code chosen}
         */
        public double[][] in(CoordinateSystem system, int[] chosen) {
            double[] x = new double[chosen.length];
            double[] y = new double[chosen.length];
            int[] wanted = new int[chosen.length];
            for (int i = 0; i < chosen.length; i++) {
                wanted[i] = incidents[chosen[i]];
            }
            // Months side by side: what they write does not overlap.
            IntStream.range(0, months.size()).parallel().forEach(month -> {
                int from = firstAtOrAfter(chosen, firsts[month]);
                int to = firstAtOrAfter(chosen, month + 1 < firsts.length ? firsts[month + 1] : Integer.MAX_VALUE);
                if (from < to) {
                    months.get(month).write(system, wanted, from, to, x, y);
                }
            });
            return new double[][] {x, y};
        }

        private static int firstAtOrAfter(int[] ascending, int value) {
            int found = Arrays.binarySearch(ascending, value);
            return found < 0 ? -found - 1 : found;
        }
    }

    /** @throws vn.anttmap.problem.UserProblem where the account may not see single places */
    @Transactional(readOnly = true)
    public Places find(AccountView account, IncidentCounts.Question question) {
        account.require(Right.SEE_INCIDENT_POINTS);
        CountedIncidents.Selection selection = incidents.selectWithin(account, question);
        Collected collected = new Collected();
        selection.forEach(collected);
        return collected.places();
    }

    private static final class Collected implements CountedIncidents.Visitor {

        private double[] longitudes = new double[1_024];
        private double[] latitudes = new double[1_024];
        private int[] epochDays = new int[1_024];
        private int[] incidents = new int[1_024];
        private final List<PlacesInMetres> months = new ArrayList<>();
        private final List<Integer> firsts = new ArrayList<>();
        private @Nullable CountedMonth current;
        private int firstDay;
        private int size;
        private int leftOut;

        @Override
        public void visit(CountedMonth month, int i) {
            if (current != month) {
                current = month;
                firstDay = (int) month.month().atDay(1).toEpochDay();
                months.add(month.places());
                firsts.add(size);
            }
            if (month.is(i, CountedMonth.FINER_THAN_AREA)
                    && (!month.is(i, CountedMonth.NEAR_BORDER) || month.is(i, CountedMonth.ASSIGNED))) {
                if (size == longitudes.length) {
                    longitudes = Arrays.copyOf(longitudes, 2 * size);
                    latitudes = Arrays.copyOf(latitudes, 2 * size);
                    epochDays = Arrays.copyOf(epochDays, 2 * size);
                    incidents = Arrays.copyOf(incidents, 2 * size);
                }
                longitudes[size] = month.longitudes()[i];
                latitudes[size] = month.latitudes()[i];
                incidents[size] = i;
                epochDays[size++] = firstDay + month.days()[i] - 1;
            } else {
                leftOut++;
            }
        }

        Places places() {
            Metres metres = new Metres(
                    months, firsts.stream().mapToInt(Integer::intValue).toArray(), Arrays.copyOf(incidents, size));
            return new Places(
                    Arrays.copyOf(longitudes, size),
                    Arrays.copyOf(latitudes, size),
                    Arrays.copyOf(epochDays, size),
                    leftOut,
                    metres);
        }
    }
}
