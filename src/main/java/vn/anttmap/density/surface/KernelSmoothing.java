package vn.anttmap.density.surface;

/** Spreads what lies in the cells of a grid with a kernel. Kernels are sampled at the centres of the cells. */
interface KernelSmoothing {

    static KernelSmoothing of(SurfaceKernel kernel, double bandwidthM, MetricGrid grid) {
        double cells = bandwidthM / grid.cellSizeM();
        return switch (kernel) {
            case QUARTIC -> new QuarticSmoothing(cells, grid.columns(), grid.rows());
            case GAUSSIAN -> new GaussianSmoothing(cells, grid.columns(), grid.rows());
        };
    }

    /**
     * @param mass of each cell, not negative
     * @return what arrives in each cell; what would lie outside the grid is lost
     */
    double[] smooth(double[] mass);
}
