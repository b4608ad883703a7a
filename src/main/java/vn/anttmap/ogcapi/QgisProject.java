package vn.anttmap.ogcapi;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A project of QGIS 3.22 with the layers of one account: collections of OGC API Features as they are, and areas in the
 * colours of the map from vector tiles. It holds neither a name nor a password: layers name the sign-in {@value #SIGN_IN},
 * which each person makes in QGIS once.
 */
final class QgisProject {

    /** The id of a sign-in is chosen by the person and has seven letters or digits. */
    static final String SIGN_IN = "anttmap";

    /** The newest release of the line that was tried; newer ones open older projects without a word. */
    private static final String VERSION = "3.22.16";

    private static final String LINE = "93,107,122,255";

    /** As on the map page, palette.js. */
    private static final List<String> DENSITY_COLOURS =
            List.of("219,233,246,255", "169,203,232,255", "106,165,214,255", "47,119,184,255", "13,69,131,255");

    /** Incidents per km² and year; on the page limits follow the data on view. */
    private static final List<Integer> DENSITY_LIMITS = List.of(1, 5, 10, 20);

    /** As on the map page, palette.js. */
    private static final Map<String, String> STATUS_COLOURS = statusColours();

    private final List<Layer> layers = new ArrayList<>();
    private final String base;

    /** @param base the address of the service without a slash at the end */
    QgisProject(String base) {
        this.base = base;
    }

    private record Layer(
            String id,
            String name,
            String provider,
            String source,
            boolean checked,
            @Nullable String geometry,
            List<Class> classes) {}

    /** What a feature of a tile is painted with. @param expression of QGIS */
    private record Class(String name, String expression, String colour) {}

    private static Map<String, String> statusColours() {
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("recognised", "134,196,150,255");
        colours.put("not_recognised", "238,148,104,255");
        colours.put("under_review", "243,207,91,255");
        colours.put("self_assessed", "247,223,144,255");
        colours.put("registered", "251,241,201,255");
        colours.put("not_registered", "228,230,233,255");
        colours.put("not_considered", "255,255,255,255");
        return colours;
    }

    /** @param geometry polygon, line or point; null for a table */
    QgisProject collection(String key, String name, @Nullable String geometry, boolean checked) {
        layers.add(new Layer(
                "antt_" + key.replace('-', '_'),
                name,
                "OAPIF",
                "url='" + base + "/ogc' typename='" + key + "' authcfg=" + SIGN_IN
                        + " pagingEnabled='true' restrictToRequestBBOX='1' pageSize='1000'",
                checked,
                geometry == null ? "none" : geometry,
                List.of()));
        return this;
    }

    QgisProject density(String key, String name, LocalDate from, LocalDate to, boolean checked) {
        List<Class> classes = new ArrayList<>();
        for (int i = 0; i <= DENSITY_LIMITS.size(); i++) {
            String above = i == 0
                    ? "\"incidentsPerSqKmYear\" >= 0"
                    : "\"incidentsPerSqKmYear\" > " + DENSITY_LIMITS.get(i - 1);
            boolean last = i == DENSITY_LIMITS.size();
            classes.add(new Class(
                    last
                            ? "> " + DENSITY_LIMITS.get(i - 1)
                            : (i == 0 ? "0" : DENSITY_LIMITS.get(i - 1)) + " – " + DENSITY_LIMITS.get(i),
                    last ? above : above + " AND \"incidentsPerSqKmYear\" <= " + DENSITY_LIMITS.get(i),
                    DENSITY_COLOURS.get(i)));
        }
        return tiles(key, "density", "from=" + from + "&to=" + to, name, checked, classes);
    }

    QgisProject status(String key, String name, int year, Map<String, String> words) {
        List<Class> classes = new ArrayList<>();
        STATUS_COLOURS.forEach((status, colour) ->
                classes.add(new Class(words.getOrDefault(status, status), "\"status\" = '" + status + "'", colour)));
        return tiles(key, "status", "year=" + year, name, false, classes);
    }

    private QgisProject tiles(
            String key, String theme, String query, String name, boolean checked, List<Class> classes) {
        String address = base + "/ogc/collections/" + key + "/" + theme + "/tiles/WebMercatorQuad/{z}/{y}/{x}?" + query;
        layers.add(new Layer(
                "antt_" + key.replace('-', '_') + "_" + theme,
                name,
                "vectortile",
                "authcfg=" + SIGN_IN + "&type=xyz&url=" + URLEncoder.encode(address, StandardCharsets.UTF_8)
                        + "&zmax=18&zmin=0",
                checked,
                null,
                classes));
        return this;
    }

    String xml(String title) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeDTD("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
            start(xml, "qgis", "version", VERSION, "projectname", title);
            element(xml, "title", title);
            xml.writeStartElement("projectCrs");
            system(xml, "EPSG:3857");
            xml.writeEndElement();
            xml.writeStartElement("layer-tree-group");
            for (Layer layer : layers) {
                start(
                        xml,
                        "layer-tree-layer",
                        "id",
                        layer.id(),
                        "name",
                        layer.name(),
                        "providerKey",
                        layer.provider(),
                        "source",
                        layer.source(),
                        "checked",
                        layer.checked() ? "Qt::Checked" : "Qt::Unchecked",
                        "expanded",
                        "0");
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeStartElement("projectlayers");
            for (Layer layer : layers) {
                layer(xml, layer);
            }
            xml.writeEndElement();
            // Without it QGIS passes over the system of the project.
            xml.writeStartElement("properties");
            xml.writeStartElement("SpatialRefSys");
            start(xml, "ProjectionsEnabled", "type", "int");
            xml.writeCharacters("1");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string takes every text.", e);
        }
        return text.toString();
    }

    private static void layer(XMLStreamWriter xml, Layer layer) throws XMLStreamException {
        String geometry = layer.geometry();
        if (geometry == null) {
            start(xml, "maplayer", "type", "vector-tile");
        } else {
            // Without the scale of reference QGIS takes 0, at which lines have no width.
            start(xml, "maplayer", "type", "vector", "geometry", word(geometry), "symbologyReferenceScale", "-1");
        }
        element(xml, "id", layer.id());
        element(xml, "datasource", layer.source());
        element(xml, "layername", layer.name());
        xml.writeStartElement("srs");
        system(xml, geometry == null ? "EPSG:3857" : "EPSG:4326");
        xml.writeEndElement();
        element(xml, "provider", layer.provider());
        if (geometry == null) {
            tileClasses(xml, layer);
        } else if (!geometry.equals("none")) {
            start(xml, "renderer-v2", "type", "singleSymbol", "referencescale", "-1");
            xml.writeStartElement("symbols");
            symbol(xml, geometry, plain(geometry));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void tileClasses(XMLStreamWriter xml, Layer layer) throws XMLStreamException {
        String inTile =
                layer.id().replaceFirst("^antt_(.*)_(density|status)$", "$1").replace('_', '-');
        start(xml, "renderer", "type", "basic");
        xml.writeStartElement("styles");
        for (Class one : layer.classes()) {
            start(
                    xml,
                    "style",
                    "name",
                    one.name(),
                    "layer",
                    inTile,
                    "geometry",
                    "2",
                    "enabled",
                    "1",
                    "min-zoom",
                    "-1",
                    "max-zoom",
                    "-1",
                    "expression",
                    one.expression());
            xml.writeStartElement("symbols");
            symbol(xml, "polygon", fill(one.colour()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String word(String geometry) {
        return switch (geometry) {
            case "polygon" -> "Polygon";
            case "line" -> "Line";
            case "point" -> "Point";
            default -> "No geometry";
        };
    }

    private static Map<String, String> plain(String geometry) {
        return switch (geometry) {
            case "polygon" -> fill("255,255,255,0");
            case "line" -> options("line_color", "162,72,15,255", "line_width", "0.8", "capstyle", "round");
            default ->
                options("color", "178,42,34,255", "outline_color", "255,255,255,255", "size", "2.4", "name", "circle");
        };
    }

    private static Map<String, String> fill(String colour) {
        return options(
                "color",
                colour,
                "style",
                "solid",
                "outline_color",
                LINE,
                "outline_width",
                "0.2",
                "outline_style",
                "solid");
    }

    private static Map<String, String> options(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private static void symbol(XMLStreamWriter xml, String geometry, Map<String, String> options)
            throws XMLStreamException {
        String type = geometry.equals("polygon") ? "fill" : geometry.equals("line") ? "line" : "marker";
        String drawn =
                geometry.equals("polygon") ? "SimpleFill" : geometry.equals("line") ? "SimpleLine" : "SimpleMarker";
        start(xml, "symbol", "type", type, "name", "0", "alpha", "1");
        start(xml, "layer", "class", drawn, "enabled", "1", "pass", "0", "locked", "0");
        start(xml, "Option", "type", "Map");
        for (Map.Entry<String, String> option : options.entrySet()) {
            start(xml, "Option", "type", "QString", "name", option.getKey(), "value", option.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void system(XMLStreamWriter xml, String code) throws XMLStreamException {
        String number = code.substring("EPSG:".length());
        xml.writeStartElement("spatialrefsys");
        // Its number in QGIS's own register: with the code alone QGIS 3.22 has a name and no system.
        element(xml, "srsid", number.equals("4326") ? "3452" : number);
        element(xml, "srid", number);
        element(xml, "authid", code);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
