package vn.anttmap.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** The system every geometry is stored in: EPSG:4326, x = longitude, y = latitude, degrees. */
public final class Wgs84 {

    public static final int SRID = 4326;

    /** Floating precision; every geometry it makes carries SRID 4326, which PostGIS does not check by itself. */
    public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

    private Wgs84() {}

    /**
     * @throws IllegalArgumentException if a value is not finite, or is no longitude (−180 to 180) or latitude (−90 to 90)
     */
    public static Point point(double longitude, double latitude) {
        // Written so that NaN fails as well.
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("longitude " + longitude + ", latitude " + latitude
                    + " is no place on Earth; send degrees, longitude first");
        }
        return FACTORY.createPoint(new Coordinate(longitude, latitude));
    }
}
