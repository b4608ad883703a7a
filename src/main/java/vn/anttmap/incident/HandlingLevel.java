package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.Locale;

/** Whose police handle an incident. */
public enum HandlingLevel {
    COMMUNE,
    /** Until 2025-02-28: district police ended on 2025-03-01. */
    DISTRICT,
    PROVINCE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 2, 28);
}
