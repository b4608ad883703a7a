package vn.anttmap.ogcapi.tiles;

import org.locationtech.jts.geom.Envelope;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * A tile of WebMercatorQuad.
 *
 * @param zoom from 0, the whole world
 * @param row from the north
 * @param column from 180° W
 */
record TileAddress(int zoom, int row, int column) {

    /** A unit of a tile is then 4 cm. */
    static final int LARGEST_ZOOM = 18;

    /** @throws UserProblem of kind NOT_FOUND saying which tiles there are */
    static TileAddress of(String zoom, String row, String column) {
        int z = number(zoom, LARGEST_ZOOM);
        int last = z < 0 ? 0 : (1 << z) - 1;
        int y = number(row, last);
        int x = number(column, last);
        if (z < 0 || y < 0 || x < 0) {
            throw UserProblem.of(Kind.NOT_FOUND, "tile-unknown", LARGEST_ZOOM, String.valueOf(last))
                    .at("tile", zoom + "/" + row + "/" + column);
        }
        return new TileAddress(z, y, x);
    }

    /** The number; negative where it is none, or larger than allowed. */
    private static int number(String text, int largest) {
        if (!text.matches("[0-9]{1,7}")) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number <= largest ? number : -1;
    }

    /** @param margin units of the tile around it */
    Envelope degrees(int margin) {
        double tiles = 1L << zoom;
        double more = (double) margin / MvtLayer.EXTENT;
        return WebMercator.degrees(
                (column - more) / tiles, (row - more) / tiles, (column + 1 + more) / tiles, (row + 1 + more) / tiles);
    }
}
