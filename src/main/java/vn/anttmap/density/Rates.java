package vn.anttmap.density;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Turns counts into yearly rates. */
public final class Rates {

    /** Mean length of a Julian year; a period becomes years by days / 365.25. */
    public static final double DAYS_PER_YEAR = 365.25;

    /** A rate from fewer incidents than this jumps with every single one. */
    public static final int FEWEST_FOR_A_STABLE_RATE = 5;

    private Rates() {}

    /** Number of days from the first to the last, both included. */
    public static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    public static double years(LocalDate from, LocalDate to) {
        return days(from, to) / DAYS_PER_YEAR;
    }

    /**
     * Incidents per unit of size and year.
     *
     * <p>Quán Lào, 2018-01-01 to 2019-08-15: 45 / 1.47 km² / (592 / 365.25) = 18.89 per km² and year.
     *
     * @param size square kilometres, kilometres or thousands of inhabitants; positive
     */
    public static double perYear(int count, double size, double years) {
        if (!(size > 0) || !(years > 0)) {
            throw new IllegalArgumentException("a rate needs a positive size and period");
        }
        return count / size / years;
    }
}
