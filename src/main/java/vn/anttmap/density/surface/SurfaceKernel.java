package vn.anttmap.density.surface;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * How an incident is spread around its place. For both the bandwidth is the standard deviation along each axis, as in
 * spatstat, so that the same bandwidth smooths equally with either.
 */
public enum SurfaceKernel {
    /**
     * (1 − r²/h²)² inside the radius h, nothing outside. Its variance along an axis is h²/8, so h = √8 bandwidths.
     *
     * @see <a href="https://ned.ipac.caltech.edu/level5/March02/Silverman/paper.pdf">Silverman 1986, Density Estimation,
     *     §4.2.1</a>
     */
    QUARTIC("quartic", Math.sqrt(8)),
    /** exp(−r²/(2 bandwidth²)), never quite zero; nearly all of it lies within three bandwidths. */
    GAUSSIAN("gaussian", 3);

    private final String key;
    private final double radii;

    SurfaceKernel(String key, double radii) {
        this.key = key;
        this.radii = radii;
    }

    public String key() {
        return key;
    }

    /** How far an incident is felt: where the quartic kernel ends; within it 98.9 % of a Gaussian one. Metres. */
    public double reachM(double bandwidthM) {
        return radii * bandwidthM;
    }

    /** @throws UserProblem naming the known kernels */
    public static SurfaceKernel ofKey(String key) {
        return Arrays.stream(values())
                .filter(kernel -> kernel.key.equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(values()).map(SurfaceKernel::key).collect(Collectors.joining(", ")))
                        .at("kernel", key));
    }
}
