package vn.anttmap.density.grid;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.density.Rates;

/**
 * One cell with what was counted in it. Outline and name are made when they are asked for: who counts in thirty thousand
 * cells needs neither.
 */
public final class GridCell {

    private final CellGrid grid;
    private final int index;
    private final int count;
    private final double years;

    /** @param index of the cell in the grid */
    GridCell(CellGrid grid, int index, int count, double years) {
        this.grid = grid;
        this.index = index;
        this.count = count;
        this.years = years;
    }

    /**
     * The same for the same cell of any request, such as {@code 5897-hexagon-500-1230-4711}: EPSG code of the zone, shape,
     * size in metres, the two numbers of the cell.
     */
    public String id() {
        CoveredCells cells = grid.cells();
        GridShape.Cell cell = cell();
        return zone() + "-" + cells.shape().key() + "-" + (int) cells.size() + "-" + cell.column() + "-" + cell.row();
    }

    /** EPSG code of the zone. */
    public int zone() {
        return grid.system().srid();
    }

    public GridShape.Cell cell() {
        return grid.cells().cell(index);
    }

    /** In the zone, metres. */
    public Coordinate middle() {
        return grid.cells().shape().middle(cell(), grid.cells().size());
    }

    /** Of the whole cell, EPSG:4326. */
    public Polygon outline() {
        return grid.outline(index);
    }

    /** How much of the cell lies on ground whose register covers the period, above 0 up to 1. */
    public double coveredShare() {
        return grid.cells().share(index);
    }

    /** Of the covered share; the rate divides by it. */
    public double areaSqKm() {
        double sizeM = grid.cells().size();
        return coveredShare() * sizeM * sizeM / 1e6;
    }

    /** Incidents on the covered share. */
    public int count() {
        return count;
    }

    /** Null where the covered share is next to nothing. */
    public @Nullable Double incidentsPerSqKmYear() {
        return coveredShare() < 0.001 ? null : Rates.perYear(count, areaSqKm(), years);
    }

    /** Fewer than five incidents. */
    public boolean unstable() {
        return count < Rates.FEWEST_FOR_A_STABLE_RATE;
    }

    /** The same cell with the same figures. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GridCell cell
                && count == cell.count
                && years == cell.years
                && coveredShare() == cell.coveredShare()
                && id().equals(cell.id());
    }

    @Override
    public int hashCode() {
        return Objects.hash(cell(), count);
    }

    @Override
    public String toString() {
        return id() + " with " + count;
    }
}
