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
        StringBuilder out = new StringBuilder();
        append(out, geometry, decimals, false);
        return out.toString();
    }

    /**
     * As {@link #write}, behind a text, in any system: what OGC API Features part 2 writes for a system that was asked for.
     *
     * @param geometry x east, y north, in any system
     * @param northFirst whether the system's register puts north (latitude) first
     * @throws IllegalArgumentException if a coordinate is not finite
     */
    public static void append(StringBuilder out, Geometry geometry, int decimals, boolean northFirst) {
        new GeoJsonWriter(out, decimals, northFirst).write(geometry);
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
