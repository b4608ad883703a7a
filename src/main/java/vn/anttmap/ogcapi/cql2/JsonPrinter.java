package vn.anttmap.ogcapi.cql2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;

/** Writes a tree as CQL2 JSON that reads back as the same tree. */
final class JsonPrinter {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonPrinter() {}

    static String print(Condition condition) {
        return MAPPER.writeValueAsString(tree(condition));
    }

    private static Object tree(Condition condition) {
        if (condition instanceof Condition.Always always) {
            return always.value();
        } else if (condition instanceof Condition.And and) {
            return operation("and", and.parts().stream().map(JsonPrinter::tree).toArray());
        } else if (condition instanceof Condition.Or or) {
            return operation("or", or.parts().stream().map(JsonPrinter::tree).toArray());
        } else if (condition instanceof Condition.Not not) {
            return operation("not", tree(not.part()));
        } else if (condition instanceof Condition.Comparison comparison) {
            return operation(comparison.comparator().sign(), tree(comparison.left()), tree(comparison.right()));
        } else if (condition instanceof Condition.Between between) {
            return operation("between", tree(between.value()), tree(between.lower()), tree(between.upper()));
        } else if (condition instanceof Condition.In in) {
            return operation(
                    "in",
                    tree(in.value()),
                    in.choices().stream().map(JsonPrinter::tree).toList());
        } else if (condition instanceof Condition.Like like) {
            return operation("like", tree(like.text()), tree(like.pattern()));
        } else if (condition instanceof Condition.IsNull isNull) {
            return operation("isNull", tree(isNull.value()));
        } else if (condition instanceof Condition.Spatial spatial) {
            return operation(spatial.relation().operator(), tree(spatial.left()), tree(spatial.right()));
        }
        Condition.Temporal temporal = (Condition.Temporal) condition;
        return operation(temporal.relation().operator(), tree(temporal.left()), tree(temporal.right()));
    }

    private static Map<String, Object> operation(String operator, Object... arguments) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", operator);
        operation.put("args", Arrays.asList(arguments));
        return operation;
    }

    private static Object tree(Term term) {
        if (term instanceof Term.Property property) {
            return Map.of("property", property.name());
        } else if (term instanceof Term.Text text) {
            return text.value();
        } else if (term instanceof Term.Whole whole) {
            return whole.value();
        } else if (term instanceof Term.Decimal decimal) {
            return decimal.value();
        } else if (term instanceof Term.Truth truth) {
            return truth.value();
        } else if (term instanceof Term.Day) {
            return Map.of("date", end(term));
        } else if (term instanceof Term.Moment) {
            return Map.of("timestamp", end(term));
        } else if (term instanceof Term.AnyCase folded) {
            return operation("casei", tree(folded.text()));
        } else if (term instanceof Term.AnyAccent folded) {
            return operation("accenti", tree(folded.text()));
        } else if (term instanceof Term.Interval interval) {
            return Map.of("interval", List.of(end(interval.start()), end(interval.end())));
        } else if (term instanceof Term.Box box) {
            return Map.of("bbox", List.of(box.minimum1(), box.minimum2(), box.maximum1(), box.maximum2()));
        }
        return shape(((Term.Shape) term).geometry());
    }

    private static Object end(Term end) {
        if (end instanceof Term.Day day) {
            return day.value().toString();
        } else if (end instanceof Term.Moment moment) {
            return moment.value().toString();
        }
        return end instanceof Term.Open ? ".." : tree(end);
    }

    private static Map<String, Object> shape(Geometry geometry) {
        boolean collection = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("type", geometry.getGeometryType());
        shape.put(collection ? "geometries" : "coordinates", places(geometry, collection));
        return shape;
    }

    private static List<?> places(Geometry geometry, boolean collection) {
        if (geometry instanceof Point point) {
            return place(point.getCoordinate());
        } else if (geometry instanceof LineString line) {
            return Arrays.stream(line.getCoordinates()).map(JsonPrinter::place).toList();
        } else if (geometry instanceof Polygon polygon) {
            List<Object> rings = new ArrayList<>();
            rings.add(places(polygon.getExteriorRing(), false));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(places(polygon.getInteriorRingN(i), false));
            }
            return rings;
        }
        List<Object> members = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry member = geometry.getGeometryN(i);
            members.add(collection ? shape(member) : places(member, false));
        }
        return members;
    }

    private static List<Double> place(Coordinate coordinate) {
        return List.of(coordinate.x, coordinate.y);
    }
}
