package vn.anttmap.density.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.anttmap.density.Rates;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * One step of a series.
 *
 * @param key {@code 2018-03}, {@code 2018-Q1} or {@code 2018}
 * @param from first calendar day in Vietnam; not before that of the period
 * @param to last calendar day, included; not after that of the period
 * @param whole whether the period holds all of the month, quarter or year
 */
public record SeriesStep(String key, LocalDate from, LocalDate to, int days, boolean whole) {

    static final int MOST = 120;

    /** How long a step is. */
    enum Length {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws UserProblem naming the known lengths */
        static Length ofKey(String key) {
            return Arrays.stream(values())
                    .filter(length -> length.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> UserProblem.of(
                                    Kind.INVALID,
                                    "filter-value-unknown",
                                    Arrays.stream(values()).map(Length::key).collect(Collectors.joining(", ")))
                            .at("step", key));
        }

        private YearMonth begin(YearMonth month) {
            return month.withMonth((month.getMonthValue() - 1) / months * months + 1);
        }

        private String key(YearMonth begin) {
            return switch (this) {
                case MONTH -> begin.toString();
                case QUARTER -> begin.getYear() + "-Q" + ((begin.getMonthValue() + 2) / 3);
                case YEAR -> String.valueOf(begin.getYear());
            };
        }

        /** Position among the steps of the step that holds a month. */
        int indexOf(YearMonth month, LocalDate from) {
            YearMonth first = begin(YearMonth.from(from));
            YearMonth own = begin(month);
            return ((own.getYear() - first.getYear()) * 12 + own.getMonthValue() - first.getMonthValue()) / months;
        }

        /** @throws UserProblem if there would be too many */
        List<SeriesStep> steps(LocalDate from, LocalDate to) {
            int count = indexOf(YearMonth.from(to), from) + 1;
            if (count > MOST) {
                throw UserProblem.of(Kind.INVALID, "series-too-long", count, MOST)
                        .at("step", key());
            }
            List<SeriesStep> steps = new ArrayList<>();
            YearMonth begin = begin(YearMonth.from(from));
            for (int i = 0; i < count; i++) {
                LocalDate first = begin.atDay(1);
                LocalDate last = begin.plusMonths(months - 1L).atEndOfMonth();
                LocalDate stepFrom = first.isBefore(from) ? from : first;
                LocalDate stepTo = last.isAfter(to) ? to : last;
                steps.add(new SeriesStep(
                        key(begin),
                        stepFrom,
                        stepTo,
                        Rates.days(stepFrom, stepTo),
                        stepFrom.equals(first) && stepTo.equals(last)));
                begin = begin.plusMonths(months);
            }
            return steps;
        }
    }
}
