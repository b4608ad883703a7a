package vn.anttmap.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.operation.DefaultMathTransformFactory;

/**
 * GeoTools' transverse Mercator for the systems of {@link CoordinateSystems}: degrees (longitude, latitude) to metres
 * (east, north) on the WGS 84 ellipsoid, which VN-2000 shares.
 *
 * <p>Made from our own parameters and not by {@code CRS.decode}: that starts a database of 33 MB, unpacked into the
 * temporary folder, to look up three numbers that a test compares with it anyway. GeoTools' series agrees with PROJ's
 * exact one within 0.1 mm up to 5° from the central meridian, 3 mm at 8° and 40 mm at 11°.
 */
final class TransverseMercatorProjections {

    private static final double SEMI_MAJOR_METERS = 6_378_137.0;
    private static final double SEMI_MINOR_METERS = SEMI_MAJOR_METERS * (1 - 1 / 298.257223563);
    private static final double FALSE_EASTING_METERS = 500_000;

    private static final DefaultMathTransformFactory FACTORY = new DefaultMathTransformFactory();
    private static final Map<CoordinateSystem, MathTransform> CACHE = new ConcurrentHashMap<>();

    private TransverseMercatorProjections() {}

    /** @param system a projected one */
    static MathTransform of(CoordinateSystem system) {
        return CACHE.computeIfAbsent(system, TransverseMercatorProjections::create);
    }

    private static MathTransform create(CoordinateSystem system) {
        try {
            ParameterValueGroup parameters = FACTORY.getDefaultParameters("Transverse_Mercator");
            parameters.parameter("semi_major").setValue(SEMI_MAJOR_METERS);
            parameters.parameter("semi_minor").setValue(SEMI_MINOR_METERS);
            parameters.parameter("central_meridian").setValue(system.centralMeridianDegrees());
            parameters.parameter("latitude_of_origin").setValue(0.0);
            parameters.parameter("scale_factor").setValue(system.scaleFactor());
            parameters.parameter("false_easting").setValue(FALSE_EASTING_METERS);
            parameters.parameter("false_northing").setValue(0.0);
            return FACTORY.createParameterizedTransform(parameters);
        } catch (FactoryException e) {
            throw new IllegalStateException("transverse Mercator of " + system.code() + " cannot be made", e);
        }
    }
}
