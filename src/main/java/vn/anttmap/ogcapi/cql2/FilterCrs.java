package vn.anttmap.ogcapi.cql2;

import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;

/**
 * The reference system of the coordinates in a filter ({@code filter-crs}).
 *
 * @param geographic whether a box may go across the antimeridian, its west side greater than its east side
 * @param toLongitudeLatitude from the axes as the system orders them to longitude, latitude in degrees; may throw an
 *     {@link IllegalArgumentException} for what the system cannot hold
 */
public record FilterCrs(boolean geographic, UnaryOperator<Coordinate> toLongitudeLatitude) {

    /** What a filter is in without {@code filter-crs}: WGS 84, longitude first. */
    public static final FilterCrs CRS84 = new FilterCrs(true, UnaryOperator.identity());

    /** EPSG:4326 with its own order of axes: latitude first. */
    public static final FilterCrs EPSG_4326 = new FilterCrs(true, place -> new Coordinate(place.y, place.x));

    boolean isCrs84() {
        return this == CRS84;
    }
}
