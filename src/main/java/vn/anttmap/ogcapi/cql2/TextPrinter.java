package vn.anttmap.ogcapi.cql2;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes a tree as CQL2 text that reads back as the same tree. */
final class TextPrinter {

    private TextPrinter() {}

    static String print(Condition condition) {
        if (condition instanceof Condition.Always always) {
            return always.value() ? "TRUE" : "FALSE";
        } else if (condition instanceof Condition.And and) {
            return joined(and.parts(), " AND ");
        } else if (condition instanceof Condition.Or or) {
            return joined(or.parts(), " OR ");
        } else if (condition instanceof Condition.Not not) {
            return "NOT " + inner(not.part());
        } else if (condition instanceof Condition.Comparison comparison) {
            return print(comparison.left()) + " " + comparison.comparator().sign() + " " + print(comparison.right());
        } else if (condition instanceof Condition.Between between) {
            return print(between.value()) + " BETWEEN " + print(between.lower()) + " AND " + print(between.upper());
        } else if (condition instanceof Condition.In in) {
            return print(in.value()) + " IN "
                    + in.choices().stream().map(TextPrinter::print).collect(Collectors.joining(", ", "(", ")"));
        } else if (condition instanceof Condition.Like like) {
            return print(like.text()) + " LIKE " + print(like.pattern());
        } else if (condition instanceof Condition.IsNull isNull) {
            return print(isNull.value()) + " IS NULL";
        } else if (condition instanceof Condition.Spatial spatial) {
            return call(spatial.relation().operator(), spatial.left(), spatial.right());
        }
        Condition.Temporal temporal = (Condition.Temporal) condition;
        return call(temporal.relation().operator(), temporal.left(), temporal.right());
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(TextPrinter::inner).collect(Collectors.joining(word));
    }

    private static String inner(Condition condition) {
        String text = print(condition);
        return condition instanceof Condition.And || condition instanceof Condition.Or ? "(" + text + ")" : text;
    }

    private static String call(String operator, Term left, Term right) {
        return operator.toUpperCase(Locale.ROOT) + "(" + print(left) + ", " + print(right) + ")";
    }

    private static String print(Term term) {
        if (term instanceof Term.Property property) {
            return Names.isIdentifier(property.name()) && !Names.isReserved(property.name())
                    ? property.name()
                    : '"' + property.name().replace("\"", "\"\"") + '"';
        } else if (term instanceof Term.Text text) {
            return quoted(text.value());
        } else if (term instanceof Term.Whole whole) {
            return Long.toString(whole.value());
        } else if (term instanceof Term.Decimal decimal) {
            return Double.toString(decimal.value());
        } else if (term instanceof Term.Truth truth) {
            return truth.value() ? "TRUE" : "FALSE";
        } else if (term instanceof Term.Day) {
            return "DATE(" + end(term) + ")";
        } else if (term instanceof Term.Moment) {
            return "TIMESTAMP(" + end(term) + ")";
        } else if (term instanceof Term.AnyCase folded) {
            return "CASEI(" + print(folded.text()) + ")";
        } else if (term instanceof Term.AnyAccent folded) {
            return "ACCENTI(" + print(folded.text()) + ")";
        } else if (term instanceof Term.Interval interval) {
            return "INTERVAL(" + end(interval.start()) + ", " + end(interval.end()) + ")";
        } else if (term instanceof Term.Box box) {
            return "BBOX(" + box.minimum1() + ", " + box.minimum2() + ", " + box.maximum1() + ", " + box.maximum2()
                    + ")";
        }
        return shape(((Term.Shape) term).geometry());
    }

    private static String end(Term end) {
        if (end instanceof Term.Day day) {
            return quoted(day.value().toString());
        } else if (end instanceof Term.Moment moment) {
            return quoted(moment.value().toString());
        }
        return end instanceof Term.Open ? "'..'" : print(end);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String shape(Geometry geometry) {
        return geometry.getGeometryType().toUpperCase(Locale.ROOT) + body(geometry);
    }

    private static String body(Geometry geometry) {
        if (geometry instanceof Point point) {
            return "(" + place(point.getCoordinate()) + ")";
        } else if (geometry instanceof LineString line) {
            return line(line);
        } else if (geometry instanceof Polygon polygon) {
            StringBuilder rings = new StringBuilder("(").append(line(polygon.getExteriorRing()));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.append(", ").append(line(polygon.getInteriorRingN(i)));
            }
            return rings.append(')').toString();
        }
        boolean collection = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        StringBuilder members = new StringBuilder("(");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry member = geometry.getGeometryN(i);
            members.append(i == 0 ? "" : ", ").append(collection ? shape(member) : body(member));
        }
        return members.append(')').toString();
    }

    private static String line(LineString line) {
        StringBuilder places = new StringBuilder("(");
        for (int i = 0; i < line.getNumPoints(); i++) {
            places.append(i == 0 ? "" : ", ").append(place(line.getCoordinateN(i)));
        }
        return places.append(')').toString();
    }

    private static String place(Coordinate coordinate) {
        return coordinate.x + " " + coordinate.y;
    }
}
