package vn.anttmap.density.surface;

import java.util.Arrays;

/** The incidents a surface is made from, as they come to lie on a grid. */
sealed interface Spread {

    double incidents();

    /** @param owner for each cell the position of its area, as {@link WindowRaster} tells it */
    double[] mass(MetricGrid grid, int[] owner);

    Bandwidth scott(SurfaceWindow window);

    /** Each at its place, metres. */
    record Points(double[] x, double[] y) implements Spread {

        @Override
        public double incidents() {
            return x.length;
        }

        @Override
        public double[] mass(MetricGrid grid, int[] owner) {
            double[] mass = new double[grid.cells()];
            for (int i = 0; i < x.length; i++) {
                mass[grid.cellAt(x[i], y[i])]++;
            }
            return mass;
        }

        @Override
        public Bandwidth scott(SurfaceWindow window) {
            double[] ones = new double[x.length];
            Arrays.fill(ones, 1);
            return Bandwidth.scott(x, y, ones);
        }
    }

    /** The number of each area, evenly over the cells of the area. */
    record Areas(double[] counts) implements Spread {

        @Override
        public double incidents() {
            return Arrays.stream(counts).sum();
        }

        @Override
        public double[] mass(MetricGrid grid, int[] owner) {
            int[] cells = new int[counts.length];
            for (int area : owner) {
                if (area != WindowRaster.NONE) {
                    cells[area]++;
                }
            }
            double[] mass = new double[grid.cells()];
            for (int i = 0; i < mass.length; i++) {
                if (owner[i] != WindowRaster.NONE) {
                    mass[i] = counts[owner[i]] / cells[owner[i]];
                }
            }
            return mass;
        }

        /** From the spread mass and never from the places, which would show through the bandwidth. */
        @Override
        public Bandwidth scott(SurfaceWindow window) {
            MetricGrid grid = window.grid(CellSize.before(window.width(), window.height()));
            double[] mass = mass(grid, WindowRaster.areaOfEachCell(grid, window.areas()));
            double[] x = new double[mass.length];
            double[] y = new double[mass.length];
            for (int i = 0; i < mass.length; i++) {
                x[i] = grid.centerX(i % grid.columns());
                y[i] = grid.centerY(i / grid.columns());
            }
            return Bandwidth.scott(x, y, mass);
        }
    }
}
