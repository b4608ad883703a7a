package vn.anttmap.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A style as QGIS keeps it (QML): rules, since its graduated renderer leaves out what has no value; and the Vietnamese
 * titles of the fields.
 */
final class QmlStyle {

    private final StringBuilder out = new StringBuilder();
    private final ExportLayer layer;
    private final Theme theme;

    private QmlStyle(ExportLayer layer, Theme theme) {
        this.layer = layer;
        this.theme = theme;
    }

    static String of(ExportLayer layer, Theme theme) {
        return new QmlStyle(layer, theme).write();
    }

    private String write() {
        List<Theme.ColourClass> classes = theme.classes();
        out.append("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n")
                .append("<qgis version=\"3.22.0\" styleCategories=\"Symbology|Fields\">\n")
                .append(
                        "<renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\">\n")
                .append("<rules key=\"{rules}\">\n");
        for (int i = 0; i < classes.size(); i++) {
            rule(i, filter(classes.get(i)), classes.get(i).label());
        }
        rule(classes.size(), "ELSE", Theme.NO_DATA.label());
        out.append("</rules>\n<symbols>\n");
        for (int i = 0; i < classes.size(); i++) {
            symbol(i, classes.get(i).colour());
        }
        symbol(classes.size(), Theme.NO_DATA.colour());
        out.append("</symbols>\n</renderer-v2>\n<aliases>\n");
        for (int i = 0; i < layer.fields().size(); i++) {
            ExportField field = layer.fields().get(i);
            out.append("<alias index=\"")
                    .append(i + 1)
                    .append("\" field=\"")
                    .append(field.name())
                    .append("\" name=\"")
                    .append(escape(field.titleWithUnit()))
                    .append("\"/>\n");
        }
        return out.append("</aliases>\n</qgis>\n").toString();
    }

    private void rule(int number, String filter, String label) {
        out.append("<rule key=\"{rule-")
                .append(number)
                .append("}\" symbol=\"")
                .append(number)
                .append("\" filter=\"")
                .append(escape(filter))
                .append("\" label=\"")
                .append(escape(label))
                .append("\"/>\n");
    }

    private String filter(Theme.ColourClass colour) {
        String field = "\"" + theme.field() + "\"";
        if (colour.above() == null && colour.text() == null) {
            return field + " IS NOT NULL";
        }
        if (colour.above() == null) {
            return field + " = '" + String.valueOf(colour.text()).replace("'", "''") + "'";
        }
        return field + " > " + plain(colour.above()) + " AND " + field + " <= " + plain(colour.upTo());
    }

    private static String plain(@Nullable Double number) {
        return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    }

    private void symbol(int number, String colour) {
        switch (layer.kind()) {
            case POLYGON -> {
                begin("fill", number, "SimpleFill");
                property("color", rgba(colour, 230));
                property("style", "solid");
                property("outline_color", rgba("#5d6b7a", 255));
                property("outline_style", "solid");
                property("outline_width", "0.26");
                property("outline_width_unit", "MM");
            }
            case POLYLINE -> {
                begin("line", number, "SimpleLine");
                property("line_color", rgba(colour, 255));
                property("line_style", "solid");
                property("line_width", "1.2");
                property("line_width_unit", "MM");
                property("capstyle", "round");
            }
            case POINT -> {
                begin("marker", number, "SimpleMarker");
                property("name", "circle");
                property("color", rgba(colour, 255));
                property("outline_color", rgba("#ffffff", 255));
                property("outline_width", "0.4");
                property("size", "3");
                property("size_unit", "MM");
            }
        }
        out.append("</layer></symbol>\n");
    }

    private void begin(String type, int number, String symbolLayer) {
        out.append("<symbol type=\"")
                .append(type)
                .append("\" name=\"")
                .append(number)
                .append("\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer class=\"")
                .append(symbolLayer)
                .append("\" enabled=\"1\" locked=\"0\" pass=\"0\">");
    }

    private void property(String key, String value) {
        out.append("<prop k=\"").append(key).append("\" v=\"").append(value).append("\"/>");
    }

    private static String rgba(String colour, int opacity) {
        return Integer.parseInt(colour.substring(1, 3), 16)
                + "," + Integer.parseInt(colour.substring(3, 5), 16)
                + "," + Integer.parseInt(colour.substring(5, 7), 16)
                + "," + opacity;
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
