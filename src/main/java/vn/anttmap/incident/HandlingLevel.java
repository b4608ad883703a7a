package vn.anttmap.incident;

import java.time.LocalDate;

/** Whose police handle an incident. */
public enum HandlingLevel {
    COMMUNE,
    /** Until 2025-02-28: district police ended on 2025-03-01. */
    DISTRICT,
    PROVINCE;

    static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 2, 28);
}
