package vn.anttmap.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.web.util.HtmlUtils;

/**
 * The {@code .shp.xml} that ArcGIS shows as a shapefile's description, in the elements of FGDC-STD-001-1998: title, notes,
 * system, and each field with its full Vietnamese name.
 */
final class ShapefileMetadata {

    private ShapefileMetadata() {}

    static String of(ExportLayer layer, long rows, LocalDate today) {
        StringBuilder out = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metadata xml:lang=\"vi\">\n")
                .append("<idinfo><citation><citeinfo><pubdate>")
                .append(DateTimeFormatter.BASIC_ISO_DATE.format(today))
                .append("</pubdate>");
        element(out, "title", layer.title());
        out.append("</citeinfo></citation><descript>");
        element(out, "abstract", String.join("\n", layer.notes()));
        out.append("</descript></idinfo>\n<spref><horizsys>");
        element(out, layer.system().isProjected() ? "planar" : "geograph", system(layer));
        out.append("</horizsys></spref>\n<eainfo><detailed><enttyp>");
        element(out, "enttypl", layer.name());
        element(out, "enttypd", layer.title());
        element(out, "enttypc", String.valueOf(rows));
        out.append("</enttyp>\n");
        for (ExportField field : layer.fields()) {
            out.append("<attr>");
            element(out, "attrlabl", field.name());
            element(out, "attalias", field.titleWithUnit());
            element(
                    out,
                    "attrdef",
                    field.description() == null
                            ? field.titleWithUnit()
                            : field.titleWithUnit() + ". " + field.description());
            out.append("</attr>\n");
        }
        return out.append("</detailed></eainfo>\n</metadata>\n").toString();
    }

    private static String system(ExportLayer layer) {
        return layer.system().code() + " – " + layer.system().name();
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(HtmlUtils.htmlEscape(text, "UTF-8"))
                .append("</")
                .append(name)
                .append('>');
    }
}
