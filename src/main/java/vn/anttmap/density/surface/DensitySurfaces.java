package vn.anttmap.density.surface;

import java.util.Arrays;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.Rates;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentPoints;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.UnitLevel;

/** Surfaces of the density of incidents. */
@Service
public class DensitySurfaces {

    /** From fewer a rule has no bandwidth, and a surface would only say where each of them was. */
    public static final int FEWEST_INCIDENTS = 5;

    private final SurfaceWindows windows;
    private final IncidentPoints incidents;
    private final IncidentCounts counts;

    DensitySurfaces(SurfaceWindows windows, IncidentPoints incidents, IncidentCounts counts) {
        this.windows = windows;
        this.incidents = incidents;
        this.counts = counts;
    }

    /**
     * The surface of a period. Without the right to exact places it is made from the counts of residential areas, each
     * spread evenly over its ground and then smoothed: a function of those counts and of the boundaries, nothing more.
     *
     * @throws UserProblem if the register covers none of the ground, the ground lies in several provinces, incidents are
     *     too few, or bandwidth and cell size do not fit each other and the ground
     */
    @Transactional(readOnly = true)
    public Surface of(AccountView account, IncidentCounts.Question question, SurfaceSettings settings) {
        account.require(Right.READ_MAP);
        boolean fromPoints = account.has(Right.SEE_INCIDENT_POINTS);
        SurfaceWindow window =
                windows.find(account, fromPoints ? UnitLevel.COMMUNE : UnitLevel.RESIDENTIAL_AREA, question);
        Spread spread = fromPoints ? points(account, question, window) : areas(account, question, window);
        int used = (int) Math.round(spread.incidents());
        if (used < FEWEST_INCIDENTS) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "surface-too-few", used, FEWEST_INCIDENTS);
        }
        Bandwidth bandwidth = bandwidth(settings, spread, window);
        double cell = settings.cellSizeM() == null
                ? CellSize.choose(bandwidth.meters(), window.width(), window.height())
                : CellSize.checked(settings.cellSizeM(), bandwidth.meters(), window.width(), window.height());
        MetricGrid grid = window.grid(cell);
        int[] owner = WindowRaster.areaOfEachCell(grid, window.areas());
        boolean[] inside = new boolean[owner.length];
        for (int i = 0; i < owner.length; i++) {
            inside[i] = owner[i] != WindowRaster.NONE;
        }
        double[] density = KernelDensity.estimate(
                grid,
                spread.mass(grid, owner),
                inside,
                KernelSmoothing.of(settings.kernel(), bandwidth.meters(), grid),
                settings.correction());
        double perSqKmYear = 1e6 / Rates.years(question.from(), question.to());
        for (int i = 0; i < density.length; i++) {
            density[i] *= perSqKmYear;
        }
        IncidentCounts.Split split = counts.split(account, UnitLevel.RESIDENTIAL_AREA, question);
        return new Surface(
                question,
                settings,
                fromPoints,
                grid,
                density,
                inside,
                window.whole(),
                window.units().size(),
                window.uncovered(),
                bandwidth,
                used,
                split.total(),
                fromPoints ? split.inexact() : split.unknown(),
                counts.leavesOutRestricted(account));
    }

    private Spread points(AccountView account, IncidentCounts.Question question, SurfaceWindow window) {
        IncidentPoints.Places found = incidents.find(account, question);
        CoordinateTransform transform = CoordinateTransform.between(CoordinateSystems.WGS84, window.system());
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(window.whole());
        Envelope box = CoordinateTransform.between(window.system(), CoordinateSystems.WGS84)
                .transform(window.whole())
                .getEnvelopeInternal();
        double[] x = new double[found.size()];
        double[] y = new double[found.size()];
        int count = 0;
        for (int i = 0; i < found.size(); i++) {
            Coordinate wgs84 = new Coordinate(found.longitudes()[i], found.latitudes()[i]);
            // The box first: the projection of the zone holds for its own part of the country only.
            if (box.contains(wgs84)) {
                Coordinate place = transform.transform(wgs84);
                // Put into an area by hand, or where no register is complete, a place lies outside.
                if (locator.locate(place) != Location.EXTERIOR) {
                    x[count] = place.x;
                    y[count++] = place.y;
                }
            }
        }
        return new Spread.Points(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    private Spread areas(AccountView account, IncidentCounts.Question question, SurfaceWindow window) {
        Map<Long, Integer> byUnit = counts.byUnit(account, UnitLevel.RESIDENTIAL_AREA, question);
        double[] found = window.units().stream()
                .mapToDouble(unit -> byUnit.getOrDefault(unit.id(), 0))
                .toArray();
        return new Spread.Areas(found);
    }

    private static Bandwidth bandwidth(SurfaceSettings settings, Spread spread, SurfaceWindow window) {
        double least = Math.max(Bandwidth.LEAST_METERS, CellSize.leastBandwidth(window.width(), window.height()));
        Double wanted = settings.bandwidthM();
        if (wanted != null) {
            if (!(wanted >= least && wanted <= Bandwidth.MOST_METERS)) {
                throw UserProblem.of(Kind.INVALID, "number-out-of-range", "bandwidthM", least, Bandwidth.MOST_METERS)
                        .at("bandwidthM", wanted);
            }
            return Bandwidth.byHand(wanted);
        }
        Bandwidth scott = spread.scott(window);
        return scott.meters() >= least ? scott : new Bandwidth(least, scott.rule(), true);
    }
}
