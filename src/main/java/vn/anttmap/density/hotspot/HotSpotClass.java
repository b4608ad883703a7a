package vn.anttmap.density.hotspot;

import java.util.Locale;
import vn.anttmap.density.statistics.LocalMoran;
import vn.anttmap.density.statistics.LocalTest;

/**
 * What an area comes out as. The number is 100 % less the limit of the p-value that decides. From the confidence that is
 * asked for on, usually 95, it is a hot or cold spot; below it is a sign of one that is not certain enough: on maps of
 * unequal areas without any cluster, 90 comes up in more than one of twenty.
 */
public enum HotSpotClass {
    HOT_99,
    HOT_95,
    HOT_90,
    COLD_99,
    COLD_95,
    COLD_90,
    HIGH_HIGH,
    LOW_LOW,
    HIGH_LOW,
    LOW_HIGH,
    NOT_SIGNIFICANT,
    /** No neighbours, or nothing around it that could vary. */
    NOT_JUDGED;

    /** As answers write it: {@code hot-99}, {@code high-high}, {@code not-significant}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the statistic can come out as this. */
    boolean belongsTo(LocalTest.Statistic statistic) {
        return switch (this) {
            case NOT_SIGNIFICANT, NOT_JUDGED -> true;
            case HIGH_HIGH, LOW_LOW, HIGH_LOW, LOW_HIGH -> statistic == LocalTest.Statistic.LOCAL_MORAN;
            default -> statistic != LocalTest.Statistic.LOCAL_MORAN;
        };
    }

    /** @throws IllegalArgumentException if no class has this key */
    static HotSpotClass ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** In per cent, of Gi and Gi*; 0 for the others. */
    int percent() {
        return switch (this) {
            case HOT_99, COLD_99 -> 99;
            case HOT_95, COLD_95 -> 95;
            case HOT_90, COLD_90 -> 90;
            default -> 0;
        };
    }

    boolean warm() {
        return this == HOT_99 || this == HOT_95 || this == HOT_90;
    }

    /** Whether it is more than chance would leave: a hot spot of Gi or Gi*, or a high cluster of local Moran. */
    boolean hot(int confidence) {
        return this == HIGH_HIGH || warm() && percent() >= confidence;
    }

    /** @param confidence the one limit of local Moran, in per cent; Gi and Gi* have those of ArcGIS */
    static HotSpotClass of(LocalTest test, int area, int confidence) {
        if (!test.figures().judged()[area]) {
            return NOT_JUDGED;
        }
        double p = test.corrected()[area];
        LocalMoran.Quadrant[] quadrants = test.quadrants();
        if (quadrants != null) {
            return p <= (100 - confidence) / 100.0 ? valueOf(quadrants[area].name()) : NOT_SIGNIFICANT;
        }
        int direction = test.directions()[area];
        if (direction == 0 || p > 0.10) {
            return NOT_SIGNIFICANT;
        }
        if (p <= 0.01) {
            return direction > 0 ? HOT_99 : COLD_99;
        }
        if (p <= 0.05) {
            return direction > 0 ? HOT_95 : COLD_95;
        }
        return direction > 0 ? HOT_90 : COLD_90;
    }
}
