package vn.anttmap.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.DecimalText;
import vn.anttmap.geo.GeoJsonGeometry;

/**
 * A layer as a GeoJSON feature collection after RFC 7946: WGS 84, longitude first, outer rings counter-clockwise.
 *
 * <p>{@code bbox} stands at the end, when it is known; an object has no order. A file that breaks off lacks its closing
 * brackets, so that no reader takes it.
 */
final class GeoJsonFeatures implements FeatureWriter {

    /** A tenth of a millimetre. The seven that are common are a centimetre and would miss the millimetre promised. */
    static final int DECIMALS = 9;

    private final ExportLayer layer;
    private final TextOutput output;
    private final Envelope extent = new Envelope();
    private long rows;

    GeoJsonFeatures(ExportLayer layer, OutputStream target) {
        this.layer = layer;
        this.output = new TextOutput(target);
        StringBuilder out = output.text();
        out.append("{\"type\":\"FeatureCollection\",\"name\":");
        string(out, layer.name());
        out.append(",\"title\":");
        string(out, layer.title());
        out.append(",\"description\":");
        string(out, String.join(" ", layer.notes()));
        out.append(",\"features\":[");
    }

    @Override
    public void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException {
        StringBuilder out = output.text();
        out.append(rows == 0 ? "\n" : ",\n").append("{\"type\":\"Feature\",\"properties\":{");
        List<ExportField> fields = layer.fields();
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "\"" : ",\"").append(fields.get(i).name()).append("\":");
            Object value = FieldValues.of(fields.get(i), values[i]);
            if (value == null || value instanceof Number || value instanceof Boolean) {
                out.append(value);
            } else {
                string(out, value.toString());
            }
        }
        out.append("},\"geometry\":");
        if (wgs84 == null || wgs84.isEmpty()) {
            out.append("null}");
        } else {
            out.append(GeoJsonGeometry.write(wgs84, DECIMALS)).append('}');
            extent.expandToInclude(wgs84.getEnvelopeInternal());
        }
        rows++;
        output.endRow();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void finish() throws IOException {
        StringBuilder out = output.text();
        out.append("\n]");
        if (!extent.isNull()) {
            DecimalText degrees = new DecimalText(DECIMALS);
            out.append(",\"bbox\":[");
            degrees.append(out, extent.getMinX());
            degrees.append(out.append(','), extent.getMinY());
            degrees.append(out.append(','), extent.getMaxX());
            degrees.append(out.append(','), extent.getMaxY());
            out.append(']');
        }
        out.append("}\n");
        output.finish();
    }

    @Override
    public void close() {}

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ') {
                out.append(String.format("\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        out.append('"');
    }
}
