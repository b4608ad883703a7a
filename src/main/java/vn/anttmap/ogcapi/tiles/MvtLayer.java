package vn.anttmap.ogcapi.tiles;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a Mapbox Vector Tile 2.1. Names and values of attributes are written once each; attributes without a value
 * are left out.
 */
final class MvtLayer {

    static final int EXTENT = 4_096;

    private static final int LAYER = 3;
    private static final int FEATURE = 2;
    private static final int KEY = 3;
    private static final int VALUE = 4;

    private final String name;
    private final ProtoBytes features = new ProtoBytes();
    private final ProtoBytes keys = new ProtoBytes();
    private final ProtoBytes values = new ProtoBytes();
    private final Map<String, Integer> keyNumbers = new HashMap<>();
    private final Map<Object, Integer> valueNumbers = new HashMap<>();
    private int count;

    MvtLayer(String name) {
        this.name = name;
    }

    /** @param id a number that tells features apart; negative for none */
    void add(long id, MvtGeometry geometry, Map<String, ? extends @Nullable Object> attributes) {
        ProtoBytes feature = new ProtoBytes();
        if (id >= 0) {
            feature.field(1, id);
        }
        ProtoBytes tags = new ProtoBytes();
        attributes.forEach((key, value) -> {
            if (value != null) {
                tags.varint(keyNumber(key)).varint(valueNumber(value));
            }
        });
        feature.field(2, tags);
        feature.field(3, geometry.type());
        feature.field(4, geometry.commands());
        features.field(FEATURE, feature);
        count++;
    }

    private int keyNumber(String key) {
        return keyNumbers.computeIfAbsent(key, added -> {
            keys.field(KEY, added);
            return keyNumbers.size();
        });
    }

    /** A number and a text that look the same are two values; so are 1 and 1.0. */
    private int valueNumber(Object value) {
        Object same = value instanceof Integer number ? Long.valueOf(number) : value;
        return valueNumbers.computeIfAbsent(same, added -> {
            values.field(VALUE, encoded(added));
            return valueNumbers.size();
        });
    }

    private static ProtoBytes encoded(Object value) {
        ProtoBytes bytes = new ProtoBytes();
        if (value instanceof Long number) {
            return number >= 0 ? bytes.field(5, number) : bytes.field(6, number << 1 ^ number >> 63);
        }
        if (value instanceof Double number) {
            return bytes.field(3, number.doubleValue());
        }
        if (value instanceof Boolean yes) {
            return bytes.field(7, yes ? 1 : 0);
        }
        return bytes.field(1, value.toString());
    }

    int count() {
        return count;
    }

    /** About how many bytes the tile has by now. */
    int size() {
        return features.size() + keys.size() + values.size();
    }

    /** The whole tile, with this layer alone; no bytes without any feature. */
    byte[] tile() {
        if (count == 0) {
            return new byte[0];
        }
        ProtoBytes layer = new ProtoBytes();
        layer.field(15, 2).field(1, name);
        layer.append(features).append(keys).append(values);
        layer.field(5, EXTENT);
        return new ProtoBytes().field(LAYER, layer).toArray();
    }
}
