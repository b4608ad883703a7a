package vn.anttmap.safety;

/**
 * A threshold of two counts, such as the residential areas recognised of all.
 *
 * @param code what is counted: {@code registered} or {@code recognised}
 * @param numerator how many are
 * @param denominator of how many
 * @param needed how many have to be
 */
public record Share(String code, int numerator, int denominator, int needed) {

    /** Every one of them: 100 %. */
    static Share all(String code, int numerator, int denominator) {
        return new Share(code, numerator, denominator, denominator);
    }

    /** At least 70 %, rounded up to whole ones: of 25 it is 18. */
    static Share seventyPercent(String code, int numerator, int denominator) {
        return new Share(code, numerator, denominator, (7 * denominator + 9) / 10);
    }

    /** Whether enough are; never of none at all, which says nothing. */
    public boolean reached() {
        return denominator > 0 && numerator >= needed;
    }
}
