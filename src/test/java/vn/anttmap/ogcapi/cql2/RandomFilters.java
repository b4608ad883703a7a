package vn.anttmap.ogcapi.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Filters that fit {@link SamplePlaces#QUERYABLES}; values from small sets, so that many conditions hold for some. */
final class RandomFilters {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static final List<String> TEXTS = List.of(
            "Quán Lào",
            "quan lao",
            "QUÁN LÀO",
            "Định Tân",
            "Đình tân",
            "Thôn 2",
            "Thôn 10",
            "thôn 10",
            "50%_a\\b",
            "O'Hà",
            "",
            " ",
            "';drop table cql_place_of_this_test;--",
            "${x} :cql0 ? $1 \"name\"");

    private static final List<String> PATTERNS = List.of(
            "Qu%", "%o", "_u_n%", "thôn __", "50\\%\\_a\\\\b", "%\\_%", "", "%", "Thôn _", "%'%", "\\Q%", "%n%_a%");

    private final Random random;

    RandomFilters(Random random) {
        this.random = random;
    }

    Condition condition() {
        return condition(3);
    }

    private Condition condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 14 : 20);
        return switch (kind) {
            case 0, 1 -> textComparison();
            case 2, 3 -> numberComparison();
            case 4 ->
                new Condition.Comparison(
                        random.nextBoolean() ? Comparator.EQUAL : Comparator.NOT_EQUAL,
                        random.nextBoolean() ? property("major") : new Term.Truth(random.nextBoolean()),
                        random.nextBoolean() ? property("major") : new Term.Truth(random.nextBoolean()));
            case 5 -> new Condition.Comparison(comparator(), dayTerm(), dayTerm());
            case 6 -> new Condition.Comparison(comparator(), momentTerm(), momentTerm());
            case 7 -> new Condition.Like(textTerm(), pattern());
            case 8 -> between();
            case 9 -> in();
            case 10 -> new Condition.IsNull(anyProperty());
            case 11 -> temporal();
            case 12, 13 -> kind == 12 && random.nextInt(8) == 0 ? always() : spatial();
            case 14, 15 -> new Condition.Not(condition(depth - 1));
            case 16, 17 -> new Condition.And(several(() -> condition(depth - 1)));
            default -> new Condition.Or(several(() -> condition(depth - 1)));
        };
    }

    private Condition always() {
        return new Condition.Always(random.nextBoolean());
    }

    private Condition textComparison() {
        return new Condition.Comparison(comparator(), textTerm(), textTerm());
    }

    private Condition numberComparison() {
        return new Condition.Comparison(comparator(), numberTerm(), numberTerm());
    }

    private Condition between() {
        Supplier<Term> term = one(List.of(this::textTerm, this::numberTerm, this::dayTerm, this::momentTerm));
        return new Condition.Between(term.get(), term.get(), term.get());
    }

    private Condition in() {
        Supplier<Term> term = one(List.of(this::textTerm, this::numberTerm, this::dayTerm, this::momentTerm));
        return new Condition.In(term.get(), several(term));
    }

    private <T> List<T> several(Supplier<T> part) {
        List<T> parts = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            parts.add(part.get());
        }
        return parts;
    }

    private Comparator comparator() {
        return one(List.of(Comparator.values()));
    }

    private static Term property(String name) {
        return new Term.Property(name);
    }

    private Term anyProperty() {
        return property(one(SamplePlaces.QUERYABLES.names()));
    }

    private Term textTerm() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> property("name");
            case 2 -> property("tên_khác");
            case 3 -> new Term.AnyCase(textTerm());
            case 4 -> new Term.AnyAccent(textTerm());
            default -> new Term.Text(text());
        };
    }

    private Term pattern() {
        Term pattern = new Term.Text(one(PATTERNS));
        return switch (random.nextInt(4)) {
            case 0 -> new Term.AnyCase(pattern);
            case 1 -> new Term.AnyAccent(new Term.AnyCase(pattern));
            default -> pattern;
        };
    }

    private Term numberTerm() {
        return switch (random.nextInt(7)) {
            case 0 -> property("and");
            case 1 -> property("count");
            case 2 -> property("weight");
            case 3 -> property("ratio");
            case 4 -> new Term.Decimal(decimal());
            default -> new Term.Whole(random.nextInt(20) == 0 ? one(List.of(Long.MIN_VALUE, Long.MAX_VALUE)) : whole());
        };
    }

    private long whole() {
        return random.nextInt(8) - 3L;
    }

    private Term dayTerm() {
        return switch (random.nextInt(4)) {
            case 0 -> property("from");
            case 1 -> property("to");
            default -> new Term.Day(day());
        };
    }

    private Term momentTerm() {
        return switch (random.nextInt(4)) {
            case 0 -> property("seen");
            case 1 -> property("left");
            default -> new Term.Moment(moment());
        };
    }

    private Condition temporal() {
        TemporalRelation relation = one(List.of(TemporalRelation.values()));
        return random.nextBoolean()
                ? new Condition.Temporal(relation, days(), days())
                : new Condition.Temporal(relation, moments(), moments());
    }

    private Term days() {
        LocalDate start = day();
        return switch (random.nextInt(6)) {
            case 0 -> dayTerm();
            case 1 -> new Term.Interval(property("from"), property("to"));
            case 2 -> new Term.Interval(new Term.Open(), new Term.Day(start));
            case 3 -> new Term.Interval(property("from"), new Term.Open());
            default -> new Term.Interval(new Term.Day(start), new Term.Day(start.plusDays(random.nextInt(3))));
        };
    }

    private Term moments() {
        Instant start = moment();
        return switch (random.nextInt(6)) {
            case 0 -> momentTerm();
            case 1 -> new Term.Interval(property("seen"), property("left"));
            case 2 -> new Term.Interval(new Term.Moment(start), new Term.Open());
            case 3 -> new Term.Interval(new Term.Open(), property("left"));
            default ->
                new Term.Interval(
                        new Term.Moment(start), new Term.Moment(start.plusSeconds(3600L * random.nextInt(3))));
        };
    }

    private Condition spatial() {
        SpatialRelation relation = one(List.of(SpatialRelation.values()));
        boolean mixed = relation == SpatialRelation.INTERSECTS || relation == SpatialRelation.DISJOINT;
        return new Condition.Spatial(relation, shapeTerm(mixed), shapeTerm(mixed));
    }

    private Term shapeTerm(boolean mixed) {
        int x = random.nextInt(5);
        int y = random.nextInt(5);
        return switch (random.nextInt(mixed ? 8 : 7)) {
            case 0, 1, 2 -> property("shape");
            case 3 -> property("centre");
            case 4 -> new Term.Box(105 + x, 20 + y, 105 + x + random.nextInt(3), 20 + y + random.nextInt(3));
            case 7 ->
                new Term.Shape(FACTORY.createGeometryCollection(
                        new Geometry[] {geometry(), FACTORY.createGeometryCollection(new Geometry[] {point()})}));
            default -> new Term.Shape(random.nextInt(6) == 0 ? alike() : geometry());
        };
    }

    String text() {
        return one(TEXTS);
    }

    double decimal() {
        return one(List.of(-2.5, 0.0, 0.1, 1.0, 2.5, -0.3, 1e300, 5e-324, 3.0));
    }

    LocalDate day() {
        return LocalDate.of(2024, 2, 27).plusDays(random.nextInt(5));
    }

    Instant moment() {
        return Instant.parse("2024-02-28T22:00:00.123456Z").plusSeconds(3600L * random.nextInt(5));
    }

    Point point() {
        return FACTORY.createPoint(place());
    }

    /** On a grid of whole degrees, so that borders meet often. */
    Geometry geometry() {
        return switch (random.nextInt(7)) {
            case 0 -> point();
            case 1 -> line();
            case 2 -> FACTORY.createMultiPoint(new Point[] {point(), point()});
            case 3 -> FACTORY.createMultiLineString(new LineString[] {line(), line()});
            case 4 ->
                FACTORY.createMultiPolygon(
                        new Polygon[] {rectangle(random.nextInt(3), 0), rectangle(random.nextInt(3), 4)});
            default -> rectangle(random.nextInt(5), random.nextInt(5));
        };
    }

    private Geometry alike() {
        return FACTORY.createGeometryCollection(new Geometry[] {
            rectangle(random.nextInt(4), random.nextInt(4)), rectangle(random.nextInt(4), random.nextInt(4))
        });
    }

    private Coordinate place() {
        return new Coordinate(105 + random.nextInt(7), 20 + random.nextInt(7));
    }

    private LineString line() {
        Coordinate from = place();
        Coordinate to = new Coordinate(from.x + 1 + random.nextInt(2), from.y + random.nextInt(3) - 1);
        return FACTORY.createLineString(
                random.nextBoolean()
                        ? new Coordinate[] {from, to}
                        : new Coordinate[] {from, to, new Coordinate(to.x, to.y + 2)});
    }

    private Polygon rectangle(int column, int row) {
        Envelope outer = new Envelope(105 + column, 107 + column, 20 + row, 22 + row);
        LinearRing border = ((Polygon) FACTORY.toGeometry(outer)).getExteriorRing();
        if (random.nextInt(3) > 0) {
            return FACTORY.createPolygon(border);
        }
        outer.expandBy(-0.5);
        LinearRing hole = ((Polygon) FACTORY.toGeometry(outer)).getExteriorRing();
        return FACTORY.createPolygon(border, new LinearRing[] {hole});
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
