package vn.anttmap.boundarychange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Something to be said before a change is stored.
 *
 * @param key message key behind {@code boundary-change.concern.}
 * @param values of the message
 * @param place EPSG:4326; null where it has none
 * @param refuses whether nothing can be stored because of it
 */
record Concern(String key, List<String> values, @Nullable Coordinate place, boolean refuses) {

    static Concern refusal(String key, String... values) {
        return new Concern(key, List.of(values), null, true);
    }

    static Concern remark(String key, @Nullable Coordinate place, String... values) {
        return new Concern(key, List.of(values), place, false);
    }
}
