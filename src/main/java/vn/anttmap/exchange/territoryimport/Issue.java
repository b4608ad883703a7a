package vn.anttmap.exchange.territoryimport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Something to be said about a feature or a place.
 *
 * @param key message key behind {@code import.issue.}
 * @param values of the message
 * @param place EPSG:4326; null where it has none
 * @param refuses whether the feature cannot be stored because of it
 */
record Issue(String key, List<String> values, @Nullable Coordinate place, boolean refuses) {

    static Issue refusal(String key, @Nullable Coordinate place, String... values) {
        return new Issue(key, List.of(values), place, true);
    }

    static Issue remark(String key, @Nullable Coordinate place, String... values) {
        return new Issue(key, List.of(values), place, false);
    }
}
