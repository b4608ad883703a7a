package vn.anttmap.boundarychange;

import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import vn.anttmap.geo.Wgs84;

/** A boundary in a kept plan: WKB in hexadecimal digits, so that no digit is lost. */
final class HexGeometry {

    private HexGeometry() {}

    static final class Writer extends ValueSerializer<MultiPolygon> {

        @Override
        public void serialize(MultiPolygon boundary, JsonGenerator json, SerializationContext context) {
            json.writeString(WKBWriter.toHex(new WKBWriter().write(boundary)));
        }
    }

    static final class Reader extends ValueDeserializer<MultiPolygon> {

        @Override
        public MultiPolygon deserialize(JsonParser json, DeserializationContext context) {
            try {
                return (MultiPolygon) new WKBReader(Wgs84.FACTORY).read(WKBReader.hexToBytes(json.getString()));
            } catch (ParseException e) {
                throw new IllegalStateException("a kept boundary cannot be read", e);
            }
        }
    }
}
