package vn.anttmap.geo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A GeoJSON feature.
 *
 * @param geometry EPSG:4326, longitude first; null for a feature without a place
 * @param properties in the order in which they are written
 */
public record Feature(long id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {

    public Feature {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
