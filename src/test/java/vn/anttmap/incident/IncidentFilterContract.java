package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.geo.Extent;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.TestDraft;

/** What a list can be narrowed to, and what it comes to. Marks of May 2021 in the town, of which the demonstration has none. */
abstract class IncidentFilterContract extends IncidentContract {

    private static final LocalDate FROM = LocalDate.of(2021, 5, 1);
    private static final LocalDate TO = LocalDate.of(2021, 5, 31);

    @Autowired
    IncidentList list;

    @Autowired
    IncidentSummaries summaries;

    @Autowired
    Territory territory;

    @Test
    void narrowsByStateHandlingLevelAndMajorCase() {
        UUID resolved = mark(TestDraft.at(inBlock1, day(3)));
        UUID province = mark(TestDraft.at(inBlock1, day(4)));
        UUID major = mark(TestDraft.at(inBlock1, day(5)).major());
        set(resolved, "state = 'RESOLVED'");
        set(province, "handling_level = 'PROVINCE'");

        assertThat(found(traits(IncidentState.RESOLVED, null, null, null, null, null)))
                .containsExactly(resolved);
        assertThat(found(traits(IncidentState.RECEIVED, null, null, null, null, null)))
                .containsExactly(major, province);
        assertThat(found(traits(null, HandlingLevel.PROVINCE, null, null, null, null)))
                .containsExactly(province);
        assertThat(found(traits(null, null, true, null, null, null))).containsExactly(major);
        assertThat(found(traits(null, null, false, null, null, null))).containsExactly(province, resolved);
    }

    @Test
    void nearTheBorderAndInNoAreaAreDifferentThings() {
        UUID inside = mark(TestDraft.at(inBlock1, day(3)));
        UUID unknown = mark(TestDraft.at(inBlock1, day(4)).accuracy(PlaceAccuracy.UNKNOWN));
        UUID near = mark(TestDraft.at(northOfTown(), day(5)));

        assertThat(found(traits(null, null, null, true, null, null))).containsExactly(near);
        assertThat(found(traits(null, null, null, false, null, null))).containsExactly(unknown, inside);
        // An unknown place is no reason to ask for an area.
        assertThat(found(traits(null, null, null, null, true, null))).containsExactly(near);
        assertThat(found(traits(null, null, null, null, false, null))).containsExactly(unknown, inside);
        assertThat(found(traits(null, null, null, null, null, true))).isEmpty();
    }

