package vn.anttmap.report;

import java.time.LocalDate;
import java.util.List;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * The days a report is about.
 *
 * @param from first day in Vietnam
 * @param to last day in Vietnam, included
 */
public record ReportPeriod(LocalDate from, LocalDate to) {

    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

    public ReportPeriod {
        if (from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
    }

    /** The same days one year earlier; 29 February becomes 28 February. */
    ReportPeriod yearBefore() {
        return new ReportPeriod(from.minusYears(1), to.minusYears(1));
    }

    /** Whether a part of the period is in the same period of the year before as well, so that comparing them means nothing. */
    boolean overlapsYearBefore() {
        return !to.isBefore(from.plusYears(1));
    }

    /** "Tháng 8 năm 2019", "quý II năm 2019", "6 tháng đầu năm 2019", "năm 2018", else from day to day; in small letters. */
    public String name() {
        int year = from.getYear();
        int first = from.getMonthValue();
        int months = wholeMonths();
        if (months == 12 && first == 1) {
            return "năm " + year;
        }
        if (months == 6 && (first == 1 || first == 7)) {
            return "6 tháng " + (first == 1 ? "đầu" : "cuối") + " năm " + year;
        }
        if (months == 3 && first % 3 == 1) {
            return "quý " + QUARTERS.get(first / 3) + " năm " + year;
        }
        if (months == 1) {
            return "tháng " + first + " năm " + year;
        }
        return days();
    }

    /** From day to day, in small letters. */
    String days() {
        return "từ ngày " + VietnameseFormat.day(from) + " đến ngày " + VietnameseFormat.day(to);
    }

    /** How many months it fills from the first day to the last, within one year; 0 where it does not. */
    private int wholeMonths() {
        boolean whole =
                from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth() && from.getYear() == to.getYear();
        return whole ? to.getMonthValue() - from.getMonthValue() + 1 : 0;
    }
}
