package vn.anttmap.density.surface;

import org.jspecify.annotations.Nullable;

/**
 * How a surface is made.
 *
 * @param bandwidthM standard deviation of the kernel in metres; null for Scott's rule
 * @param cellSizeM side of a cell in metres; null for what suits bandwidth and ground
 * @param breaks limits between the classes, incidents per km² and year, ascending; null for round ones below the maximum
 */
public record SurfaceSettings(
        SurfaceKernel kernel,
        EdgeCorrection correction,
        @Nullable Double bandwidthM,
        @Nullable Double cellSizeM,
        double @Nullable [] breaks) {

    public static final SurfaceSettings USUAL =
            new SurfaceSettings(SurfaceKernel.QUARTIC, EdgeCorrection.DIGGLE, null, null, null);
}
