package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.TestDraft;

/** A period beside the same one of the year before. */
abstract class IncidentComparisonContract extends IncidentContract {

    @Autowired
    IncidentComparison comparison;

    @Autowired
    RegisterCoverage coverage;

    @Autowired
    Territory territory;

    @Test
    void bothCountsWhereBothYearsAreCovered() {
        cover("2020-05-01", "2021-05-31");
        markAt("2021-05-03T12:00:00+07:00");
        markAt("2021-05-20T12:00:00+07:00");
        UUID noCase = markAt("2021-05-21T12:00:00+07:00");
        jdbc.update("update incident set state = 'NOT_A_CASE' where id = ?", noCase);
        register.withdraw(officer, markAt("2021-05-22T12:00:00+07:00"), 0L, VI);
        markAt("2020-05-31T23:59:59+07:00");
        markAt("2020-06-01T00:00:00+07:00");

        IncidentComparison.Result result = compare(officer, "2021-05-01", "2021-05-31");

        assertThat(result.period()).isEqualTo(side("2021-05-01", "2021-05-31", 2L, 2, true));
        assertThat(result.before()).isEqualTo(side("2020-05-01", "2020-05-31", 1L, 1, true));
        assertThat(result.difference()).isEqualTo(1);
    }

    /** The town's register begins on 2018-01-01: of 2017 nothing is known, which is not zero. */
    @Test
    void noCountAndNoDifferenceWhereTheYearBeforeIsNotCovered() {
        AccountView leader = leader(OLD_TOWN);

        IncidentComparison.Result result = compare(leader, "2018-01-01", "2018-12-31");

        assertThat(result.period().count()).isNotNull().isPositive();
        assertThat(result.before()).isEqualTo(side("2017-01-01", "2017-12-31", null, 0, false));
        assertThat(result.difference()).isNull();
    }

    @Test
    void aGapOfOneDayIsAGap() {
        cover("2020-05-01", "2020-05-30");
        cover("2021-05-01", "2021-05-31");

        IncidentComparison.Result result = compare(officer, "2021-05-01", "2021-05-31");

        assertThat(result.period().count()).isZero();
        assertThat(result.before().covered()).isFalse();
        assertThat(result.difference()).isNull();
    }

    @Test
    void the29thOfFebruaryIsComparedWithThe28th() {
        IncidentComparison.Result result = compare(leader(OLD_TOWN), "2020-02-29", "2020-02-29");

        assertThat(result.before().from()).isEqualTo(LocalDate.of(2019, 2, 28));
        assertThat(result.before().to()).isEqualTo(LocalDate.of(2019, 2, 28));
    }

    /** Of the district only the town had a register: the district's number is no number, the town's is. */
    @Test
    void theGroundDecidesWhoseRegistersMustBeComplete() {
        AccountView district = leader(HUYEN_YEN_DINH);
        LocalDate to = LocalDate.of(2019, 8, 15);
        IncidentFilter period = IncidentFilter.period(LocalDate.of(2018, 1, 1), to);

        assertThat(comparison
                        .of(district, period, LocalDate.of(2018, 1, 1), to)
                        .period()
                        .count())
                .isNull();
        IncidentComparison.Side town = comparison
                .of(
                        district,
                        period.within(territory.ground(district, unit(OLD_TOWN), to)),
                        LocalDate.of(2018, 1, 1),
                        to)
                .period();
        assertThat(town.count()).isEqualTo(45);
        assertThat(town.recorded()).isEqualTo(45);
    }

    private IncidentComparison.Result compare(AccountView account, String from, String to) {
        LocalDate first = LocalDate.parse(from);
        LocalDate last = LocalDate.parse(to);
        return comparison.of(account, IncidentFilter.period(first, last), first, last);
    }

    private static IncidentComparison.Side side(String from, String to, Long count, long recorded, boolean covered) {
        return new IncidentComparison.Side(LocalDate.parse(from), LocalDate.parse(to), count, recorded, covered);
    }

    private void cover(String from, String to) {
        coverage.add(
                new RegisterCoverage.Period(unit(NEW_TOWN), LocalDate.parse(from), LocalDate.parse(to), SOURCE, false));
    }

    private UUID markAt(String occurredAt) {
        return mark(TestDraft.at(inBlock1, occurredAt));
    }
}
