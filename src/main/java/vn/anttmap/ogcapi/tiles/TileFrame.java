package vn.anttmap.ogcapi.tiles;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.WebMercator;

/**
 * Brings geometry in EPSG:4326 into one tile: projected, put on a grid, clipped to the tile and a margin around it.
 *
 * <p>The grid is that of the whole zoom and not of the tile, and each vertex goes to its nearest grid place whichever
 * area it belongs to. So neighbours that share a vertex share its place, in every tile: there are neither gaps nor
 * overlaps between them, and what a tile shows of an area depends on nothing but that area.
 */
final class TileFrame {

    /** Units around the tile in which geometry goes on, so that lines and symbols are not cut at its edge. */
    static final int BUFFER = 64;

    /** From here on places are exact to the unit. */
    static final int EXACT_ZOOM = 14;

    /** Units between places of the grid below that zoom: at 512 pixels a tile, half a pixel. */
    static final int COARSE_STEP = 4;

    private final TileAddress address;
    private final double side;
    private final int step;
    private final RingClip clip = new RingClip(-BUFFER, MvtLayer.EXTENT + BUFFER);
    private final Places projected = new Places();
    private final Places tidy = new Places();
    private final Places clipped = new Places();

    TileFrame(TileAddress address) {
        this.address = address;
        this.side = (double) MvtLayer.EXTENT * (1L << address.zoom());
        this.step = address.zoom() >= EXACT_ZOOM ? 1 : COARSE_STEP;
    }

    /** Degrees, of the tile with its margin. */
    Envelope degrees() {
        return address.degrees(BUFFER);
    }

    /** Units from the west edge of the tile. */
    int x(double longitude) {
        return grid(WebMercator.x(longitude)) - address.column() * MvtLayer.EXTENT;
    }

    /** Units from the north edge of the tile. */
    int y(double latitude) {
        return grid(WebMercator.y(latitude)) - address.row() * MvtLayer.EXTENT;
    }

    private int grid(double fraction) {
        return (int) Math.floor(fraction * side / step + 0.5) * step;
    }

    /**
     * Polygons of the tile. An area that is smaller than the grid becomes a square of one step, in the one tile that its
     * place lies in, so that it is still there to be counted; a part or a hole that is smaller becomes nothing.
     *
     * @return null where nothing of it lies in the tile
     */
    @Nullable MvtGeometry polygons(Geometry area) {
        MvtGeometry into = MvtGeometry.polygons();
        boolean anyArea = false;
        for (int part = 0; part < area.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) area.getGeometryN(part);
            if (polygon.isEmpty()) {
                continue;
            }
            if (!ring(polygon.getExteriorRing())) {
                continue;
            }
            anyArea = true;
            if (!toClipped()) {
                continue;
            }
            into.addRing(clipped, false);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                if (ring(polygon.getInteriorRingN(i)) && toClipped()) {
                    into.addRing(clipped, true);
                }
            }
        }
        if (!anyArea) {
            return dot(area);
        }
        return into.isEmpty() ? null : into;
    }

    private @Nullable MvtGeometry dot(Geometry area) {
        Coordinate place = area.getCoordinate();
        if (place == null) {
            return null;
        }
        int x = x(place.x);
        int y = y(place.y);
        if (!inTile(x, y)) {
            return null;
        }
        Places square = new Places();
        square.add(x, y);
        square.add(x + step, y);
        square.add(x + step, y + step);
        square.add(x, y + step);
        MvtGeometry into = MvtGeometry.polygons();
        into.addRing(square, false);
        return into;
    }

    /** Lines of the tile; null where nothing of it lies in the tile. */
    @Nullable MvtGeometry lines(Geometry course) {
        MvtGeometry into = MvtGeometry.lines();
        for (int part = 0; part < course.getNumGeometries(); part++) {
            project((LineString) course.getGeometryN(part), false);
            projected.tidyLine(tidy);
            clip.line(tidy, into::addLine);
        }
        return into.isEmpty() ? null : into;
    }

    /** A place of the tile or its margin; null elsewhere. */
    @Nullable MvtGeometry point(double longitude, double latitude) {
        int x = x(longitude);
        int y = y(latitude);
        return x < -BUFFER || y < -BUFFER || x > MvtLayer.EXTENT + BUFFER || y > MvtLayer.EXTENT + BUFFER
                ? null
                : MvtGeometry.point(x, y);
    }

    private static boolean inTile(int x, int y) {
        return x >= 0 && y >= 0 && x < MvtLayer.EXTENT && y < MvtLayer.EXTENT;
    }

    private boolean ring(LinearRing ring) {
        project(ring, true);
        projected.tidyRing(tidy);
        return tidy.size() > 0 && tidy.doubleArea() != 0;
    }

    private boolean toClipped() {
        clip.ring(tidy, projected);
        projected.tidyRing(clipped);
        return clipped.size() > 0 && clipped.doubleArea() != 0;
    }

    private void project(LineString line, boolean closed) {
        projected.clear();
        CoordinateSequence places = line.getCoordinateSequence();
        int count = closed ? places.size() - 1 : places.size();
        for (int i = 0; i < count; i++) {
            projected.addOther(x(places.getX(i)), y(places.getY(i)));
        }
    }
}
