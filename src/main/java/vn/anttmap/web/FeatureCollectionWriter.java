package vn.anttmap.web;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.Feature;
import vn.anttmap.geo.GeoJsonGeometry;

/** Writes features as a GeoJSON FeatureCollection (RFC 7946). */
@Component
class FeatureCollectionWriter {

    private final JsonMapper json;

    FeatureCollectionWriter(JsonMapper json) {
        this.json = json;
    }

    /** @param decimals decimals of a degree: 6 are 0.1 m, 4 are 11 m */
    byte[] write(Collection<Feature> features, int decimals) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("type", "FeatureCollection");
            out.writeArrayPropertyStart("features");
            for (Feature feature : features) {
                write(out, feature, decimals);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, Feature feature, int decimals) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeNumberProperty("id", feature.id());
        out.writeName("geometry");
        if (feature.geometry() == null) {
            out.writeNull();
        } else {
            out.writeRawValue(GeoJsonGeometry.write(feature.geometry(), decimals));
        }
        out.writeObjectPropertyStart("properties");
        feature.properties().forEach((name, value) -> {
            out.writeName(name);
            out.writePOJO(value instanceof LocalDate day ? day.toString() : value);
        });
        out.writeEndObject();
        out.writeEndObject();
    }
}
