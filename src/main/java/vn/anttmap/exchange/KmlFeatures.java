package vn.anttmap.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer as KML 2.2 (OGC 07-147r2): WGS 84, coloured as on the map, every attribute as typed extended data with its
 * Vietnamese name. A file that breaks off lacks its closing tags, so that no reader takes it.
 */
final class KmlFeatures implements FeatureWriter {

    private static final String NO_DATA = "khong-du-so-lieu";

    private final ExportLayer layer;
    private final TextOutput output;
    private final int label;
    private final @Nullable Theme theme;
    private final int themeField;
    private long rows;

    KmlFeatures(ExportLayer layer, OutputStream target) {
        this.layer = layer;
        this.output = new TextOutput(target);
        this.label = layer.indexOf(layer.labelField());
        this.theme = layer.themes().isEmpty() ? null : layer.themes().get(0);
        this.themeField = theme == null ? -1 : layer.indexOf(theme.field());
        head(output.text());
    }

    @Override
    public void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException {
        StringBuilder out = output.text();
        out.append("<Placemark>");
        List<ExportField> fields = layer.fields();
        if (label >= 0) {
            Object name = FieldValues.of(fields.get(label), values[label]);
            element(out, "name", name == null ? "" : name.toString());
        }
        if (theme != null) {
            Object value = FieldValues.of(fields.get(themeField), values[themeField]);
            int found = theme.classOf(value);
            out.append("<styleUrl>#")
                    .append(found < 0 ? NO_DATA : "mau-" + found)
                    .append("</styleUrl>");
        }
        out.append("<ExtendedData><SchemaData schemaUrl=\"#")
                .append(layer.name())
                .append("\">");
        for (int i = 0; i < fields.size(); i++) {
            Object value = FieldValues.of(fields.get(i), values[i]);
            if (value != null) {
                out.append("<SimpleData name=\"").append(fields.get(i).name()).append("\">");
                escape(out, value instanceof Boolean yes ? (yes ? "1" : "0") : value.toString());
                out.append("</SimpleData>");
            }
        }
        out.append("</SchemaData></ExtendedData>");
        if (wgs84 != null && !wgs84.isEmpty()) {
            KmlGeometry.append(out, wgs84);
        }
        out.append("</Placemark>\n");
        rows++;
        output.endRow();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void finish() throws IOException {
        output.text().append("</Document></kml>\n");
        output.finish();
    }

    @Override
    public void close() {}

    private void head(StringBuilder out) {
        out.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document id=\"")
                .append(layer.name())
                .append("-kml\">");
        element(out, "name", layer.title());
        element(out, "description", String.join("\n", layer.notes()));
        if (theme != null) {
            for (int i = 0; i < theme.classes().size(); i++) {
                style(out, "mau-" + i, theme.classes().get(i).colour());
            }
            style(out, NO_DATA, Theme.NO_DATA.colour());
        }
        out.append("<Schema name=\"")
                .append(layer.name())
                .append("\" id=\"")
                .append(layer.name())
                .append("\">");
        for (ExportField field : layer.fields()) {
            out.append("<SimpleField type=\"")
                    .append(type(field))
                    .append("\" name=\"")
                    .append(field.name())
                    .append("\">");
            element(out, "displayName", field.titleWithUnit());
            out.append("</SimpleField>");
        }
        out.append("</Schema>\n");
    }

    private static String type(ExportField field) {
        return switch (field.type()) {
            case TEXT, DATE, INSTANT -> "string";
            // KML's int has 32 bits.
            case INTEGER -> field.width() <= 9 ? "int" : "double";
            case DECIMAL -> "double";
            case LOGICAL -> "bool";
        };
    }

    /** KML writes colours as alpha, blue, green, red. */
    private void style(StringBuilder out, String id, String colour) {
        String bgr = colour.substring(5, 7) + colour.substring(3, 5) + colour.substring(1, 3);
        out.append("<Style id=\"").append(id).append("\">");
        switch (layer.kind()) {
            case POINT ->
                out.append("<IconStyle><color>ff")
                        .append(bgr)
                        .append("</color><scale>0.9</scale></IconStyle><LabelStyle><scale>0.8</scale></LabelStyle>");
            case POLYLINE ->
                out.append("<LineStyle><color>ff").append(bgr).append("</color><width>4</width></LineStyle>");
            case POLYGON ->
                out.append("<LineStyle><color>ff7a6b5d</color><width>1</width></LineStyle><PolyStyle><color>cc")
                        .append(bgr)
                        .append("</color></PolyStyle>");
        }
        out.append("</Style>");
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<').append(name).append('>');
        escape(out, text);
        out.append("</").append(name).append('>');
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.append(letter);
            }
        }
    }
}
