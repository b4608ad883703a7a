package vn.anttmap.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Something to be said about a drawing.
 *
 * @param key message key behind {@code drawing.finding.}
 * @param weight whether it can be stored all the same
 * @param values of the message; numbers in m² or m
 * @param sizeSqM of the ground in question; null where it is no ground
 * @param place EPSG:4326; null where it has none
 * @param shape the ground in question, for the map; null where there is none
 */
record Finding(
        String key,
        Weight weight,
        List<Object> values,
        @Nullable Double sizeSqM,
        @Nullable Coordinate place,
        @Nullable Geometry shape) {

    enum Weight {
        /** It cannot be stored like this. */
        REFUSES,
        /** It can be stored by somebody who has seen this. */
        REMARK,
        /** What will happen. */
        NOTE
    }

    static Finding refusal(String key, @Nullable Coordinate place, Object... values) {
        return new Finding(key, Weight.REFUSES, List.of(values), null, place, null);
    }

    static Finding remark(String key, @Nullable Coordinate place, Object... values) {
        return new Finding(key, Weight.REMARK, List.of(values), null, place, null);
    }

    boolean refuses() {
        return weight == Weight.REFUSES;
    }
}
