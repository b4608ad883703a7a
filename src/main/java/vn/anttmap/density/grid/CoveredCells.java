package vn.anttmap.density.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The cells of one grid that lie on a ground, and how much of each does, as plain arrays in the order of rows and columns.
 * Does not change, and is safe to share between threads.
 */
final class CoveredCells {

    /** Of a border that places are looked up by: a corner, and what the index of edges has for it. */
    private static final int BYTES_OF_A_CORNER = 160;

    private final GridShape shape;
    private final double size;
    private final int[] columns;
    private final int[] rows;
    private final double[] shares;
    private final int[] order;

    /** Where each row from the first on begins in the arrays, and after the last one where they end. */
    private final int[] rowStarts;

    private final int firstRow;

    /** The polygons that places in cells on the border are looked up in. */
    private final STRtree borders = new STRtree();

    private final int borderCorners;

    private static final class Found {
        private final int order;
        private double share;

        Found(int order) {
            this.order = order;
        }
    }

    /**
     * @param ground polygons in metres that do not overlap
     * @param most cells that there may be
     * @throws CellGrid.TooManyCells if there are more
     */
    CoveredCells(GridShape shape, double size, List<? extends Geometry> ground, int most) {
        this.shape = shape;
        this.size = size;
        Map<GridShape.Cell, Found> found = new LinkedHashMap<>();
        List<List<Found>> byArea = new ArrayList<>();
        for (Geometry area : ground) {
            List<Found> partial = new ArrayList<>();
            CellShares.of(shape, size, area, (column, row, share) -> {
                Found cell = found.computeIfAbsent(new GridShape.Cell(column, row), key -> new Found(found.size()));
                cell.share = Math.min(1, cell.share + share);
                if (share < 1) {
                    partial.add(cell);
                }
                if (found.size() > most) {
                    throw new CellGrid.TooManyCells();
                }
            });
            byArea.add(partial);
        }
        List<Map.Entry<GridShape.Cell, Found>> sorted = new ArrayList<>(found.entrySet());
        sorted.sort(Comparator.comparingInt((Map.Entry<GridShape.Cell, Found> entry) ->
                        entry.getKey().row())
                .thenComparingInt(entry -> entry.getKey().column()));
        columns = new int[sorted.size()];
        rows = new int[sorted.size()];
        shares = new double[sorted.size()];
        order = new int[sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            GridShape.Cell cell = sorted.get(i).getKey();
            Found value = sorted.get(i).getValue();
            columns[i] = cell.column();
            rows[i] = cell.row();
            value.share = value.share > 1 - CellShares.LEAST ? 1 : value.share;
            shares[i] = value.share;
            order[value.order] = i;
        }
        firstRow = rows.length == 0 ? 0 : rows[0];
        rowStarts = new int[rows.length == 0 ? 1 : rows[rows.length - 1] - firstRow + 2];
        for (int row : rows) {
            rowStarts[row - firstRow + 1]++;
        }
        for (int row = 1; row < rowStarts.length; row++) {
            rowStarts[row] += rowStarts[row - 1];
        }
        borderCorners = addBorders(ground, byArea);
    }

    /** Areas whose cells are all covered, by them or with their neighbours, need not be asked. */
    private int addBorders(List<? extends Geometry> ground, List<List<Found>> byArea) {
        int corners = 0;
        for (int i = 0; i < ground.size(); i++) {
            if (byArea.get(i).stream().anyMatch(cell -> cell.share < 1)) {
                Geometry area = ground.get(i);
                IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
                // It builds its index when it is first asked, which is not for several threads.
                locator.locate(area.getCoordinate());
                corners += area.getNumPoints();
                borders.insert(area.getEnvelopeInternal(), locator);
            }
        }
        borders.build();
        return corners;
    }

    /** @return the number of the cell on whose covered share the place lies, −1 for none */
    int at(double x, double y) {
        GridShape.Cell cell = shape.at(x, y, size);
        int index = index(cell.column(), cell.row());
        return index >= 0 && (shares[index] == 1 || onGround(x, y)) ? index : -1;
    }

    private int index(int column, int row) {
        int place = row - firstRow;
        if (place < 0 || place + 1 >= rowStarts.length) {
            return -1;
        }
        int from = rowStarts[place];
        int to = rowStarts[place + 1];
        if (from == to) {
            return -1;
        }
        // Most rows have no gap.
        int guess = from + column - columns[from];
        if (guess >= from && guess < to && columns[guess] == column) {
            return guess;
        }
        return Arrays.binarySearch(columns, from, to, column);
    }

    private boolean onGround(double x, double y) {
        Coordinate place = new Coordinate(x, y);
        for (Object border : borders.query(new Envelope(place))) {
            if (((IndexedPointInAreaLocator) border).locate(place) != Location.EXTERIOR) {
                return true;
            }
        }
        return false;
    }

    GridShape shape() {
        return shape;
    }

    /** Square root of a cell's area, metres. */
    double size() {
        return size;
    }

    /** How many cells there are; they are numbered from 0. */
    int count() {
        return columns.length;
    }

    GridShape.Cell cell(int index) {
        return new GridShape.Cell(columns[index], rows[index]);
    }

    /** @see GridCell#coveredShare() */
    double share(int index) {
        return shares[index];
    }

    /** The numbers of the cells in the order in which the ground's areas have them. */
    int[] order() {
        return order.clone();
    }

    /** What it holds, about. */
    long bytes() {
        return 20L * count() + 4L * rowStarts.length + (long) BYTES_OF_A_CORNER * borderCorners;
    }
}
