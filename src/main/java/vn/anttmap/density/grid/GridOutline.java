package vn.anttmap.density.grid;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * The outline of a cell as a GeoJSON geometry.
 *
 * @param type {@code Polygon}
 * @param coordinates one ring, counter-clockwise, longitude first, degrees of WGS 84 with 7 decimals (a centimetre)
 */
public record GridOutline(String type, double[][][] coordinates) {

    /** @param polygon EPSG:4326 without holes */
    public static GridOutline of(Polygon polygon) {
        Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
        double[][] places = new double[ring.length][];
        for (int i = 0; i < ring.length; i++) {
            places[i] = new double[] {rounded(ring[i].x), rounded(ring[i].y)};
        }
        return new GridOutline("Polygon", new double[][][] {places});
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }
}
