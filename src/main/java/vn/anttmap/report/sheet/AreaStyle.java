package vn.anttmap.report.sheet;

import java.awt.Color;
import java.util.Map;
import vn.anttmap.safety.SafetyStatus;

/**
 * How an area is filled: a colour, and a pattern that says the same to whoever prints without colour.
 *
 * @param ink colour of the pattern
 */
record AreaStyle(Color colour, Color ink, Pattern pattern) {

    enum Pattern {
        NONE,
        RISING,
        FALLING,
        CROSS,
        LEVEL,
        DOTS,
        WIDE_DOTS
    }

    /** One hue, light to dark: it stays in order in grey print as well. */
    private static final int[] DENSITY = {0xdbe9f6, 0xa9cbe8, 0x6aa5d6, 0x2f77b8, 0x0d4583};

    private static final Map<SafetyStatus, AreaStyle> STATUS = Map.of(
            SafetyStatus.RECOGNISED, of(0x86c496, 0x14532d, Pattern.NONE),
            SafetyStatus.NOT_RECOGNISED, of(0xee9468, 0x8a2f0c, Pattern.CROSS),
            SafetyStatus.UNDER_REVIEW, of(0xf3cf5b, 0x6b5200, Pattern.DOTS),
            SafetyStatus.SELF_ASSESSED, of(0xf7df90, 0x8a6a00, Pattern.FALLING),
            SafetyStatus.REGISTERED, of(0xfbf1c9, 0xb08d1a, Pattern.LEVEL),
            SafetyStatus.NOT_REGISTERED, of(0xe4e6e9, 0xa4abb5, Pattern.RISING),
            SafetyStatus.NOT_CONSIDERED, of(0xffffff, 0x8a919c, Pattern.WIDE_DOTS));

    static final AreaStyle ZERO = of(0xfdfdfb, 0x6b7280, Pattern.NONE);
    static final AreaStyle NO_DATA = of(0xf2f1ed, 0xc3c6c9, Pattern.RISING);

    /** @param step 0 to 4 */
    static AreaStyle ofDensity(int step) {
        return of(DENSITY[step], 0x0d2f57, Pattern.NONE);
    }

    static AreaStyle of(SafetyStatus status) {
        return java.util.Objects.requireNonNull(STATUS.get(status));
    }

    private static AreaStyle of(int colour, int ink, Pattern pattern) {
        return new AreaStyle(new Color(colour), new Color(ink), pattern);
    }
}
