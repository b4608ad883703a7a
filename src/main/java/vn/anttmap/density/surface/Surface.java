package vn.anttmap.density.surface;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.territory.Unit;

/**
 * A density of incidents on a grid.
 *
 * @param fromPoints whether it comes from exact places, or from the counts of residential areas spread over their ground
 * @param values incidents per km² and year of each cell; also of those outside the ground, where they have no meaning and
 *     only let contours run up to the border
 * @param inside whether the middle of each cell lies in the ground
 * @param ground where the register covers the period, in the grid's system
 * @param areas how many units the ground is made of
 * @param uncovered units that were asked for and have too few data
 * @param used incidents the surface was made from
 * @param total incidents of the period on the ground that was asked for
 * @param tooInexact those of them whose place is not exact enough
 * @param restrictedExcluded whether incidents of restricted categories are left out
 */
public record Surface(
        IncidentCounts.Question question,
        SurfaceSettings settings,
        boolean fromPoints,
        MetricGrid grid,
        double[] values,
        boolean[] inside,
        Geometry ground,
        int areas,
        List<Unit> uncovered,
        Bandwidth bandwidth,
        int used,
        int total,
        int tooInexact,
        boolean restrictedExcluded) {

    /** Those whose place lies near the border, outside the ground or where the register is not complete. */
    public int outside() {
        return Math.max(0, total - tooInexact - used);
    }

    /** The highest value inside, incidents per km² and year. */
    public double maximum() {
        double maximum = 0;
        for (int i = 0; i < values.length; i++) {
            if (inside[i]) {
                maximum = Math.max(maximum, values[i]);
            }
        }
        return maximum;
    }

    /** What the surface comes to over ground and period: the number of incidents, where edges are corrected after Diggle. */
    public double mass(double years) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += inside[i] ? values[i] : 0;
        }
        return sum * grid.cellAreaSqM() / 1e6 * years;
    }

    SurfaceClasses classes() {
        return SurfaceClasses.of(settings.breaks(), maximum());
    }
}
