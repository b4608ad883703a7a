package vn.anttmap.movement;

import org.jspecify.annotations.Nullable;

/**
 * A number as reports give it.
 *
 * @param value not negative
 * @param moreThan whether the source says "hơn": the value is then a rounded lower bound and never printed as exact
 */
public record Amount(long value, boolean moreThan) {

    public static final Amount NONE = new Amount(0, false);

    public static Amount exactly(long value) {
        return new Amount(value, false);
    }

    /** Both together; more than the sum as soon as one of them is more than its value. */
    public Amount plus(@Nullable Amount other) {
        return other == null ? this : new Amount(value + other.value, moreThan || other.moreThan);
    }
}
