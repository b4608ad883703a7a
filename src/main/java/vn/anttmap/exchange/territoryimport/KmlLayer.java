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
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Placemarks of a KML, their names and their extended data. Document types, entities and anything outside
 * the file are not read: a file that declares a document type is refused.
 */
final class KmlLayer {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int LONGEST_TEXT = 5_000_000;

    private final TerritoryImportSettings limits;
    private final ImportBudget budget;
    private final List<Mark> marks = new ArrayList<>();

    private KmlLayer(TerritoryImportSettings limits, ImportBudget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    private static final class Mark {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<Polygon> polygons = new ArrayList<>();
        private final List<LinearRing> rings = new ArrayList<>();
        private final List<LineString> lines = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();
        private String shape = "";
        private boolean damaged;
        private boolean hasZ;
    }

    static RawLayer read(byte[] file, TerritoryImportSettings limits, ImportBudget budget) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Else every damaged file writes to the standard error stream.
        factory.setXMLReporter((message, type, information, location) -> {});
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            KmlLayer layer = new KmlLayer(limits, budget);
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
                    case "Point", "LineString", "LinearRing" -> mark.shape = element;
                    case "coordinates" -> places(mark, text(xml));
                    default -> {}
                }
            }
        }
    }

    private void put(Mark mark, @Nullable String field, String value) {
        if (field != null && mark.values.size() < 255) {
            budget.cell(2 * value.length());
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

    private void places(Mark mark, String text) {
        String[] places = text.split("\\s+");
        budget.places(places.length);
        budget.tick();
        try {
            Coordinate[] read = new Coordinate[places.length];
            for (int i = 0; i < places.length; i++) {
                String[] numbers = places[i].split(",");
                read[i] = new Coordinate(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
                mark.hasZ |= numbers.length > 2 && Double.parseDouble(numbers[2]) != 0;
            }
            switch (mark.shape) {
                case "LinearRing" -> mark.rings.add(Rings.closed(FACTORY, read));
                case "LineString" -> mark.lines.add(FACTORY.createLineString(read));
                case "Point" -> mark.points.add(FACTORY.createPoint(read[0]));
                default -> {}
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            mark.damaged = true;
        }
    }

    /** What it has most of: an area may carry the point of its label. */
    private static @Nullable Geometry geometry(Mark mark) {
        if (mark.damaged) {
            return null;
        }
        if (!mark.polygons.isEmpty()) {
            return FACTORY.createMultiPolygon(mark.polygons.toArray(Polygon[]::new));
        }
        if (!mark.lines.isEmpty()) {
            return FACTORY.createMultiLineString(mark.lines.toArray(LineString[]::new));
        }
        return switch (mark.points.size()) {
            case 0 -> null;
            case 1 -> mark.points.get(0);
            default -> FACTORY.createMultiPoint(mark.points.toArray(Point[]::new));
        };
    }

    private static void close(Mark mark) {
        if (!mark.rings.isEmpty()) {
            mark.polygons.add(FACTORY.createPolygon(
                    mark.rings.get(0), mark.rings.subList(1, mark.rings.size()).toArray(LinearRing[]::new)));
            mark.rings.clear();
            mark.shape = "";
        }
    }

    private RawLayer raw() {
        Set<String> names = new LinkedHashSet<>();
        marks.forEach(mark -> names.addAll(mark.values.keySet()));
        budget.bytes(8L * names.size() * marks.size());
        List<RawLayer.Row> rows = new ArrayList<>();
        for (Mark mark : marks) {
            rows.add(new RawLayer.Row(
                    rows.size() + 1,
                    geometry(mark),
                    mark.hasZ,
                    mark.damaged ? "shape-damaged" : null,
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
