package vn.anttmap.gisdata;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A flat picture of some kilometres round an origin, in metres (x east, y north).
 *
 * <p>Good to about 1 % over a district: enough to draw invented shapes, not to measure real ones.
 */
final class LocalPlane {

    /** Length of one degree of latitude on a sphere of 6 371 km radius. */
    private static final double METERS_PER_DEGREE = 111_195;

    private static final GeometryFactory METERS = new GeometryFactory(new PrecisionModel(), 0);

    private final AffineTransformation toMeters;
    private final AffineTransformation toDegrees;

    LocalPlane(double longitude, double latitude) {
        double eastScale = METERS_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
        toMeters =
                AffineTransformation.translationInstance(-longitude, -latitude).scale(eastScale, METERS_PER_DEGREE);
        toDegrees = AffineTransformation.scaleInstance(1 / eastScale, 1 / METERS_PER_DEGREE)
                .translate(longitude, latitude);
    }

    static LocalPlane around(Geometry degrees) {
        Coordinate middle = degrees.getEnvelopeInternal().centre();
        return new LocalPlane(middle.x, middle.y);
    }

    Geometry toMeters(Geometry degrees) {
        return METERS.createGeometry(toMeters.transform(METERS.createGeometry(degrees)));
    }

    Coordinate toMeters(Coordinate degrees) {
        return toMeters.transform(degrees, new Coordinate());
    }

    /** Not rounded: noding does that. */
    Geometry toDegrees(Geometry meters) {
        return toDegrees.transform(meters);
    }

    /** Rounded to the grid of the files. */
    Coordinate toDegrees(Coordinate meters) {
        Coordinate degrees = toDegrees.transform(meters, new Coordinate());
        GeoJson.GRID.makePrecise(degrees);
        return degrees;
    }
}
