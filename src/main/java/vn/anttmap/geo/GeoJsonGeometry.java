package vn.anttmap.geo;

import org.locationtech.jts.geom.Geometry;

/** Geometries as RFC 7946 texts: EPSG:4326, longitude first, outer rings counter-clockwise, no {@code crs} member. */
public final class GeoJsonGeometry {

    private GeoJsonGeometry() {}

    /**
     * @param geometry EPSG:4326; heights are left out
     * @param decimals of the degrees: 6 is a decimetre, 7 a centimetre; 0 to 12
     * @throws IllegalArgumentException if a coordinate is not finite
     */
    public static String write(Geometry geometry, int decimals) {
        return new GeoJsonWriter(decimals).write(geometry);
    }

    /**
     * @param json a GeoJSON geometry object; heights and a {@code crs} member are ignored, as RFC 7946 wants it
     * @return never empty, with SRID 4326; its validity (self-intersection) is not checked
     * @throws BadGeoJsonException if it is no GeoJSON geometry, or a position is no longitude and latitude
     */
    public static Geometry read(String json) {
        return GeoJsonReader.read(json);
    }
}
