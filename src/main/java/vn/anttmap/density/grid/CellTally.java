package vn.anttmap.density.grid;

/** How many places were put into each cell of a grid, for one question. */
final class CellTally {

    private final CellGrid grid;
    private final int[] places;

    CellTally(CellGrid grid) {
        this.grid = grid;
        places = new int[grid.cells().count()];
    }

    /** @return whether the place, in metres, lies on the ground, and so was counted */
    boolean count(double x, double y) {
        int index = grid.cells().at(x, y);
        if (index < 0) {
            return false;
        }
        places[index]++;
        return true;
    }

    /** @param index of a cell of the grid */
    int places(int index) {
        return places[index];
    }

    CellGrid grid() {
        return grid;
    }
}
