package vn.anttmap.density.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.density.DensityReport;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.DemoDataContract;

/** Grids over the demonstration's two places. */
abstract class GridContract extends DemoDataContract {

    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
    private static final LocalDate TO = LocalDate.of(2019, 8, 15);

    @Autowired
    GridDensity grids;

    @Autowired
    Territory territory;

    /** gis-data: of 45 incidents of the town 25 are exact, 13 by street and 7 by area. */
    @ParameterizedTest
    @EnumSource(GridShape.class)
    void theTownHasThirtyEightIncidentsInCellsAndSevenLeftOut(GridShape shape) {
        GridReport report = grids.report(officer("town", OLD_TOWN), shape, 150, question());

        assertThat(sum(report)).isEqualTo(38);
        assertThat(report.total()).isEqualTo(45);
        assertThat(report.notCounted()).isEqualTo(new DensityReport.NotCounted(7, 0));
        assertThat(report.zones())
                .containsExactly(new GridReport.Zone("Tỉnh Thanh Hoá", "EPSG:5897", "VN-2000 / TM-3 zone 482"));
        assertThat(report.leftOut()).isEmpty();
        // The boundary at hand measures 1.34 km².
        assertThat(report.cells().stream().mapToDouble(GridCell::areaSqKm).sum())
                .isCloseTo(1.34, within(0.005));
        // 592 days: one incident on a whole cell of 0.0225 km² are 1 / 0.0225 / (592 / 365.25) = 27.42 per km² and
        // year.
        assertThat(report.cells())
                .filteredOn(cell -> cell.coveredShare() == 1 && cell.count() == 1)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.incidentsPerSqKmYear()).isCloseTo(27.42, within(0.005)));
    }

    @Test
    void theSameCellIsTheSameOneInEveryRequest() {
        AccountView officer = account("both", Role.OFFICER, Set.of(), HUYEN_YEN_DINH, HUYEN_TRA_LINH);
        Map<String, GridCell> town = byId(grids.report(
                officer, GridShape.HEXAGON, 250, question().within(territory.ground(officer, unit(OLD_TOWN), TO))));
        Map<String, GridCell> all = byId(grids.report(officer, GridShape.HEXAGON, 250, question()));

        assertThat(town).isNotEmpty();
        assertThat(all.keySet()).containsAll(town.keySet()).hasSizeGreaterThan(1_000);
        town.forEach((id, cell) -> {
            assertThat(all.get(id).count()).isEqualTo(cell.count());
            assertThat(all.get(id).outline().equalsExact(cell.outline())).isTrue();
        });
        assertThat(all.keySet()).anyMatch(id -> id.startsWith("9210-hexagon-250-"));
    }

    @Test
    void groundWithoutARegisterHasNoCellsAndIsNamed() {
        GridReport report = grids.report(officer("district", HUYEN_YEN_DINH), GridShape.SQUARE, 500, question());

        assertThat(report.leftOut()).hasSize(28).allMatch(area -> area.reason().equals("register"));
        assertThat(report.cells().stream().mapToDouble(GridCell::areaSqKm).sum())
                .isCloseTo(1.34, within(0.005));
        assertThat(sum(report)).isEqualTo(38);
    }

    /** gis-data: 26 of 30 incidents of the district are exact or by street, 4 by area, 2 of these restricted. */
    @Test
    void restrictedCategoriesAreLeftOutAndTheReportSaysSo() {
        IncidentCounts.Question question = IncidentCounts.Question.period(LocalDate.of(2017, 1, 1), TO, TO);

        GridReport officers = grids.report(officer("tra-linh", HUYEN_TRA_LINH), GridShape.SQUARE, 1_000, question);
        GridReport trusted =
                grids.report(officerForRestricted("trusted", HUYEN_TRA_LINH), GridShape.SQUARE, 1_000, question);

        assertThat(officers.restrictedExcluded()).isTrue();
        assertThat(officers.total()).isEqualTo(28);
        assertThat(officers.notCounted()).isEqualTo(new DensityReport.NotCounted(2, 0));
        assertThat(trusted.restrictedExcluded()).isFalse();
        assertThat(trusted.total()).isEqualTo(30);
        assertThat(trusted.notCounted()).isEqualTo(new DensityReport.NotCounted(4, 0));
        assertThat(sum(officers)).isEqualTo(26).isEqualTo(sum(trusted));
    }

    @Test
    void withoutTheRightToPointsThereAreTheLevelsToUseInstead() {
        for (AccountView account : List.of(leader(OLD_TOWN), planner(OLD_TOWN))) {
            assertThatThrownBy(() -> grids.report(account, GridShape.SQUARE, 500, question()))
                    .isInstanceOfSatisfying(UserProblem.class, problem -> {
                        assertThat(problem.kind()).isEqualTo(UserProblem.Kind.FORBIDDEN);
                        assertThat(problem.key()).isEqualTo("finer-than-area");
                        assertThat(problem.extras().get("levels"))
                                .isEqualTo(List.of("residential-areas", "villages", "residential-blocks", "communes"));
                    });
        }
        AccountView granted = account("granted", Role.PLANNER, Set.of(Right.SEE_INCIDENT_POINTS), OLD_TOWN);
        assertThat(sum(grids.report(granted, GridShape.SQUARE, 500, question())))
                .isEqualTo(38);
    }

    @Test
    void aSizeThatMakesTooManyCellsIsRefusedWithOneThatWillDo() {
        AccountView officer = officer("tra-linh", HUYEN_TRA_LINH);

        assertThatThrownBy(() -> grids.report(officer, GridShape.SQUARE, 50, question()))
                .isInstanceOfSatisfying(UserProblem.class, problem -> {
                    assertThat(problem.key()).isEqualTo("grid-too-fine");
                    int size = (Integer) problem.extras().get("smallestSizeM");
                    assertThat(grids.report(officer, GridShape.SQUARE, size, question())
                                    .cells())
                            .hasSizeLessThanOrEqualTo(GridDensity.MOST_CELLS);
                });
        assertThatThrownBy(() -> grids.report(officer, GridShape.SQUARE, 49, question()))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.key()).isEqualTo("number-out-of-range"));
    }

    @Test
    void cellsThatWereAskedForBeforeAreTheSameAgainAndNotThoseOfWhoSeesMore() {
        AccountView district = officer("district", HUYEN_TRA_LINH, HUYEN_YEN_DINH);
        GridReport first = grids.report(district, GridShape.HEXAGON, 400, question());
        GridReport town = grids.report(officer("town", OLD_TOWN), GridShape.HEXAGON, 400, question());

        assertThat(grids.report(district, GridShape.HEXAGON, 400, question())).isEqualTo(first);
        assertThat(first.cells()).hasSizeGreaterThan(town.cells().size());
        assertThat(town.cells().stream().mapToDouble(GridCell::areaSqKm).sum()).isCloseTo(1.34, within(0.005));
        assertThat(sum(town)).isEqualTo(38);
        // Another period counts anew in the same cells.
        GridReport later = grids.report(
                officer("town", OLD_TOWN),
                GridShape.HEXAGON,
                400,
                IncidentCounts.Question.period(LocalDate.of(2019, 1, 1), TO, TO));
        assertThat(byId(later).keySet()).isEqualTo(byId(town).keySet());
        assertThat(sum(later)).isLessThan(38);
        assertThat(sum(grids.report(officer("town", OLD_TOWN), GridShape.HEXAGON, 400, question())))
                .isEqualTo(38);
    }

    @Test
    void aChangedBoundaryChangesTheCells() {
        AccountView officer = officer("town", OLD_TOWN);
        GridReport before = grids.report(officer, GridShape.SQUARE, 300, question());
        jdbc.execute("create table kept_boundary as select boundary from territorial_unit where unit_key = '" + OLD_TOWN
                + "'");
        try {
            boundaryOfTheOldTown("(select boundary from territorial_unit where unit_key = '" + NEW_TOWN + "')");
            GridReport changed = grids.report(officer, GridShape.SQUARE, 300, question());
            assertThat(changed.cells().stream().mapToDouble(GridCell::areaSqKm).sum())
                    .isGreaterThan(2);
        } finally {
            boundaryOfTheOldTown("(select boundary from kept_boundary)");
            jdbc.execute("drop table kept_boundary");
        }
        assertThat(grids.report(officer, GridShape.SQUARE, 300, question())).isEqualTo(before);
    }

    private void boundaryOfTheOldTown(String boundary) {
        jdbc.update("update territorial_unit set boundary = " + boundary + " where unit_key = ?", OLD_TOWN);
        jdbc.update("update territory_state set revision = revision + 1 where id = 1");
        territory.refresh();
    }

    private static IncidentCounts.Question question() {
        return IncidentCounts.Question.period(FROM, TO, TO);
    }

    private static int sum(GridReport report) {
        return report.cells().stream().mapToInt(GridCell::count).sum();
    }

    private static Map<String, GridCell> byId(GridReport report) {
        return report.cells().stream().collect(Collectors.toMap(GridCell::id, cell -> cell));
    }
}
