package vn.anttmap.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.ogcapi.cql2.FilterCrs;

/**
 * A reference system by its address, with the order of axes that the EPSG register gives it: latitude first for the
 * geographic ones, easting first for all projected ones here (coordinate system 4400).
 *
 * @param uri such as {@code http://www.opengis.net/def/crs/EPSG/0/9210}
 * @param system null for Web Mercator, which the service itself does not work in
 * @param northFirst whether north (latitude) comes before east (longitude)
 */
record OgcCrs(String uri, String name, @Nullable CoordinateSystem system, boolean northFirst) {

    static final OgcCrs CRS84 =
            new OgcCrs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "WGS 84", CoordinateSystems.WGS84, false);

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    private static final List<OgcCrs> ALL = all();

    private static final double RADIUS_METERS = 6_378_137;

    /** Where Web Mercator ends. */
    private static final double LAST_LATITUDE = 85.06;

    private static final int DECIMALS_OF_DEGREES = 9;
    private static final int DECIMALS_OF_METERS = 4;

    private static List<OgcCrs> all() {
        List<OgcCrs> all = new ArrayList<>();
        all.add(CRS84);
        all.add(of(CoordinateSystems.WGS84));
        all.add(of(CoordinateSystems.VN2000));
        all.add(new OgcCrs(EPSG + "3857", "WGS 84 / Pseudo-Mercator", null, false));
        CoordinateSystems.list().stream()
                .filter(CoordinateSystem::isProjected)
                .map(OgcCrs::of)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static OgcCrs of(CoordinateSystem system) {
        return new OgcCrs(EPSG + system.srid(), system.name(), system, !system.isProjected());
    }

    /** All of them, CRS84 first, which is the default. */
    static List<OgcCrs> list() {
        return ALL;
    }

    /** @param code of the EPSG register */
    static Optional<OgcCrs> find(int code) {
        return ALL.stream().filter(system -> system.uri.equals(EPSG + code)).findFirst();
    }

    /** Whether its unit is the degree. */
    boolean geographic() {
        return system != null && !system.isProjected();
    }

    /** As the header {@code Content-Crs} wants it. */
    String header() {
        return "<" + uri + ">";
    }

    /** A tenth of a millimetre. */
    int decimals() {
        return geographic() ? DECIMALS_OF_DEGREES : DECIMALS_OF_METERS;
    }

    /**
     * @param wgs84 EPSG:4326, longitude first
     * @return in this system, x east, y north whatever the order of axes
     */
    Geometry fromWgs84(Geometry wgs84) {
        return system == null
                ? each(wgs84, OgcCrs::toMercator)
                : CoordinateTransform.between(CoordinateSystems.WGS84, system).transformOrSame(wgs84);
    }

    /**
     * @param geometry in this system, x east, y north whatever the order of axes
     * @return EPSG:4326, longitude first
     */
    Geometry toWgs84(Geometry geometry) {
        return system == null
                ? each(geometry, OgcCrs::fromMercator)
                : CoordinateTransform.between(system, CoordinateSystems.WGS84).transformOrSame(geometry);
    }

    /** For the coordinates of a filter, in the order of this system's axes. */
    FilterCrs ofFilter() {
        if (this == CRS84) {
            return FilterCrs.CRS84;
        }
        return new FilterCrs(geographic(), place -> {
            Coordinate eastNorth = northFirst ? new Coordinate(place.y, place.x) : new Coordinate(place.x, place.y);
            Coordinate degrees = toWgs84(Wgs84.FACTORY.createPoint(eastNorth)).getCoordinate();
            if (degrees == null || !Double.isFinite(degrees.x) || !Double.isFinite(degrees.y)) {
                throw new IllegalArgumentException("not in the system");
            }
            return degrees;
        });
    }

    private static Geometry each(Geometry geometry, Function<Coordinate, Coordinate> change) {
        GeometryTransformer transformer = new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence places, Geometry parent) {
                Coordinate[] changed = new Coordinate[places.size()];
                for (int i = 0; i < changed.length; i++) {
                    changed[i] = change.apply(places.getCoordinate(i));
                }
                return createCoordinateSequence(changed);
            }
        };
        return transformer.transform(geometry);
    }

    private static Coordinate toMercator(Coordinate degrees) {
        double latitude = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, degrees.y));
        return new Coordinate(
                RADIUS_METERS * Math.toRadians(degrees.x),
                RADIUS_METERS * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)));
    }

    private static Coordinate fromMercator(Coordinate meters) {
        return new Coordinate(
                Math.toDegrees(meters.x / RADIUS_METERS),
                Math.toDegrees(2 * Math.atan(Math.exp(meters.y / RADIUS_METERS)) - Math.PI / 2));
    }
}
