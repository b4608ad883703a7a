package vn.anttmap.territory;

import java.util.Locale;

/** The levels of territorial units, largest first. Districts ended on 2025-07-01. */
public enum UnitLevel {
    PROVINCE,
    DISTRICT,
    COMMUNE,
    RESIDENTIAL_AREA;

    /** The name in files and in the interface: {@code residential-area}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for an unknown key */
    public static UnitLevel ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
