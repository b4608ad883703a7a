package vn.anttmap.density.surface;

/**
 * Kernel estimate of a density on a grid, as spatstat's {@code density.ppp} defines it: places count in the middle of
 * their cell, the kernel is sampled at the distances between middles, the window is the cells whose middle lies in it.
 */
final class KernelDensity {

    /** Below this part of a kernel nothing is divided: it is rounding. */
    private static final double SMALLEST_PART = 1e-12;

    private KernelDensity() {}

    /**
     * @param mass of each cell
     * @param window whether each cell belongs to the ground that is looked at
     * @return mass per square metre in every cell, also in those outside the window, where it only goes on smoothly
     */
    static double[] estimate(
            MetricGrid grid, double[] mass, boolean[] window, KernelSmoothing kernel, EdgeCorrection correction) {
        double[] ones = new double[window.length];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = window[i] ? 1 : 0;
        }
        double[] inside = kernel.smooth(ones);
        double[] density =
                switch (correction) {
                    case DIGGLE -> kernel.smooth(divided(mass, inside));
                    case UNIFORM -> divided(kernel.smooth(mass), inside);
                };
        for (int i = 0; i < density.length; i++) {
            density[i] /= grid.cellAreaSqM();
        }
        return density;
    }

    private static double[] divided(double[] values, double[] parts) {
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i] == 0 || parts[i] < SMALLEST_PART ? 0 : values[i] / parts[i];
        }
        return result;
    }
}
