package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.TestDraft;

/** Areas set by hand: they count, on every boundary day, until somebody takes them back. */
abstract class IncidentAssignmentContract extends IncidentContract {

    private static final LocalDate DAY = LocalDate.of(2021, 5, 10);

    @Autowired
    IncidentAssignments assignments;

    @Autowired
    IncidentHistory history;

    @Autowired
    IncidentList list;

    @Autowired
    IncidentCounts counts;

    @Test
    void aMarkNearTheBorderCountsInTheAreaItIsPutInto() {
        UUID id = mark(northOfTown());
        assertThat(count(BLOCK_1, DAY)).isZero();

        IncidentView assigned = assignments.assign(officer, id, unit(BLOCK_1), 0L, null, VI);

        assertThat(assigned.version()).isEqualTo(1);
        assertThat(assigned.assignedByHand()).isTrue();
        assertThat(assigned.nearBorder()).isTrue();
        assertThat(assigned.residentialArea().id()).isEqualTo(unit(BLOCK_1));
        assertThat(assigned.commune().id()).isEqualTo(unit(NEW_TOWN));
        assertThat(count(BLOCK_1, DAY)).isEqualTo(1);
        assertThat(count(NEW_TOWN, DAY)).isEqualTo(1);
        assertThat(unassigned()).isEmpty();
    }

    @Test
    void itCountsInTheAreaAsItWasAndAsItBecame() {
        UUID id = mark(northOfTown());

        assignments.assign(officer, id, unit(BLOCK_1), 0L, null, VI);

        assertThat(count("hamlet-15394-khu-pho-1-2019", LocalDate.of(2019, 8, 15)))
                .isEqualTo(1);
        assertThat(count(OLD_TOWN, LocalDate.of(2019, 8, 15))).isEqualTo(1);
        assertThat(count(XA_YEN_DINH, LocalDate.of(2025, 8, 1))).isEqualTo(1);
        for (LocalDate day : List.of(LocalDate.of(2019, 8, 15), DAY, LocalDate.of(2025, 8, 1))) {
            for (UnitLevel level : List.of(UnitLevel.COMMUNE, UnitLevel.RESIDENTIAL_AREA)) {
                assertThat(counts.byUnit(officer, level, question(day)).values())
                        .as(level + " on " + day)
                        .containsExactly(1);
            }
        }
    }

