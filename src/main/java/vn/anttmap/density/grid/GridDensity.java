package vn.anttmap.density.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.DensityReport;
import vn.anttmap.density.Rates;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentPoints;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Incidents with an exact or street place in the cells of a grid. */
@Service
public class GridDensity {

    public static final int SMALLEST_SIZE_M = 50;
    public static final int LARGEST_SIZE_M = 50_000;
    public static final int USUAL_SIZE_M = 500;

    /** What an answer may hold. */
    public static final int MOST_CELLS = 50_000;

    private static final List<String> COARSER_LEVELS = List.of(
            DensityLevel.RESIDENTIAL_AREAS.key(),
            DensityLevel.VILLAGES.key(),
            DensityLevel.RESIDENTIAL_BLOCKS.key(),
            DensityLevel.COMMUNES.key());

    private final CoveredGround ground;
    private final CellGrids grids;
    private final IncidentPoints points;
    private final IncidentCounts counts;

    GridDensity(CoveredGround ground, CellGrids grids, IncidentPoints points, IncidentCounts counts) {
        this.ground = ground;
        this.grids = grids;
        this.points = points;
        this.counts = counts;
    }

    /**
     * @param sizeM square root of the area of a cell, in metres
     * @throws UserProblem of kind FORBIDDEN, with the levels to use instead, for an account without exact places; INVALID for
     *     a size out of range; UNPROCESSABLE if there were more than {@value #MOST_CELLS} cells
     */
    public GridReport report(AccountView account, GridShape shape, int sizeM, IncidentCounts.Question question) {
        account.require(Right.READ_MAP);
        if (!account.has(Right.SEE_INCIDENT_POINTS)) {
            throw UserProblem.of(Kind.FORBIDDEN, "finer-than-area", String.join(", ", COARSER_LEVELS))
                    .with("levels", COARSER_LEVELS);
        }
        if (sizeM < SMALLEST_SIZE_M || sizeM > LARGEST_SIZE_M) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "sizeM", SMALLEST_SIZE_M, LARGEST_SIZE_M)
                    .at("sizeM", sizeM);
        }
        CoveredGround.Units units = ground.units(account, question);
        if (units.areaSqKm() * 1e6 / sizeM / sizeM > MOST_CELLS) {
            throw tooFine(units, sizeM);
        }
        List<CellGrid> provinces;
        try {
            provinces = grids.of(account, question, units, shape, sizeM);
        } catch (CellGrid.TooManyCells tooMany) {
            throw tooFine(units, sizeM);
        }
        List<CellTally> tallies = provinces.stream().map(CellTally::new).toList();
        IncidentPoints.Places places = points.find(account, question);
        int outside = tally(places, tallies);
        double years = Rates.years(question.from(), question.to());
        List<GridCell> cells = new ArrayList<>();
        tallies.forEach(tally -> addCells(tally, years, cells));
        return new GridReport(
                shape,
                sizeM,
                question.from(),
                question.to(),
                Rates.days(question.from(), question.to()),
                years,
                question.boundaryDay(),
                places.size() + places.leftOut(),
                new DensityReport.NotCounted(places.leftOut(), outside),
                counts.leavesOutRestricted(account),
                provinces.stream()
                        .map(province -> new GridReport.Zone(
                                province.province(),
                                province.system().code(),
                                province.system().name()))
                        .toList(),
                units.leftOut(),
                cells);
    }

    /** With a size that is a tenth larger than the area asks for, since cells on the border count as well. */
    private static UserProblem tooFine(CoveredGround.Units units, int sizeM) {
        double needed = 1.1 * Math.sqrt(units.areaSqKm() * 1e6 / MOST_CELLS);
        int size = (int) Math.ceil(Math.max(needed, sizeM * 1.1) / 10) * 10;
        return UserProblem.of(Kind.UNPROCESSABLE, "grid-too-fine", MOST_CELLS, size)
                .at("sizeM", sizeM)
                .with("smallestSizeM", size);
    }

    /** @return how many lie on no covered ground */
    private static int tally(IncidentPoints.Places places, List<CellTally> tallies) {
        boolean[] counted = new boolean[places.size()];
        for (CellTally tally : tallies) {
            if (places.size() == 0) {
                break;
            }
            int[] near = near(places, tally.grid().box(), counted);
            double[][] there = places.metres().in(tally.grid().system(), near);
            for (int place = 0; place < near.length; place++) {
                counted[near[place]] = tally.count(there[0][place], there[1][place]);
            }
        }
        int outside = 0;
        for (boolean one : counted) {
            outside += one ? 0 : 1;
        }
        return outside;
    }

    /** Places in the box that are not counted yet. */
    private static int[] near(IncidentPoints.Places places, Envelope box, boolean[] counted) {
        int[] near = new int[places.size()];
        int size = 0;
        for (int i = 0; i < near.length; i++) {
            if (!counted[i] && box.contains(places.longitudes()[i], places.latitudes()[i])) {
                near[size++] = i;
            }
        }
        return Arrays.copyOf(near, size);
    }

    private static void addCells(CellTally tally, double years, List<GridCell> cells) {
        CellGrid grid = tally.grid();
        for (int index : grid.cells().order()) {
            cells.add(new GridCell(grid, index, tally.places(index), years));
        }
    }
}