    @Test
    void withinAUnitIsWhatItsTerritoryComesToOnTheDay() {
        UUID town = mark(TestDraft.at(inBlock1, day(3)));
        UUID elsewhere = mark(officer("district", HUYEN_YEN_DINH), TestDraft.at(inside("commune-15409-2019"), day(3)));
        UUID near = mark(TestDraft.at(northOfTown(), day(5)));
        AccountView district = officer("district", HUYEN_YEN_DINH);
        IncidentFilter may = IncidentFilter.period(FROM, TO);

        assertThat(ids(district, may.within(ground(district, OLD_TOWN, TO)))).containsExactly(near, town);
        assertThat(ids(district, may.within(ground(district, HUYEN_YEN_DINH, TO))))
                .contains(elsewhere, near, town);
        assertThat(ids(district, may.within(ground(district, XA_YEN_DINH, TO)))).contains(town, near);
        assertThat(ids(district, may.within(ground(district, "hamlet-15394-khu-pho-1-2019", TO))))
                .containsExactly(town);
        assertThat(summaries
                        .of(district, may.within(ground(district, OLD_TOWN, TO)), VI)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void theGroundOfATownFollowsItThroughMergersBothWays() {
        AccountView district = officer("district", HUYEN_YEN_DINH);

        Ground in2019 = ground(district, OLD_TOWN, LocalDate.of(2019, 8, 15));
        assertThat(in2019.unitIds()).hasSize(6).contains(unit(OLD_TOWN), unit("hamlet-15394-khu-pho-5-2019"));
        assertThat(in2019.holderIds()).containsExactly(unit(OLD_TOWN));
        assertThat(ground(district, OLD_TOWN, LocalDate.of(2021, 1, 1)).holderIds())
                .containsExactly(unit(NEW_TOWN));
        assertThat(ground(district, OLD_TOWN, LocalDate.of(2025, 8, 1)).holderIds())
                .containsExactly(unit(XA_YEN_DINH));
        assertThat(ground(district, NEW_TOWN, LocalDate.of(2019, 8, 15)).holderIds())
                .hasSizeGreaterThan(1)
                .contains(unit(OLD_TOWN));
        // The district ended on 2025-07-01 and nothing follows it: what follows are its communes.
        assertThat(ground(district, HUYEN_YEN_DINH, LocalDate.of(2025, 8, 1)).holderIds())
                .contains(unit(XA_YEN_DINH));
        assertThat(ground(district, HUYEN_YEN_DINH, LocalDate.of(2019, 8, 15)).holderIds())
                .hasSize(29);
    }

    @Test
    void aUnitOfAnotherPlaceIsNotFound() {
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> ground(officer, HUYEN_TRA_LINH, TO));
    }

    @Test
    void theSummaryAddsUpWhatTheListShowsAndLeavesOutWhatWasNoCase() {
        mark(TestDraft.at(inBlock1, day(3)));
        UUID traffic = mark(TestDraft.at(inBlock1, day(4)).category("TNGT"));
        UUID noCase = mark(TestDraft.at(inBlock1, day(5)));
        UUID withdrawn = mark(TestDraft.at(inBlock1, day(6)));
        set(
                traffic,
                "dead = 1, injured = 2, damage_dong = 5000000000, persons_involved = 3, severity = 'NGHIEM_TRONG'");
        set(noCase, "state = 'NOT_A_CASE', dead = 7");
        register.withdraw(officer, withdrawn, 0L, VI);

        IncidentSummary summary = summaries.of(officer, IncidentFilter.period(FROM, TO), VI);

        assertThat(list.page(officer, IncidentFilter.period(FROM, TO), null, 100, VI)
                        .numberMatched())
                .isEqualTo(3);
        assertThat(summary.count()).isEqualTo(2);
        assertThat(summary.notACase()).isEqualTo(1);
        assertThat(summary.byCategory())
                .containsExactly(
                        new IncidentSummary.CategoryCount("TTXH", "Trật tự xã hội", 1, 0),
                        new IncidentSummary.CategoryCount("TNGT", "Tai nạn giao thông", 1, 3));
        assertThat(summary.bySeverity())
                .containsExactly(
                        new IncidentSummary.SeverityCount("crime", null, null, 1),
                        new IncidentSummary.SeverityCount("traffic", "NGHIEM_TRONG", "Nghiêm trọng", 1));
        assertThat(summary.byState()).containsExactly(new IncidentSummary.KeyCount("received", 2));
        assertThat(summary.byHandlingLevel()).containsExactly(new IncidentSummary.KeyCount("commune", 2));
        assertThat(List.of(summary.dead(), summary.injured(), summary.damageDong(), summary.personsInvolved()))
                .containsExactly(1L, 2L, 5_000_000_000L, 3L);
        assertThat(summary.restrictedLeftOut()).isTrue();
    }

    @Test
    void theSummaryKeepsToTheScopeOfTheAccount() {
        AccountView trusted = officerForRestricted("trusted", OLD_TOWN);
        mark(trusted, TestDraft.at(inBlock1, day(3)).category("ANCT"));
        mark(TestDraft.at(inBlock1, day(3)));
        IncidentFilter may = IncidentFilter.period(FROM, TO);

        assertThat(summaries.of(trusted, may, VI).count()).isEqualTo(2);
        assertThat(summaries.of(trusted, may, VI).restrictedLeftOut()).isFalse();
        assertThat(summaries.of(officer, may, VI).count()).isEqualTo(1);
        assertThat(summaries.of(officer("tra-linh", HUYEN_TRA_LINH), may, VI).count())
                .isZero();
        assertProblem(
                UserProblem.Kind.FORBIDDEN,
                () -> summaries.of(account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN), may, VI));
        IncidentFilter box =
                new IncidentFilter(FROM, TO, null, null, new Extent(105.6, 19.9, 105.7, 20), null, false, false);
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> summaries.of(leader(OLD_TOWN), box, VI));
        assertThat(summaries.of(officer, box, VI).count()).isEqualTo(1);
    }

    private Ground ground(AccountView account, String key, LocalDate day) {
        return territory.ground(account, unit(key), day);
    }

    private static IncidentFilter.Traits traits(
            IncidentState state,
            HandlingLevel handlingLevel,
            Boolean majorCase,
            Boolean nearBorder,
            Boolean unassigned,
            Boolean assigned) {
        return new IncidentFilter.Traits(state, handlingLevel, majorCase, nearBorder, unassigned, assigned);
    }

    private List<UUID> found(IncidentFilter.Traits traits) {
        return ids(officer, IncidentFilter.period(FROM, TO).with(traits));
    }

    private List<UUID> ids(AccountView account, IncidentFilter filter) {
        IncidentList.Page page = list.page(account, filter, null, 100, VI);
        assertThat(page.numberMatched()).isEqualTo(page.incidents().size());
        return page.incidents().stream().map(IncidentView::id).toList();
    }

    /** As somebody else's work would have left it. */
    private void set(UUID id, String assignment) {
        jdbc.update("update incident set " + assignment + " where id = ?", id);
    }

    private static String day(int dayOfMay) {
        return "2021-05-%02dT12:00:00+07:00".formatted(dayOfMay);
    }
}
