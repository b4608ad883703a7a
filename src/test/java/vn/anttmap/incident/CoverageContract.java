package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.DemoDataContract;

/**
 * For which days a unit's register is complete. Xã Yên Ninh and xã Yên Lạc became one commune on 2025-01-01, which
 * became a part of another one on 2025-07-01; the demonstration has no register of theirs.
 */
abstract class CoverageContract extends DemoDataContract {

    private static final String YEN_NINH = "commune-15439-2019";
    private static final String YEN_LAC = "commune-15442-2019";
    private static final String MERGED = "commune-15442-2025-01";

    @Autowired
    RegisterCoverage coverage;

    @Autowired
    Territory territory;

    @Test
    void everyDayOfTheCoveredPeriodIsCoveredAndNoneBeside() {
        cover(YEN_NINH, "2021-01-01", "2021-12-31");

        assertThat(covers(YEN_NINH, "2021-01-01", "2021-12-31")).isTrue();
        assertThat(covers(YEN_NINH, "2021-06-15", "2021-06-15")).isTrue();
        assertThat(covers(YEN_NINH, "2020-12-31", "2021-12-31")).isFalse();
        assertThat(covers(YEN_NINH, "2021-01-01", "2022-01-01")).isFalse();
        assertThat(covers(YEN_LAC, "2021-06-15", "2021-06-15")).isFalse();
    }

    /** The town's report covers 01/01/2018 to 15/8/2019 and does not say when that was recorded. */
    @Test
    void aPeriodWithoutTheTimeOfItsRecordingWasKnownAsItWent() {
        assertThat(known(OLD_TOWN, "2018-01-01", "2018-12-31", "2018-12-31")).isTrue();
        assertThat(known(OLD_TOWN, "2018-01-01", "2019-01-01", "2018-12-31")).isFalse();
        assertThat(known(OLD_TOWN, "2018-01-01", "2018-01-01", "2017-12-31")).isFalse();
        assertThat(known(OLD_TOWN, "2018-01-01", "2019-08-15", "2025-01-01")).isTrue();
    }

    @Test
    void aPeriodIsKnownFromTheDayOnWhichItWasRecorded() {
        cover(YEN_NINH, "2021-01-01", "2021-12-31");

        LocalDate today = LocalDate.now(vn.anttmap.territory.VietnamTime.ZONE);
        assertThat(known(
                        YEN_NINH, "2021-01-01", "2021-12-31", today.minusDays(1).toString()))
                .isFalse();
        assertThat(known(YEN_NINH, "2021-01-01", "2021-12-31", today.toString()))
                .isTrue();
    }

