package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.TestDraft;

/** Lists and counts of incidents. Those counted here are of May 2021, in the town, of which the demonstration has none. */
abstract class IncidentListContract extends IncidentContract {

    private static final LocalDate FROM = LocalDate.of(2021, 5, 1);
    private static final LocalDate TO = LocalDate.of(2021, 5, 31);

    @Autowired
    IncidentList list;

    @Autowired
    IncidentCounts counts;

    @Test
    void pagingWalksEveryMarkOnceAlsoWhenNewOnesComeIn() {
        // Several on one day, so that the day alone does not say where a page ends.
        List<UUID> marked = new ArrayList<>();
        for (int day : new int[] {3, 10, 10, 10, 10, 17, 24}) {
            marked.add(mark(officer, on(day)));
        }

        List<UUID> walked = new ArrayList<>();
        IncidentList.Page page = list.page(officer, may(), null, 2, VI);
        walked.addAll(ids(page));
        UUID newer = mark(officer, on(30));
        UUID older = mark(officer, on(1));
        while (page.next() != null) {
            page = list.page(officer, may(), page.next(), 2, VI);
            walked.addAll(ids(page));
        }

        assertThat(walked)
                .doesNotHaveDuplicates()
                .containsAll(marked)
                .contains(older)
                .doesNotContain(newer);
        // As counted for the first page; whoever begins anew gets the two later ones as well.
        assertThat(page.numberMatched()).isEqualTo(7);
        assertThat(list.page(officer, may(), null, 2, VI).numberMatched()).isEqualTo(9);
        assertThat(ids(list.page(officer, may(), null, 100, VI)))
                .startsWith(newer)
                .endsWith(older);
    }

    @Test
    void aPageThatHoldsAllHasNoNext() {
        mark(officer, on(3));
        mark(officer, on(4));

        assertThat(list.page(officer, may(), null, 2, VI).next()).isNull();
        assertThat(list.page(officer, may(), null, 1, VI).next()).isNotNull();
    }

    @Test
    void firstAndLastDayAreVietnamese() {
        UUID first = mark(officer, TestDraft.at(inBlock1, "2021-05-01T00:00:00+07:00"));
        UUID last = mark(officer, TestDraft.at(inBlock1, "2021-05-31T23:59:59.999999+07:00"));
        mark(officer, TestDraft.at(inBlock1, "2021-04-30T23:59:59.999999+07:00"));
        mark(officer, TestDraft.at(inBlock1, "2021-06-01T00:00:00+07:00"));

        assertThat(ids(list.page(officer, may(), null, 100, VI))).containsExactly(last, first);
    }

    @Test
    void aWithdrawnMarkCountsNoLongerAndStaysInTheOwnList() {
        UUID id = mark(officer, on(3));
        assertThat(countOf(BLOCK_1)).isEqualTo(1);

        register.withdraw(officer, id, 0L, VI);

        assertThat(list.page(officer, may(), null, 100, VI).numberMatched()).isZero();
        assertThat(countOf(BLOCK_1)).isZero();
        assertThat(countOf(NEW_TOWN)).isZero();
        assertThat(split(officer).total()).isZero();
        IncidentFilter mine = new IncidentFilter(FROM, TO, null, null, null, null, true, true);
        assertThat(ids(list.page(officer, mine, null, 100, VI))).containsExactly(id);
    }

    @Test
    void aMarkNearTheBorderIsListedAndCountsInNoUnit() {
        UUID id = mark(officer, on(3).movedTo(northOfTown()));

        assertThat(ids(list.page(officer, may(), null, 100, VI))).containsExactly(id);
        for (UnitLevel level : UnitLevel.values()) {
            assertThat(counts.byUnit(officer, level, question())).isEmpty();
        }
        assertThat(counts.byRoad(officer, question())).isEmpty();
    }

