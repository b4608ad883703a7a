package vn.anttmap.density.surface;

import vn.anttmap.geo.CoordinateSystem;

/**
 * Square cells in a projected system. Column 0 is the western, row 0 the southern one; the cell at column c and row r has
 * index r · columns + c.
 *
 * @param system projected, metres
 * @param westM edge of column 0, a whole multiple of the cell size: the same place lies in the same cell in every answer
 * @param southM edge of row 0, the same
 * @param cellSizeM side of a cell
 */
public record MetricGrid(
        CoordinateSystem system, double westM, double southM, double cellSizeM, int columns, int rows) {

    /** The cells that touch a box, metres. */
    static MetricGrid around(
            CoordinateSystem system, double minX, double minY, double maxX, double maxY, double cellSizeM) {
        double west = Math.floor(minX / cellSizeM);
        double south = Math.floor(minY / cellSizeM);
        int columns = (int) Math.max(1, Math.ceil(maxX / cellSizeM) - west);
        int rows = (int) Math.max(1, Math.ceil(maxY / cellSizeM) - south);
        return new MetricGrid(system, west * cellSizeM, south * cellSizeM, cellSizeM, columns, rows);
    }

    public int cells() {
        return columns * rows;
    }

    public double eastM() {
        return westM + columns * cellSizeM;
    }

    public double northM() {
        return southM + rows * cellSizeM;
    }

    public double cellAreaSqM() {
        return cellSizeM * cellSizeM;
    }

    double centerX(int column) {
        return westM + (column + 0.5) * cellSizeM;
    }

    double centerY(int row) {
        return southM + (row + 0.5) * cellSizeM;
    }

    /** The cell that a place lies in; for one outside the grid the nearest. */
    int cellAt(double x, double y) {
        int column = (int) Math.floor((x - westM) / cellSizeM);
        int row = (int) Math.floor((y - southM) / cellSizeM);
        return Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column));
    }
}
