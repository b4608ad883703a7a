package vn.anttmap.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Turns typed coordinates into a place and notices swapped axes.
 *
 * <p>Vietnamese survey papers write X for north and Y for east, GIS programs the other way round; people mix them up.
 * In Vietnam the two cannot be taken for each other: a northing lies between 800 000 and 2 700 000 m and an easting
 * between 150 000 and 900 000 m (read in the order typed where both fit), a latitude between 6° and 24°, a longitude
 * between 102° and 118°. A wrong central meridian (a jump of about 77 km) is not noticed here: compare with the territory.
 */
public final class CoordinateGuard {

    private static final double MIN_NORTHING_METERS = 800_000;
    private static final double MAX_NORTHING_METERS = 2_700_000;
    private static final double MIN_EASTING_METERS = 150_000;
    private static final double MAX_EASTING_METERS = 900_000;

    /**
     * @param longitude EPSG:4326, degrees
     * @param latitude EPSG:4326, degrees
     * @param swapped the axes were typed the other way round; the place is the one meant
     */
    public record Place(double longitude, double latitude, boolean swapped) {}

    private CoordinateGuard() {}

    /**
     * @param system the numbers are in
     * @param x as on a survey paper: north in metres; latitude in degrees for a geographic system
     * @param y as on a survey paper: east in metres; longitude in degrees for a geographic system
     * @throws ImplausibleCoordinatesException if neither order gives a place in {@link VietnamBounds}
     */
    public static Place locate(CoordinateSystem system, double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new ImplausibleCoordinatesException(
                    ImplausibleCoordinatesException.Reason.NOT_A_NUMBER, "Both coordinates are needed, as numbers.");
        }
        boolean swappedFirst = system.isProjected() && !looksLikeNorthEast(x, y) && looksLikeNorthEast(y, x);
        Optional<Place> asTyped = inVietnam(system, y, x, false);
        Optional<Place> swapped = inVietnam(system, x, y, true);
        Optional<Place> place = swappedFirst ? swapped.or(() -> asTyped) : asTyped.or(() -> swapped);
        return place.orElseThrow(() -> new ImplausibleCoordinatesException(
                ImplausibleCoordinatesException.Reason.OUTSIDE_VIETNAM,
                (system.isProjected() ? "X (north) " + x + ", Y (east) " + y : "Latitude " + x + ", longitude " + y)
                        + " in " + system.code()
                        + " is not in Vietnam, nor with the two numbers exchanged; check the numbers and the reference"
                        + " system."));
    }

    /** As {@link #locate}, for EPSG:4326 in the order of this code base. */
    public static Place locateLongitudeLatitude(double longitude, double latitude) {
        return locate(CoordinateSystems.WGS84, latitude, longitude);
    }

    private static boolean looksLikeNorthEast(double north, double east) {
        return north >= MIN_NORTHING_METERS
                && north <= MAX_NORTHING_METERS
                && east >= MIN_EASTING_METERS
                && east <= MAX_EASTING_METERS;
    }

    private static Optional<Place> inVietnam(CoordinateSystem system, double east, double north, boolean swapped) {
        try {
            Coordinate place =
                    CoordinateTransform.between(system, CoordinateSystems.WGS84).transform(new Coordinate(east, north));
            return VietnamBounds.contains(place.x, place.y)
                    ? Optional.of(new Place(place.x, place.y, swapped))
                    : Optional.empty();
        } catch (CoordinateTransformException e) {
            return Optional.empty();
        }
    }
}
