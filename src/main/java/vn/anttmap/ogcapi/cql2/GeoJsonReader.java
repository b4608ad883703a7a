package vn.anttmap.ogcapi.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads a GeoJSON geometry, or a {@code bbox}, of a filter in whatever reference system. Heights are dropped. */
final class GeoJsonReader {

    private final Budget budget;

    GeoJsonReader(Budget budget) {
        this.budget = budget;
    }

    Term read(JsonNode node, String place) {
        if (node.has("type")) {
            return new Term.Shape(geometry(node, place));
        }
        JsonNode box = node.get("bbox");
        if (node.size() != 1 || !box.isArray() || box.size() != 4 && box.size() != 6) {
            throw FilterProblems.badValue(place, "box", node.toString());
        }
        double[] numbers = new double[box.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(box.get(i), place);
        }
        return Literals.box(numbers);
    }

    private Geometry geometry(JsonNode node, String place) {
        Shapes shapes = new Shapes(place);
        String type = node.path("type").isString() ? node.path("type").stringValue() : "";
        String member = type.equals("GeometryCollection") ? "geometries" : "coordinates";
        JsonNode parts = node.path(member);
        if (!Set.of("type", member).equals(new TreeSet<>(node.propertyNames()))
                || !parts.isArray()
                || parts.isEmpty()) {
            throw malformed(node, place);
        }
        return switch (type) {
            case "Point" -> shapes.point(coordinate(parts, place));
            case "LineString" -> line(shapes, parts);
            case "Polygon" -> polygon(shapes, parts);
            case "MultiPoint" -> shapes.points(list(parts, place, part -> point(shapes, part)));
            case "MultiLineString" -> shapes.lines(list(parts, place, part -> line(shapes, part)));
            case "MultiPolygon" -> shapes.polygons(list(parts, place, part -> polygon(shapes, part)));
            case "GeometryCollection" -> {
                budget.enter();
                List<Geometry> members = list(parts, place, part -> geometry(part, place));
                budget.leave();
                yield shapes.collection(members);
            }
            default -> throw malformed(node, place);
        };
    }

    private Point point(Shapes shapes, JsonNode node) {
        return shapes.point(coordinate(node, shapes.place()));
    }

    private LineString line(Shapes shapes, JsonNode node) {
        return shapes.line(list(node, shapes.place(), part -> coordinate(part, shapes.place())));
    }

    private Polygon polygon(Shapes shapes, JsonNode node) {
        return shapes.polygon(list(
                node, shapes.place(), ring -> list(ring, shapes.place(), part -> coordinate(part, shapes.place()))));
    }

    private static <T> List<T> list(JsonNode node, String place, Function<JsonNode, T> member) {
        if (!node.isArray() || node.isEmpty()) {
            throw malformed(node, place);
        }
        List<T> members = new ArrayList<>();
        for (JsonNode part : node) {
            members.add(member.apply(part));
        }
        return members;
    }

    private Coordinate coordinate(JsonNode node, String place) {
        budget.countVertex();
        if (!node.isArray() || node.size() < 2 || node.size() > 3) {
            throw malformed(node, place);
        }
        for (JsonNode number : node) {
            number(number, place);
        }
        return new Coordinate(number(node.get(0), place), number(node.get(1), place));
    }

    private static double number(JsonNode node, String place) {
        if (!node.isNumber()) {
            throw FilterProblems.unreadable(place, "[number]", node.toString());
        }
        return Literals.finite(node.asString(), place);
    }

    private static RuntimeException malformed(JsonNode node, String place) {
        return FilterProblems.unreadable(place, "[json-geometry]", node.toString());
    }
}
