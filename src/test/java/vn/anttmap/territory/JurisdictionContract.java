package vn.anttmap.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;

/** What an account's territory comes to: the named units, their parts, and what follows them. */
abstract class JurisdictionContract extends DemoDataContract {

    @Autowired
    Jurisdictions jurisdictions;

    @Autowired
    Territory territory;

    @Test
    void theOfficerOfTheOldTownGetsTheTownWithItsFiveKhuPho() {
        AccountView officer = officer("a", OLD_TOWN);

        assertThat(names(officer, UnitLevel.COMMUNE, 2018)).containsExactly("Thị trấn Quán Lào");
        assertThat(names(officer, UnitLevel.RESIDENTIAL_AREA, 2018))
                .containsExactly("Khu phố 1", "Khu phố 2", "Khu phố 3", "Khu phố 4", "Khu phố 5");
    }

    @Test
    void theOfficerOfTheOldTownFollowsItIntoTheNewTownAndIntoXaYenDinh() {
        AccountView officer = officer("a", OLD_TOWN);

        // Domain note: the ten khu phố of the new town.
        assertThat(names(officer, UnitLevel.COMMUNE, 2021)).containsExactly("Thị trấn Quán Lào");
        assertThat(names(officer, UnitLevel.RESIDENTIAL_AREA, 2021))
                .containsExactlyInAnyOrder(
                        "Khu phố 1",
                        "Khu phố 2",
                        "Khu phố 3",
                        "Khu phố 4",
                        "Khu phố 5",
                        "Khu phố Bối Lim",
                        "Khu phố Lý Yên",
                        "Khu phố Ngọc Sơn",
                        "Khu phố Thành Phú",
                        "Khu phố Thiết Đinh");
        // The three other communes of xã Yên Định bring their own; Phac Thon was in xã Định Tăng.
        assertThat(names(officer, UnitLevel.COMMUNE, 2026)).containsExactly("Xã Yên Định");
        assertThat(names(officer, UnitLevel.RESIDENTIAL_AREA, 2026))
                .contains("Khu phố 1", "Khu phố Bối Lim", "Thôn Phac Thon");
    }

    @Test
    void theOfficerOfTheOldTownHasNothingOfDinhTuongBeforeTheMergerNorOfTraLinh() {
        Jurisdiction jurisdiction = jurisdictions.of(officer("a", OLD_TOWN));

        for (String key : List.of(
                "commune-15469-2019",
                "hamlet-15469-boi-lim-2019",
                // Part of xã Yên Định from 2025, but not before.
                "commune-15445-2019",
                HUYEN_YEN_DINH,
                HUYEN_TRA_LINH,
                "commune-01447-2019")) {
            assertThat(jurisdiction.contains(unit(key))).as(key).isFalse();
        }
        assertThat(jurisdiction.communeIds())
                .containsExactlyInAnyOrder(unit(OLD_TOWN), unit(NEW_TOWN), unit(XA_YEN_DINH));
    }

    /** Domain note, table of Trà Lĩnh: ten communes in 2019, eight from 2020, three since 2025. */
    @Test
    void theDistrictOfTraLinhReachesItsCommunesAfterItWasDissolved() {
        AccountView officer = officer("a", HUYEN_TRA_LINH);

        assertThat(names(officer, UnitLevel.COMMUNE, 2019)).hasSize(10);
        assertThat(names(officer, UnitLevel.COMMUNE, 2021))
                .containsExactlyInAnyOrder(
                        "Thị trấn Trà Lĩnh",
                        "Xã Tri Phương",
                        "Xã Quang Hán",
                        "Xã Xuân Nội",
                        "Xã Quang Trung",
                        "Xã Cao Chương",
                        "Xã Quốc Toản",
                        "Xã Quang Vinh");
        assertThat(names(officer, UnitLevel.COMMUNE, 2026))
                .containsExactlyInAnyOrder("Xã Trà Lĩnh", "Xã Quang Hán", "Xã Quang Trung");
    }

    @Test
    void theDistrictOfTraLinhDoesNotReachTheDistrictsThatTookItsCommunes() {
        Jurisdiction jurisdiction = jurisdictions.of(officer("a", HUYEN_TRA_LINH));

        // Huyện Trùng Khánh and huyện Quảng Hòa are parents of the communes of 2020, not successors of the district.
        assertThat(jurisdiction.contains(unit("district-047"))).isFalse();
        assertThat(jurisdiction.contains(unit("district-049"))).isFalse();
        assertThat(jurisdiction.contains(unit(OLD_TOWN))).isFalse();
        assertThat(jurisdiction.communeIds()).hasSize(10 + 8 + 3);
    }

    @Test
    void aUnitOutsideTheTerritoryIsUnknownToTheAccount() {
        AccountView officer = officer("a", HUYEN_TRA_LINH);
        long town = unit(OLD_TOWN);

        assertThatThrownBy(() -> territory.get(officer, town))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.kind()).isEqualTo(UserProblem.Kind.NOT_FOUND));
    }

    @Test
    void theWholeCountryHasNoLimitAndNoUnitMeansNothing() {
        AccountView everywhere = new AccountView(0, "a", "a", Role.LEADER, Set.of(), List.of(), true);
        AccountView nowhere = new AccountView(0, "a", "a", Role.LEADER, Set.of(), List.of(), false);

        assertThat(jurisdictions.of(everywhere).contains(unit(OLD_TOWN))).isTrue();
        assertThat(jurisdictions.of(nowhere).contains(unit(OLD_TOWN))).isFalse();
        assertThat(territory.listOn(nowhere, UnitLevel.COMMUNE, LocalDate.of(2018, 1, 1)))
                .isEmpty();
    }

    private List<String> names(AccountView account, UnitLevel level, int year) {
        return territory.listOn(account, level, LocalDate.of(year, 1, 1)).stream()
                .map(Unit::fullName)
                .toList();
    }
}