    private boolean known(String unitKey, String from, String to, String asOf) {
        return coverage.calendar(leader(unitKey), LocalDate.parse(asOf))
                .covers(territory.find(unit(unitKey)).orElseThrow(), LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void periodsThatMeetCoverTogetherAndAGapOfOneDayDoesNot() {
        cover(YEN_NINH, "2021-01-01", "2021-06-30");
        cover(YEN_NINH, "2021-07-01", "2021-12-31");
        cover(YEN_LAC, "2021-01-01", "2021-06-30");
        cover(YEN_LAC, "2021-07-02", "2021-12-31");

        assertThat(covers(YEN_NINH, "2021-01-01", "2021-12-31")).isTrue();
        assertThat(covers(YEN_LAC, "2021-01-01", "2021-12-31")).isFalse();
        assertThat(covers(YEN_LAC, "2021-01-01", "2021-06-30")).isTrue();
    }

    @Test
    void aPeriodWithinAnotherOneTakesNothingAway() {
        cover(YEN_NINH, "2021-01-01", "2021-12-31");
        cover(YEN_NINH, "2021-03-01", "2021-03-31");

        assertThat(covers(YEN_NINH, "2021-01-01", "2021-12-31")).isTrue();
    }

    @Test
    void beforeAMergerAllPredecessorsMustBeCovered() {
        cover(YEN_NINH, "2024-01-01", "2024-12-31");
        assertThat(covers(MERGED, "2024-06-01", "2024-06-30")).isFalse();

        cover(YEN_LAC, "2024-01-01", "2024-12-31");
        assertThat(covers(MERGED, "2024-06-01", "2024-06-30")).isTrue();
    }

    @Test
    void aPeriodAcrossAMergerNeedsTheRegistersOfBothSides() {
        cover(YEN_NINH, "2024-01-01", "2024-12-31");
        cover(YEN_LAC, "2024-01-01", "2024-12-31");
        assertThat(covers(MERGED, "2024-12-01", "2025-01-31")).isFalse();

        cover(MERGED, "2025-01-01", "2025-01-31");
        assertThat(covers(MERGED, "2024-12-01", "2025-01-31")).isTrue();
    }

    @Test
    void afterAUnitHasEndedTheRegisterOfItsSuccessorCounts() {
        cover(YEN_NINH, "2024-01-01", "2024-12-31");
        assertThat(covers(YEN_NINH, "2024-12-01", "2025-01-31")).isFalse();

        cover(MERGED, "2025-01-01", "2025-01-31");
        assertThat(covers(YEN_NINH, "2024-12-01", "2025-01-31")).isTrue();
    }

    @Test
    void anAreaFollowsItsCommune() {
        // The demonstration covers the old town from 2018-01-01 to 2019-08-15, and no other commune of the district.
        assertThat(covers("hamlet-15394-khu-pho-1-2019", "2018-01-01", "2019-08-15"))
                .isTrue();
        assertThat(covers("hamlet-15394-khu-pho-1-2019", "2018-01-01", "2019-08-16"))
                .isFalse();
        assertThat(covers("hamlet-15469-boi-lim-2019", "2018-01-01", "2019-08-15"))
                .isFalse();
    }

    @Test
    void anAreaOfTheNewTownIsCoveredAsFarAsItsOwnGroundWas() {
        // The new town as a whole is not: xã Định Tường, its other part, had no register.
        assertThat(covers("hamlet-15394-khu-pho-1-2020", "2018-01-01", "2019-08-15"))
                .isTrue();
        assertThat(covers("hamlet-15469-boi-lim-2020", "2018-01-01", "2019-08-15"))
                .isFalse();
        assertThat(covers(OLD_TOWN, "2018-01-01", "2019-08-15")).isTrue();
        assertThat(covers(NEW_TOWN, "2018-01-01", "2019-08-15")).isFalse();
    }

    @Test
    void aRegisterThatTheAccountMayNotSeeCoversNothingForIt() {
        cover(YEN_NINH, "2024-01-01", "2024-12-31");
        cover(YEN_LAC, "2024-01-01", "2024-12-31");

        // The officer of the merged commune sees what it registered itself, and nothing of 2024.
        assertThat(covers(officer("merged", MERGED), MERGED, "2024-06-01", "2024-06-30"))
                .isFalse();
        // The officer of one of the two sees half of it.
        assertThat(covers(officer("half", YEN_NINH), MERGED, "2024-06-01", "2024-06-30"))
                .isFalse();
        assertThat(covers(officer("both", YEN_NINH, YEN_LAC), MERGED, "2024-06-01", "2024-06-30"))
                .isTrue();
    }

    private void cover(String unitKey, String from, String to) {
        coverage.add(
                new RegisterCoverage.Period(unit(unitKey), LocalDate.parse(from), LocalDate.parse(to), SOURCE, false));
    }

    private boolean covers(String unitKey, String from, String to) {
        return covers(leader(HUYEN_YEN_DINH), unitKey, from, to);
    }

    private boolean covers(AccountView account, String unitKey, String from, String to) {
        return coverage.calendar(account)
                .covers(territory.find(unit(unitKey)).orElseThrow(), LocalDate.parse(from), LocalDate.parse(to));
    }
}