    @Test
    void anUnknownPlaceCountsForTheCommuneAndForNoArea() {
        mark(officer, on(3).accuracy(PlaceAccuracy.UNKNOWN));

        assertThat(countOf(NEW_TOWN)).isEqualTo(1);
        assertThat(countOf(BLOCK_1)).isZero();
        assertThat(split(officer)).isEqualTo(new IncidentCounts.Split(1, 1, 1));
    }

    @Test
    void aPlaceKnownToTheAreaCountsForTheAreaAndForNoRoad() {
        mark(officer, on(3).movedTo(eastOfRoad5(0)).accuracy(PlaceAccuracy.AREA));

        assertThat(countOf("hamlet-15394-khu-pho-3-2020")).isEqualTo(1);
        assertThat(counts.byRoad(officer, question())).isEmpty();
        assertThat(split(officer)).isEqualTo(new IncidentCounts.Split(1, 1, 0));
    }

    @Test
    void aRoadOwnsWhatHappensWithinThirtyMetresOfItsLine() {
        mark(officer, on(3).movedTo(eastOfRoad5(20)));
        mark(officer, on(4).movedTo(eastOfRoad5(40)));

        assertThat(counts.byRoad(officer, question())).containsOnly(Map.entry(road("road-quan-lao-5"), 1));
    }

    /**
     * East of a vertex in the middle of road-quan-lao-5, which runs north there, leaning by 5 degrees, so that the line
     * is nearer by less than 1 %. One degree of longitude at 19.9747 degrees north is 104 664 m on the ellipsoid.
     */
    private static Point eastOfRoad5(double meters) {
        return Wgs84.point(105.65107 + meters / 104_664, 19.97469);
    }

    @Test
    void whereRoadsMeetEachMarkCountsForTheNearestOneOnly() {
        // Roads 1, 2, 5 and 6 meet at 105.65064 19.97228. This is 15 % of the way to the next vertex of road 2: on its
        // line, and 12 m from the meeting point, so within 30 m of all four.
        mark(officer, on(3).movedTo(Wgs84.point(105.65070867, 19.97219564)));

        assertThat(counts.byRoad(officer, question())).containsOnly(Map.entry(road("road-quan-lao-2"), 1));
    }

