package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;

/** Years beside each other; the statuses are those of assessments.csv. */
abstract class StatusYearsContract extends DemoDataContract {

    private static final LocalDate DAY = LocalDate.of(2019, 8, 15);

    @Autowired
    StatusYears statusYears;

    @Test
    void anAreaHasItsYearsOldestFirst() {
        StatusYears.Table table =
                statusYears.of(leader(OLD_TOWN), 2015, 2019, unit("hamlet-15394-khu-pho-1-2019"), DAY, null);

        assertThat(table.areas()).hasSize(1);
        StatusYears.AreaStatuses area = table.areas().get(0);
        assertThat(area.fullName()).isEqualTo("Khu phố 1");
        assertThat(area.statuses().keySet()).containsExactly(2017, 2018, 2019);
        assertThat(area.statuses()).containsAllEntriesOf(Map.of(2017, "recognised", 2018, "recognised"));
        // 2019 is not decided yet for the first khu phố, so the two years before it count.
        assertThat(area.streak()).isEqualTo(2);
    }

    /** Khu phố 1: recognised on 27/11/2017 and on 26/11/2018, registered for 2019 on 27/02/2019. */
    @Test
    void aPastDayKnowsOnlyTheYearsThatWereDecidedByThen() {
        assertThat(asOf(LocalDate.of(2018, 11, 25)).statuses()).isEqualTo(Map.of(2017, "recognised"));
        assertThat(asOf(LocalDate.of(2018, 11, 25)).streak()).isEqualTo(1);
        assertThat(asOf(LocalDate.of(2018, 11, 26)).statuses())
                .isEqualTo(Map.of(2017, "recognised", 2018, "recognised"));
        assertThat(asOf(LocalDate.of(2018, 11, 26)).streak()).isEqualTo(2);
        assertThat(asOf(LocalDate.of(2017, 11, 26)).statuses()).isEmpty();
        assertThat(asOf(LocalDate.of(2017, 11, 26)).streak()).isZero();
    }

    private StatusYears.AreaStatuses asOf(LocalDate day) {
        return statusYears
                .of(leader(OLD_TOWN), 2015, 2019, unit("hamlet-15394-khu-pho-1-2019"), DAY, day)
                .areas()
                .get(0);
    }

    @Test
    void theTownHasItsFiveAreasAndItself() {
        StatusYears.Table table = statusYears.of(leader(OLD_TOWN), 2018, 2018, unit(OLD_TOWN), DAY, null);

        assertThat(table.areas()).hasSize(6);
        assertThat(table.areas())
                .filteredOn(area -> "recognised".equals(area.statuses().get(2018)))
                .hasSize(4);
        assertThat(table.areas().get(5).level()).isEqualTo("commune");
    }

    /** Khu phố 1 was carried over into the new town of 2020 on the same ground. */
    @Test
    void yearsOfAnEarlierStateOfTheSameGroundAreThere() {
        StatusYears.Table table =
                statusYears.of(leader(NEW_TOWN), 2017, 2019, unit(NEW_TOWN), LocalDate.of(2021, 1, 1), null);

        assertThat(table.areas())
                .filteredOn(area -> area.fullName().equals("Khu phố 1"))
                .singleElement()
                .satisfies(area -> assertThat(area.statuses()).containsKeys(2017, 2018));
    }

    /**
     * Hùng Quốc on 9 September 2019: tổ dân phố 3 took Pò Khao in. Only the first was recognised in 2018; its title is not that of the
     * new area.
     */
    @Test
    void aMergedAreaSaysWhatWasRecordedForThoseItCameFrom() {
        StatusYears.Table table = statusYears.of(
                leader(HUYEN_TRA_LINH),
                2018,
                2019,
                unit("hamlet-01447-to-dan-pho-3-2019-09"),
                LocalDate.of(2019, 10, 1),
                null);

        assertThat(table.areas()).singleElement().satisfies(area -> {
            assertThat(area.statuses()).doesNotContainKey(2018);
            assertThat(area.earlier().get(2018))
                    .extracting(StatusYears.EarlierStatus::fullName, StatusYears.EarlierStatus::status)
                    .containsExactlyInAnyOrder(
                            tuple("Tổ dân phố 3", "recognised"), tuple("Xóm Pò Khao", "not_recognised"));
            assertThat(area.streak()).isZero();
        });
        assertThat(statusYears
                        .of(
                                leader(HUYEN_TRA_LINH),
                                2018,
                                2018,
                                unit("hamlet-01447-to-dan-pho-3-2019-09"),
                                LocalDate.of(2019, 10, 1),
                                LocalDate.of(2018, 1, 1))
                        .areas()
                        .get(0)
                        .earlier())
                .isEmpty();
    }

    @Test
    void refusesYearsThatRunBackwardsOtherTerritoriesAndAccountsWithoutFigures() {
        assertThatThrownBy(() -> statusYears.of(leader(OLD_TOWN), 2019, 2018, null, DAY, null))
                .isInstanceOf(UserProblem.class);
        assertThatThrownBy(() -> statusYears.of(leader(OLD_TOWN), 2018, 2019, unit(HUYEN_TRA_LINH), DAY, null))
                .isInstanceOf(UserProblem.class);
        assertThatThrownBy(() -> statusYears.of(
                        account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN), 2018, 2019, null, DAY, null))
                .isInstanceOf(UserProblem.class);
    }
}
