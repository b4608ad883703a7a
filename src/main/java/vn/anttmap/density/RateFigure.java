package vn.anttmap.density;

import org.jspecify.annotations.Nullable;

/**
 * A yearly rate and how far it can be trusted.
 *
 * @param perYear cases per unit of size and year, as counted
 * @param lower lower end of the exact 95 % interval, same unit
 * @param upper upper end of the exact 95 % interval, same unit
 * @param smoothed drawn towards the rate of all areas of the answer, the more the fewer cases it rests on (empirical
 *     Bayes); for ranking, which bare rates are not; null where there is nothing to compare with
 * @param standing against the rate of all areas of the answer; null where there is nothing to compare with
 */
public record RateFigure(
        double perYear,
        double lower,
        double upper,
        @Nullable Double smoothed,
        @Nullable Standing standing) {

    /** Where an interval lies against the common rate. */
    public enum Standing {
        HIGHER,
        LOWER,
        /** The interval contains the common rate: the difference may be chance. */
        UNCLEAR
    }
}
