package vn.anttmap.report;

import java.time.LocalDate;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Unit;

/**
 * What a report is asked about.
 *
 * @param ground what the unit's territory comes to on the boundary day
 */
record ReportQuestion(AccountView account, Ground ground, ReportPeriod period) {

    Unit unit() {
        return ground.unit();
    }

    LocalDate boundaryDay() {
        return ground.day();
    }
}
