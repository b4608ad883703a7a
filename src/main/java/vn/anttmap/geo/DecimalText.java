package vn.anttmap.geo;

/** Prints coordinates: rounded, with a decimal point, without exponent, trailing zeros or "-0". */
public final class DecimalText {

    private static final int MAX_DECIMALS = 12;

    private final int decimals;
    private final long scale;

    /** @throws IllegalArgumentException unless decimals are 0 to 12 */
    public DecimalText(int decimals) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals must be 0 to " + MAX_DECIMALS + ", not " + decimals);
        }
        this.decimals = decimals;
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        this.scale = power;
    }

    /** @throws IllegalArgumentException if the value is not finite or too large for the decimals */
    public void append(StringBuilder out, double value) {
        double scaled = value * scale;
        if (!(Math.abs(scaled) < 9e18)) {
            throw new IllegalArgumentException("the coordinate " + value + " cannot be written");
        }
        long rounded = Math.round(scaled);
        if (rounded < 0) {
            out.append('-');
        }
        long digits = Math.abs(rounded);
        out.append(digits / scale);
        long fraction = digits % scale;
        if (fraction == 0) {
            return;
        }
        int places = decimals;
        while (fraction % 10 == 0) {
            fraction /= 10;
            places--;
        }
        String text = Long.toString(fraction);
        out.append('.');
        for (int zeros = places - text.length(); zeros > 0; zeros--) {
            out.append('0');
        }
        out.append(text);
    }
}
