package vn.anttmap.density.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.grid.GridCell;
import vn.anttmap.density.grid.GridDensity;
import vn.anttmap.density.grid.GridOutline;
import vn.anttmap.density.grid.GridReport;
import vn.anttmap.density.grid.GridShape;
import vn.anttmap.density.statistics.PointNeighbours;
import vn.anttmap.density.statistics.SpatialWeights;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Cells of a grid as a sample. Those less than half of which lies on covered ground are left out: they hold too little. */
@Component
class GridSamples {

    private static final double LEAST_SHARE = 0.5;

    /** Keeps the zones of two provinces apart, whose coordinates overlap. */
    private static final double BETWEEN_ZONES_M = 1e7;

    private final GridDensity grids;

    GridSamples(GridDensity grids) {
        this.grids = grids;
    }

    HotSpotSample of(
            AccountView account,
            String level,
            GridShape shape,
            int sizeM,
            IncidentCounts.Question question,
            HotSpotSettings settings) {
        HotSpotSettings.Basis basis = settings.basis() == null ? HotSpotSettings.Basis.COUNT : settings.basis();
        if (basis == HotSpotSettings.Basis.PER_1000) {
            throw UserProblem.of(Kind.INVALID, "hotspot-cells-without-inhabitants")
                    .at("basis", HotSpotSettings.key(basis));
        }
        GridReport report = grids.report(account, shape, sizeM, question);
        List<GridCell> cells = report.cells().stream()
                .filter(cell -> cell.coveredShare() >= LEAST_SHARE)
                .toList();
        int counted = cells.stream().mapToInt(GridCell::count).sum();
        int inCells = report.cells().stream().mapToInt(GridCell::count).sum();
        return new HotSpotSample(
                level,
                sizeM,
                basis,
                cells.stream().map(cell -> member(cell, basis)).toList(),
                used -> neighbours(shape, cells, used),
                report.total(),
                new vn.anttmap.density.DensityReport.NotCounted(
                        report.notCounted().tooInexact(), report.notCounted().outsideAreas() + inCells - counted),
                report.restrictedExcluded(),
                report.leftOut().stream()
                        .map(area -> new HotSpotReport.LeftOut(area.id(), area.fullName(), area.reason()))
                        .toList(),
                report.cells().size() - cells.size());
    }

    private static HotSpotSample.Member member(GridCell cell, HotSpotSettings.Basis basis) {
        double value = basis == HotSpotSettings.Basis.COUNT
                ? cell.count()
                : Objects.requireNonNull(cell.incidentsPerSqKmYear(), "a cell of half its size has a rate");
        return new HotSpotSample.Member(
                cell.id(), null, null, null, cell.count(), value, GridOutline.of(cell.outline()));
    }

    private static HotSpotSample.Neighbours neighbours(
            GridShape shape, List<GridCell> cells, HotSpotSettings settings) {
        return switch (settings.weights()) {
            case QUEEN -> new HotSpotSample.Neighbours(touching(shape, cells, true), null);
            case ROOK -> new HotSpotSample.Neighbours(touching(shape, cells, false), null);
            case DISTANCE -> AreaSamples.withinDistance(points(cells), settings);
            case NEAREST -> new HotSpotSample.Neighbours(points(cells).nearest(settings.neighbours()), null);
        };
    }

    private record Place(int zone, GridShape.Cell cell) {}

    private static SpatialWeights touching(GridShape shape, List<GridCell> cells, boolean corners) {
        Map<Place, Integer> numbers = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            numbers.put(new Place(cells.get(i).zone(), cells.get(i).cell()), i);
        }
        int[][] found = new int[cells.size()][];
        for (int i = 0; i < found.length; i++) {
            int zone = cells.get(i).zone();
            found[i] = Arrays.stream(shape.around(cells.get(i).cell(), corners))
                    .map(cell -> numbers.get(new Place(zone, cell)))
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return SpatialWeights.of(found);
    }

    private static PointNeighbours points(List<GridCell> cells) {
        List<Integer> zones = new ArrayList<>();
        double[] x = new double[cells.size()];
        double[] y = new double[cells.size()];
        for (int i = 0; i < x.length; i++) {
            GridCell cell = cells.get(i);
            if (!zones.contains(cell.zone())) {
                zones.add(cell.zone());
            }
            x[i] = cell.middle().x + zones.indexOf(cell.zone()) * BETWEEN_ZONES_M;
            y[i] = cell.middle().y;
        }
        return new PointNeighbours(x, y);
    }
}
