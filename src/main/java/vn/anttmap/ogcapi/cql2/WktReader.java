package vn.anttmap.ogcapi.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.ogcapi.cql2.Tokens.Kind;
import vn.anttmap.ogcapi.cql2.Tokens.Token;

/** Reads a geometry in well-known text, or a box, from the words of a filter. Heights are read and dropped. */
final class WktReader {

    private final Tokens tokens;
    private final Budget budget;

    WktReader(Tokens tokens, Budget budget) {
        this.tokens = tokens;
        this.budget = budget;
    }

    Term read() {
        if (tokens.peek().is("BBOX")) {
            return box();
        }
        return new Term.Shape(geometry());
    }

    private Term box() {
        Token name = tokens.take();
        tokens.require("(");
        List<Double> numbers = new ArrayList<>(List.of(number()));
        while (numbers.size() < 6 && tokens.takeIf(",")) {
            numbers.add(number());
        }
        tokens.require(")");
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw FilterProblems.badValue(name.place(), "box", numbers.toString());
        }
        return Literals.box(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Geometry geometry() {
        Token name = tokens.require(Kind.WORD, "[geometry]");
        tokens.takeIf("Z");
        Shapes shapes = new Shapes(name.place());
        return switch (name.upper()) {
            case "POINT" -> point(shapes);
            case "LINESTRING" -> line(shapes);
            case "POLYGON" -> polygon(shapes);
            case "MULTIPOINT" -> shapes.points(list(() -> memberPoint(shapes)));
            case "MULTILINESTRING" -> shapes.lines(list(() -> line(shapes)));
            case "MULTIPOLYGON" -> shapes.polygons(list(() -> polygon(shapes)));
            case "GEOMETRYCOLLECTION" -> {
                budget.enter();
                List<Geometry> members = list(this::geometry);
                budget.leave();
                yield shapes.collection(members);
            }
            default -> throw FilterProblems.unreadable(name.place(), "[geometry]", name.text());
        };
    }

    private Point point(Shapes shapes) {
        tokens.require("(");
        Point point = shapes.point(coordinate());
        tokens.require(")");
        return point;
    }

    /** The grammar wants brackets around each; many programs leave them out. */
    private Point memberPoint(Shapes shapes) {
        return tokens.peek().is("(") ? point(shapes) : shapes.point(coordinate());
    }

    private LineString line(Shapes shapes) {
        return shapes.line(list(this::coordinate));
    }

    private Polygon polygon(Shapes shapes) {
        return shapes.polygon(list(() -> list(this::coordinate)));
    }

    private <T> List<T> list(Supplier<T> member) {
        tokens.require("(");
        List<T> members = new ArrayList<>();
        do {
            members.add(member.get());
        } while (tokens.takeIf(","));
        tokens.require(")");
        return members;
    }

    private Coordinate coordinate() {
        budget.countVertex();
        Coordinate coordinate = new Coordinate(number(), number());
        Token height = tokens.peek();
        if (height.kind() == Kind.NUMBER || height.is("-") || height.is("+")) {
            number();
        }
        return coordinate;
    }

    private double number() {
        Token sign = tokens.peek();
        boolean minus = tokens.takeIf("-");
        if (!minus) {
            tokens.takeIf("+");
        }
        Token number = tokens.require(Kind.NUMBER, "[number]");
        return Literals.finite(minus ? "-" + number.text() : number.text(), sign.place());
    }
}
