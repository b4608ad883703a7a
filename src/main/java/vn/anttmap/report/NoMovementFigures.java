package vn.anttmap.report;

import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Ground;

/** Stands in until the registers of the movement exist: nothing is known, and the report says so. */
@Component
class NoMovementFigures implements MovementFigures {

    @Override
    public Answer of(AccountView account, Ground ground, ReportPeriod period) {
        return Answer.NOTHING_KNOWN;
    }
}
