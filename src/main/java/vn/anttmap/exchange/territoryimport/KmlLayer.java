package vn.anttmap.exchange.territoryimport;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Placemarks of a KML with polygons, their names and their extended data. Document types, entities and anything outside
 * the file are not read: a file that declares a document type is refused.
 */
final class KmlLayer {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int LONGEST_TEXT = 5_000_000;

    private final TerritoryImportSettings limits;
    private final VertexBudget budget;
    private final List<Mark> marks = new ArrayList<>();

    private KmlLayer(TerritoryImportSettings limits) {
        this.limits = limits;
        this.budget = new VertexBudget(limits.mostVertices());
    }

    private static final class Mark {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<Polygon> polygons = new ArrayList<>();
        private final List<LinearRing> rings = new ArrayList<>();
        private boolean otherShape;
        private boolean damaged;
        private boolean hasZ;
    }

    static RawLayer read(byte[] file, TerritoryImportSettings limits) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Else every damaged file writes to the standard error stream.
        factory.setXMLReporter((message, type, information, location) -> {});
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            KmlLayer layer = new KmlLayer(limits);
            layer.walk(xml);
            return layer.raw();
        } catch (XMLStreamException | RuntimeException e) {
            if (e instanceof vn.anttmap.problem.UserProblem problem) {
                throw problem;
            }
            throw BadFile.damaged("KML");
        }
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        Mark mark = null;
        String field = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw BadFile.of("import-xml-doctype");
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("Placemark")) {
                    mark = null;
                } else if (xml.getLocalName().equals("Polygon") && mark != null) {
                    close(mark);
                }
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = xml.getLocalName();
            if (element.equals("Placemark")) {
                if (marks.size() >= limits.mostFeatures()) {
                    throw BadFile.of("import-features-many", limits.mostFeatures());
                }
                mark = new Mark();
                marks.add(mark);
            } else if (mark != null) {
                switch (element) {
                    case "name" -> mark.values.put("name", text(xml));
                    case "Data" -> field = xml.getAttributeValue(null, "name");
                    case "value" -> put(mark, field, text(xml));
                    case "SimpleData" -> put(mark, xml.getAttributeValue(null, "name"), text(xml));
                    case "Point", "LineString" -> mark.otherShape = true;
                    case "coordinates" -> ring(mark, text(xml));
                    default -> {}
                }
            }
        }
    }

    private static void put(Mark mark, @Nullable String field, String value) {
        if (field != null && mark.values.size() < 255) {
            mark.values.put(field, value);
        }
    }

    private static String text(XMLStreamReader xml) throws XMLStreamException {
        String text = xml.getElementText().strip();
        if (text.length() > LONGEST_TEXT) {
            throw BadFile.damaged("KML");
        }
        return text;
    }

    private void ring(Mark mark, String text) {
        if (mark.otherShape) {
            return;
        }
        String[] places = text.split("\\s+");
        budget.take(places.length);
        try {
            Coordinate[] ring = new Coordinate[places.length];
            for (int i = 0; i < places.length; i++) {
                String[] numbers = places[i].split(",");
                ring[i] = new Coordinate(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
                mark.hasZ |= numbers.length > 2 && Double.parseDouble(numbers[2]) != 0;
            }
            mark.rings.add(Rings.closed(FACTORY, ring));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            mark.damaged = true;
        }
    }

    private static void close(Mark mark) {
        if (!mark.rings.isEmpty()) {
            mark.polygons.add(FACTORY.createPolygon(
                    mark.rings.get(0), mark.rings.subList(1, mark.rings.size()).toArray(LinearRing[]::new)));
            mark.rings.clear();
        }
    }

    private RawLayer raw() {
        Set<String> names = new LinkedHashSet<>();
        marks.forEach(mark -> names.addAll(mark.values.keySet()));
        List<RawLayer.Row> rows = new ArrayList<>();
        for (Mark mark : marks) {
            String fault =
                    mark.damaged ? "shape-damaged" : mark.polygons.isEmpty() && mark.otherShape ? "shape-kind" : null;
            rows.add(new RawLayer.Row(
                    rows.size() + 1,
                    mark.polygons.isEmpty() || mark.damaged
                            ? null
                            : FACTORY.createMultiPolygon(mark.polygons.toArray(Polygon[]::new)),
                    mark.hasZ,
                    fault,
                    names.stream()
                            .map(name -> mark.values.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8))
                            .toList()));
        }
        return new RawLayer(
                "kml",
                names.stream()
                        .map(name -> name.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                rows,
                "EPSG:4326",
                null,
                true);
    }
}
