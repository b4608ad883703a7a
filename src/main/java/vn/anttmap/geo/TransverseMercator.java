package vn.anttmap.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.DefaultMathTransformFactory;

/**
 * The projection of a system of {@link CoordinateSystems}: degrees (longitude, latitude) to metres (east, north) on the
 * WGS 84 ellipsoid, which VN-2000 shares. Immutable, safe to share between threads.
 *
 * <p>GeoTools' transverse Mercator within 5° of the central meridian, where it agrees with PROJ within 0.1 mm. Its series
 * is 8 mm off at 9°, 5 cm at 11° and 34 cm at 15°, which is where Trường Sa lies in a national file; there Krüger's takes
 * over.
 *
 * <p>Made from our own parameters and not by {@code CRS.decode}: that starts a database of 33 MB, unpacked into the
 * temporary folder, to look up three numbers that a test compares with it anyway.
 */
final class TransverseMercator {

    private static final double GEOTOOLS_REACH_DEGREES = 5;

    /** A bit less than 5° at 24° north, so that both directions use the same series but for a narrow strip. */
    private static final double GEOTOOLS_REACH_METERS = 500_000;

    private static final double SEMI_MAJOR_METERS = 6_378_137.0;
    private static final double SEMI_MINOR_METERS = SEMI_MAJOR_METERS * (1 - 1 / 298.257223563);
    private static final double FALSE_EASTING_METERS = 500_000;

    private static final DefaultMathTransformFactory FACTORY = new DefaultMathTransformFactory();
    private static final Map<CoordinateSystem, TransverseMercator> CACHE = new ConcurrentHashMap<>();

    private final double centralMeridianDegrees;
    private final MathTransform forward;
    private final MathTransform inverse;
    private final KruegerTransverseMercator far;

    private TransverseMercator(CoordinateSystem system) {
        this.centralMeridianDegrees = system.centralMeridianDegrees();
        this.far = new KruegerTransverseMercator(system.centralMeridianDegrees(), system.scaleFactor());
        try {
            ParameterValueGroup parameters = FACTORY.getDefaultParameters("Transverse_Mercator");
            parameters.parameter("semi_major").setValue(SEMI_MAJOR_METERS);
            parameters.parameter("semi_minor").setValue(SEMI_MINOR_METERS);
            parameters.parameter("central_meridian").setValue(system.centralMeridianDegrees());
            parameters.parameter("latitude_of_origin").setValue(0.0);
            parameters.parameter("scale_factor").setValue(system.scaleFactor());
            parameters.parameter("false_easting").setValue(FALSE_EASTING_METERS);
            parameters.parameter("false_northing").setValue(0.0);
            this.forward = FACTORY.createParameterizedTransform(parameters);
            this.inverse = forward.inverse();
        } catch (FactoryException | TransformException e) {
            throw new IllegalStateException("transverse Mercator of " + system.code() + " cannot be made", e);
        }
    }

    /** @param system a projected one */
    static TransverseMercator of(CoordinateSystem system) {
        return CACHE.computeIfAbsent(system, TransverseMercator::new);
    }

    /** @param place longitude and latitude in degrees; replaced by east and north in metres */
    void toMeters(double[] place) throws TransformException {
        if (Math.abs(place[0] - centralMeridianDegrees) > GEOTOOLS_REACH_DEGREES) {
            far.toMeters(place);
        } else {
            forward.transform(place, 0, place, 0, 1);
        }
    }

    /** As {@link #toMeters(double[])} for many. @param xy longitude, latitude, longitude, …; replaced */
    void toMeters(double[] xy, int places) throws TransformException {
        if (!any(xy, places, centralMeridianDegrees, GEOTOOLS_REACH_DEGREES)) {
            forward.transform(xy, 0, xy, 0, places);
            return;
        }
        for (int i = 0; i < places; i++) {
            double[] place = {xy[2 * i], xy[2 * i + 1]};
            toMeters(place);
            System.arraycopy(place, 0, xy, 2 * i, 2);
        }
    }

    /** As {@link #toDegrees(double[])} for many. @param xy east, north, east, …; replaced */
    void toDegrees(double[] xy, int places) throws TransformException {
        if (!any(xy, places, FALSE_EASTING_METERS, GEOTOOLS_REACH_METERS)) {
            inverse.transform(xy, 0, xy, 0, places);
            return;
        }
        for (int i = 0; i < places; i++) {
            double[] place = {xy[2 * i], xy[2 * i + 1]};
            toDegrees(place);
            System.arraycopy(place, 0, xy, 2 * i, 2);
        }
    }

    /** Whether any lies farther from the middle than the reach. */
    private static boolean any(double[] xy, int places, double middle, double reach) {
        for (int i = 0; i < places; i++) {
            if (Math.abs(xy[2 * i] - middle) > reach) {
                return true;
            }
        }
        return false;
    }

    /** @param place east and north in metres; replaced by longitude and latitude in degrees */
    void toDegrees(double[] place) throws TransformException {
        if (Math.abs(place[0] - FALSE_EASTING_METERS) > GEOTOOLS_REACH_METERS) {
            far.toDegrees(place);
        } else {
            inverse.transform(place, 0, place, 0, 1);
        }
    }
}
