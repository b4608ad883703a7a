package vn.anttmap.density.surface;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a surface is asked for, beside its period.
 *
 * @param category code; all without it
 * @param severity code; all without it
 * @param within a unit of any day: only what its territory comes to on the boundary day
 * @param boundaryDay the day whose units the ground is made of, yyyy-mm-dd; the period's last without it
 * @param kernel {@code quartic} or {@code gaussian}
 * @param correction {@code diggle} or {@code uniform}
 * @param bandwidthM standard deviation of the kernel, metres; by Scott's rule without it
 * @param cellSizeM side of a cell, metres
 * @param breaks limits between classes, incidents per km² and year, such as {@code 1,2,5}
 */
public record SurfaceQuery(
        @Nullable String category,
        @Nullable String severity,
        @Nullable Long within,
        java.time.@Nullable LocalDate boundaryDay,
        @Schema(defaultValue = "quartic") @Nullable String kernel,
        @Schema(defaultValue = "diggle") @Nullable String correction,
        @Nullable Double bandwidthM,
        @Nullable Double cellSizeM,
        @Nullable String breaks) {

    SurfaceSettings settings() {
        return new SurfaceSettings(
                kernel == null ? SurfaceKernel.QUARTIC : SurfaceKernel.ofKey(kernel),
                correction == null ? EdgeCorrection.DIGGLE : EdgeCorrection.ofKey(correction),
                bandwidthM,
                cellSizeM,
                breaks == null ? null : SurfaceClasses.parse(breaks));
    }
}
