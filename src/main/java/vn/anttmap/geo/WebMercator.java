package vn.anttmap.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * The square world of web maps (EPSG:3857): positions as fractions of its side, x eastwards from 180° W, y southwards from
 * 85.0511° N, each from 0 to 1.
 */
public final class WebMercator {

    /** Half the side of the square, metres. */
    public static final double HALF_SIDE_METERS = Math.PI * 6_378_137;

    /** North and south end of the square, degrees. */
    public static final double LARGEST_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

    private WebMercator() {}

    /** @param longitude degrees */
    public static double x(double longitude) {
        return longitude / 360 + 0.5;
    }

    /** @param latitude degrees; beyond the ends of the square it counts as at the end */
    public static double y(double latitude) {
        double limited = Math.max(-LARGEST_LATITUDE, Math.min(LARGEST_LATITUDE, latitude));
        double sine = Math.sin(Math.toRadians(limited));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }

    /** Degrees. */
    public static double longitude(double x) {
        return (x - 0.5) * 360;
    }

    /** Degrees. */
    public static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
    }

    /** Degrees, of what lies between two corners of the square. */
    public static Envelope degrees(double fromX, double fromY, double toX, double toY) {
        return new Envelope(longitude(fromX), longitude(toX), latitude(toY), latitude(fromY));
    }
}
