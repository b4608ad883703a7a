package vn.anttmap.density.surface;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.CoordinateSystems;

/** The kernel estimate for measuring it from outside its package: from places and boundary to the value of every cell. */
public final class BenchmarkedSurface {

    private final Spread.Points points;
    private final Geometry ground;
    private final MetricGrid grid;

    /** @param ground its box begins at a whole multiple of the cell size */
    public BenchmarkedSurface(double[] x, double[] y, Geometry ground, double cellSizeM) {
        this.points = new Spread.Points(x, y);
        this.ground = ground;
        Envelope box = ground.getEnvelopeInternal();
        this.grid = MetricGrid.around(
                CoordinateSystems.get("EPSG:5897"),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                cellSizeM);
    }

    public int cells() {
        return grid.cells();
    }

    /** @return per square metre, from row 0 in the south; NaN outside the ground */
    public double[] estimate(String kernel, double bandwidthM, String correction) {
        int[] owner = WindowRaster.areaOfEachCell(grid, List.of(ground));
        boolean[] inside = new boolean[owner.length];
        for (int i = 0; i < owner.length; i++) {
            inside[i] = owner[i] != WindowRaster.NONE;
        }
        double[] density = KernelDensity.estimate(
                grid,
                points.mass(grid, owner),
                inside,
                KernelSmoothing.of(SurfaceKernel.ofKey(kernel), bandwidthM, grid),
                EdgeCorrection.ofKey(correction));
        for (int i = 0; i < density.length; i++) {
            density[i] = inside[i] ? density[i] : Double.NaN;
        }
        return density;
    }
}
