package vn.anttmap.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;

/** Geometries as RFC 7946 texts: EPSG:4326, longitude first, outer rings counter-clockwise, no {@code crs} member. */
public final class GeoJsonGeometry {

    private GeoJsonGeometry() {}

    /**
     * @param geometry EPSG:4326; heights are left out
     * @param decimals of the degrees: 6 is a decimetre, 7 a centimetre
     */
    public static String write(Geometry geometry, int decimals) {
        GeoJsonWriter writer = new GeoJsonWriter(decimals);
        writer.setEncodeCRS(false);
        writer.setForceCCW(true);
        return writer.write(geometry);
    }

    /**
     * @param json a GeoJSON geometry object; a {@code crs} member is ignored, as RFC 7946 wants it
     * @return with SRID 4326
     * @throws BadGeoJsonException if it is no GeoJSON geometry, or a position is no longitude and latitude
     */
    public static Geometry read(String json) {
        Geometry geometry;
        try {
            geometry = new GeoJsonReader(Wgs84.FACTORY).read(json);
        } catch (ParseException | RuntimeException e) {
            // The reader casts what it finds: wrong types come as ClassCastException or NullPointerException.
            throw new BadGeoJsonException("This is not a GeoJSON geometry: " + e.getMessage(), e);
        }
        if (geometry == null) {
            throw new BadGeoJsonException("This is not a GeoJSON geometry: it has no known type.");
        }
        for (Coordinate place : geometry.getCoordinates()) {
            // Written so that NaN fails as well.
            if (!(Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90)) {
                throw new BadGeoJsonException("The position [" + place.x + ", " + place.y
                        + "] is no longitude and latitude; send degrees, longitude first.");
            }
        }
        return Wgs84.FACTORY.createGeometry(geometry);
    }
}