    /** The trap: the place itself lies in the area that is set by hand, so both would write the same row. */
    @Test
    void theAreaOfThePlaceItselfCanBeSetAndSurvivesACorrection() {
        UUID id = mark(inBlock1);
        assignments.assign(officer, id, unit(BLOCK_1), 0L, null, VI);

        register.put(officer, id, draft(inBlock1).note("khác").draft(), 1L, VI);

        assertThat(count(BLOCK_1, DAY)).isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from incident_placement where incident_id = ? and by_hand = false",
                        Integer.class,
                        id))
                .isZero();
    }

    @Test
    void aCorrectionThatMovesThePlaceKeepsTheAreaSetByHand() {
        UUID id = mark(inBlock1);
        assignments.assign(officer, id, unit(BLOCK_2), 0L, null, VI);
        assertThat(List.of(count(BLOCK_1, DAY), count(BLOCK_2, DAY))).containsExactly(0, 1);

        Point elsewhere = inside("hamlet-15394-khu-pho-3-2020");
        IncidentView moved =
                register.put(officer, id, draft(elsewhere).draft(), 1L, VI).incident();

        assertThat(moved.residentialArea().id()).isEqualTo(unit(BLOCK_2));
        assertThat(moved.longitude()).isEqualTo(elsewhere.getX());
        assertThat(count(BLOCK_2, DAY)).isEqualTo(1);
    }

    @Test
    void takenBackThePlaceDecidesAgain() {
        UUID id = mark(inBlock1);
        assignments.assign(officer, id, unit(BLOCK_2), 0L, null, VI);

        IncidentView released = assignments.release(officer, id, 1L, null, VI);

        assertThat(released.assignedByHand()).isFalse();
        assertThat(released.residentialArea().id()).isEqualTo(unit(BLOCK_1));
        assertThat(List.of(count(BLOCK_1, DAY), count(BLOCK_2, DAY))).containsExactly(1, 0);
        UUID near = mark(northOfTown());
        assignments.assign(officer, near, unit(BLOCK_2), 0L, null, VI);
        assertThat(assignments.release(officer, near, 1L, null, VI).residentialArea())
                .isNull();
        assertThat(unassigned()).containsExactly(near);
    }

    @Test
    void theHistorySaysThatItWasSetAndTakenBack() {
        UUID id = mark(northOfTown());

        assignments.assign(officer, id, unit(BLOCK_2), 0L, null, VI);
        assignments.release(officer, id, 1L, null, VI);

        List<IncidentHistory.Entry> entries = history.of(officer, id, VI);
        assertThat(entries)
                .extracting(IncidentHistory.Entry::change)
                .containsExactly("created", "assigned", "released");
        assertThat(entries.get(1).incident().residentialArea().id()).isEqualTo(unit(BLOCK_2));
        assertThat(entries.get(1).incident().assignedByHand()).isTrue();
        assertThat(entries.get(0).incident().residentialArea()).isNull();
    }

    @Test
    void settingTheSameAgainChangesNothing() {
        UUID id = mark(northOfTown());
        assignments.assign(officer, id, unit(BLOCK_1), 0L, null, VI);

        assertThat(assignments
                        .assign(officer, id, unit(BLOCK_1), null, null, VI)
                        .version())
                .isEqualTo(1);
        UUID plain = mark(inBlock1);
        assertThat(assignments.release(officer, plain, null, null, VI).version())
                .isZero();
    }

    @Test
    void aCommuneCanBeSetWhereTheAreaIsNotKnown() {
        UUID id = mark(northOfTown());

        IncidentView assigned = assignments.assign(officer, id, unit(NEW_TOWN), 0L, null, VI);

        assertThat(assigned.residentialArea()).isNull();
        assertThat(count(NEW_TOWN, DAY)).isEqualTo(1);
    }

    @Test
    void theRegisterFollowsTheAreaSoThatItsOfficersSeeIt() {
        AccountView district = officer("district", HUYEN_YEN_DINH);
        UUID id = mark(district, draft(inside("commune-15409-2019")));
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> register.get(officer, id, VI));

        assignments.assign(district, id, unit(BLOCK_1), 0L, null, VI);

        assertThat(register.get(officer, id, VI).residentialArea().id()).isEqualTo(unit(BLOCK_1));
        // He cannot push it out of his own sight.
        assertProblem(UserProblem.Kind.FORBIDDEN, () -> assignments.release(officer, id, 1L, null, VI));
        assignments.release(district, id, 1L, null, VI);
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> register.get(officer, id, VI));
    }

    @Test
    void onlyAreasOfTheDayAndOfTheAccount() {
        UUID id = mark(northOfTown());
        for (String key :
                List.of("hamlet-15394-khu-pho-1-2019", HUYEN_YEN_DINH, "commune-01447-2020", "commune-15409-2019")) {
            assertProblem(
                    UserProblem.Kind.UNPROCESSABLE, () -> assignments.assign(officer, id, unit(key), 0L, null, VI));
        }
    }

    @Test
    void onlyOfficersOfThePlaceWithThePresentVersion() {
        UUID id = mark(northOfTown());
        long area = unit(BLOCK_1);

        for (AccountView reader : List.of(leader(OLD_TOWN), planner(OLD_TOWN))) {
            assertProblem(UserProblem.Kind.FORBIDDEN, () -> assignments.assign(reader, id, area, 0L, null, VI));
            assertProblem(UserProblem.Kind.FORBIDDEN, () -> assignments.release(reader, id, 0L, null, VI));
        }
        AccountView other = officer("tra-linh", HUYEN_TRA_LINH);
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> assignments.assign(other, id, area, 0L, null, VI));
        assertProblem(UserProblem.Kind.VERSION_REQUIRED, () -> assignments.assign(officer, id, area, null, null, VI));
        assertProblem(UserProblem.Kind.STALE, () -> assignments.assign(officer, id, area, 7L, null, VI));
        register.withdraw(officer, id, 0L, VI);
        assertProblem(UserProblem.Kind.CONFLICT, () -> assignments.assign(officer, id, area, 1L, null, VI));
    }

    private static TestDraft draft(Point place) {
        return TestDraft.at(place, "2021-05-10T12:00:00+07:00");
    }

    private UUID mark(Point place) {
        return mark(draft(place));
    }

    private List<UUID> unassigned() {
        IncidentFilter filter =
                IncidentFilter.period(DAY, DAY).with(new IncidentFilter.Traits(null, null, null, null, true, null));
        return list.page(officer, filter, null, 100, VI).incidents().stream()
                .map(IncidentView::id)
                .toList();
    }

    private int count(String unitKey, LocalDate boundaryDay) {
        UnitLevel level = unitKey.startsWith("hamlet") ? UnitLevel.RESIDENTIAL_AREA : UnitLevel.COMMUNE;
        return counts.byUnit(officer, level, question(boundaryDay)).getOrDefault(unit(unitKey), 0);
    }

    private static IncidentCounts.Question question(LocalDate boundaryDay) {
        return IncidentCounts.Question.period(DAY, DAY, boundaryDay);
    }
}