    @Test
    void theOtherPlacesOfficerSeesNothingOfIt() {
        AccountView other = officer("tra-linh", HUYEN_TRA_LINH);
        mark(officer, on(3));

        assertThat(list.page(other, may(), null, 100, VI).numberMatched()).isZero();
        assertThat(counts.byUnit(other, UnitLevel.COMMUNE, question())).isEmpty();
        assertThat(split(other).total()).isZero();
        IncidentFilter town = new IncidentFilter(FROM, TO, null, null, null, unit(NEW_TOWN), false, false);
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> list.page(other, town, null, 100, VI));
    }

    @Test
    void aRestrictedCategoryIsInNoListAndNoFigureWithoutTheRight() {
        AccountView trusted = officerForRestricted("trusted", OLD_TOWN);
        mark(trusted, on(3).category("ANCT"));
        mark(officer, on(3));

        assertThat(list.page(officer, may(), null, 100, VI).numberMatched()).isEqualTo(1);
        assertThat(list.page(trusted, may(), null, 100, VI).numberMatched()).isEqualTo(2);
        IncidentFilter anct = new IncidentFilter(FROM, TO, "ANCT", null, null, null, false, false);
        assertThat(list.page(officer, anct, null, 100, VI).numberMatched()).isZero();
        assertThat(countOf(NEW_TOWN)).isEqualTo(1);
        assertThat(counts.byUnit(trusted, UnitLevel.COMMUNE, question())).containsEntry(unit(NEW_TOWN), 2);
        assertThat(counts.leavesOutRestricted(officer)).isTrue();
        assertThat(counts.leavesOutRestricted(trusted)).isFalse();
    }

    @Test
    void aLeaderSeesNoExactPlaceAndNoNote() {
        mark(officer, on(3).movedTo(eastOfRoad5(10)).note("Ghi chú"));

        IncidentView seen =
                list.page(leader(OLD_TOWN), may(), null, 100, VI).incidents().get(0);

        assertThat(seen.longitude()).isNull();
        assertThat(seen.latitude()).isNull();
        assertThat(seen.note()).isNull();
        assertThat(seen.roadSegment()).isNull();
        assertThat(seen.residentialArea().fullName()).isEqualTo("Khu phố 3");
        assertThat(seen.mine()).isFalse();
    }

    @Test
    void aPlannerSeesExactPlacesByTheExtraRightOnlyAndNeverNotes() {
        mark(officer, on(3).note("Ghi chú"));
        AccountView trusted = account("trusted", Role.PLANNER, Set.of(Right.SEE_INCIDENT_POINTS), OLD_TOWN);

        IncidentView without =
                list.page(planner(OLD_TOWN), may(), null, 100, VI).incidents().get(0);
        IncidentView with = list.page(trusted, may(), null, 100, VI).incidents().get(0);

        assertThat(without.longitude()).isNull();
        assertThat(with.longitude()).isEqualTo(inBlock1.getX());
        assertThat(with.note()).isNull();
    }

    @Test
    void aBoxIsRefusedToThoseWhoMayNotSeePlacesSinceASmallOneWouldTellThem() {
        mark(officer, on(3));
        Extent around = box(0.0001);
        IncidentFilter here = new IncidentFilter(FROM, TO, null, null, around, null, false, false);

        assertThat(list.page(officer, here, null, 100, VI).numberMatched()).isEqualTo(1);
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> list.page(leader(OLD_TOWN), here, null, 100, VI));
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> list.page(planner(OLD_TOWN), here, null, 100, VI));
    }

    @Test
    void aBoxHoldsWhatLiesInIt() {
        mark(officer, on(3));
        Extent elsewhere = new Extent(
                inBlock1.getX() + 0.0001, inBlock1.getY(), inBlock1.getX() + 0.0002, inBlock1.getY() + 0.0001);

        assertThat(list.page(
                                officer,
                                new IncidentFilter(FROM, TO, null, null, elsewhere, null, false, false),
                                null,
                                100,
                                VI)
                        .numberMatched())
                .isZero();
    }

    private Extent box(double degrees) {
        return new Extent(
                inBlock1.getX() - degrees,
                inBlock1.getY() - degrees,
                inBlock1.getX() + degrees,
                inBlock1.getY() + degrees);
    }

    @Test
    void anAreaListsWhatLiesInIt() {
        UUID id = mark(officer, on(3));
        mark(officer, on(3).movedTo(inside(BLOCK_2)));

        IncidentFilter area = new IncidentFilter(FROM, TO, null, null, null, unit(BLOCK_1), false, false);

        assertThat(ids(list.page(leader(OLD_TOWN), area, null, 100, VI))).containsExactly(id);
    }

    private TestDraft on(int dayOfMay) {
        return TestDraft.at(inBlock1, "2021-05-%02dT12:00:00+07:00".formatted(dayOfMay));
    }

    private int countOf(String unitKey) {
        UnitLevel level = unitKey.startsWith("commune") ? UnitLevel.COMMUNE : UnitLevel.RESIDENTIAL_AREA;
        return counts.byUnit(officer, level, question()).getOrDefault(unit(unitKey), 0);
    }

    private IncidentCounts.Split split(AccountView account) {
        return counts.split(account, UnitLevel.RESIDENTIAL_AREA, question());
    }

    private static IncidentCounts.Question question() {
        return IncidentCounts.Question.period(FROM, TO, TO);
    }

    private static IncidentFilter may() {
        return IncidentFilter.period(FROM, TO);
    }

    private static List<UUID> ids(IncidentList.Page page) {
        return page.incidents().stream().map(IncidentView::id).toList();
    }
}
