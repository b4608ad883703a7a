package vn.anttmap.ogcapi.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What each rule of the grammar of OGC 21-065r2 becomes; the values are ours. */
class Cql2TextTests {

    private static final Term NAME = new Term.Property("name");
    private static final Term COUNT = new Term.Property("count");

    private static Condition parse(String text) {
        return TextParser.parse(text).condition();
    }

    @ParameterizedTest
    @CsvSource({"=,EQUAL", "<>,NOT_EQUAL", "<,LESS", ">,GREATER", "<=,LESS_OR_EQUAL", ">=,GREATER_OR_EQUAL"})
    void sixComparisons(String sign, Comparator comparator) {
        Condition expected = new Condition.Comparison(comparator, COUNT, new Term.Whole(3));
        assertThat(parse("count" + sign + "3")).isEqualTo(expected);
        assertThat(parse("  count \n" + sign + "\t 3 ")).isEqualTo(expected);
    }

    @Test
    void orBindsLessThanAndAndNotMost() {
        Condition a = parse("a = 1");
        Condition b = parse("b = 1");
        Condition c = parse("c = 1");

        assertThat(parse("a = 1 OR b = 1 AND NOT c = 1"))
                .isEqualTo(new Condition.Or(List.of(a, new Condition.And(List.of(b, new Condition.Not(c))))));
        assertThat(parse("(a = 1 or b = 1) and c = 1"))
                .isEqualTo(new Condition.And(List.of(new Condition.Or(List.of(a, b)), c)));
        assertThat(parse("NOT (a = 1 AND b = 1)")).isEqualTo(new Condition.Not(new Condition.And(List.of(a, b))));
        assertThat(parse("((a = 1))")).isEqualTo(a);
        assertThat(parse("a = 1 AND b = 1 AND c = 1")).isEqualTo(new Condition.And(List.of(a, b, c)));
    }

    @Test
    void advancedComparisons() {
        assertThat(parse("name LIKE 'Thôn%'")).isEqualTo(new Condition.Like(NAME, new Term.Text("Thôn%")));
        assertThat(parse("name NOT LIKE 'Thôn%'"))
                .isEqualTo(new Condition.Not(new Condition.Like(NAME, new Term.Text("Thôn%"))));
        assertThat(parse("count BETWEEN 1 AND 2.5 AND name = 'x'"))
                .isEqualTo(new Condition.And(List.of(
                        new Condition.Between(COUNT, new Term.Whole(1), new Term.Decimal(2.5)),
                        new Condition.Comparison(Comparator.EQUAL, NAME, new Term.Text("x")))));
        assertThat(parse("count not between 1 and 2"))
                .isEqualTo(new Condition.Not(new Condition.Between(COUNT, new Term.Whole(1), new Term.Whole(2))));
        assertThat(parse("name IN ('Quán Lào', other)"))
                .isEqualTo(new Condition.In(NAME, List.of(new Term.Text("Quán Lào"), new Term.Property("other"))));
        assertThat(parse("count IS NULL")).isEqualTo(new Condition.IsNull(COUNT));
        assertThat(parse("count IS NOT NULL")).isEqualTo(new Condition.Not(new Condition.IsNull(COUNT)));
    }

    @ParameterizedTest
    @CsvSource({
        "3,3",
        "+3,3",
        "-3,-3",
        "- 3,-3",
        "9223372036854775807,9223372036854775807",
    })
    void wholeNumbers(String written, long value) {
        assertThat(parse("count = " + written))
                .isEqualTo(new Condition.Comparison(Comparator.EQUAL, COUNT, new Term.Whole(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "3.0,3",
        "3.,3",
        ".5,0.5",
        "-.5,-0.5",
        "1e3,1000",
        "1.5E-3,0.0015",
        "2E+2,200",
        "-0.0,0",
        "9223372036854775808,9223372036854775808"
    })
    void otherNumbers(String written, double value) {
        assertThat(parse("count = " + written))
                .isEqualTo(new Condition.Comparison(Comparator.EQUAL, COUNT, new Term.Decimal(value)));
    }

    @Test
    void textsHaveDoubledQuotesAndAreComposed() {
        assertThat(parse("name = 'O''Hà \"x\" \\'"))
                .isEqualTo(new Condition.Comparison(Comparator.EQUAL, NAME, new Term.Text("O'Hà \"x\" \\")));
        assertThat(parse("name = 'Qua\u0301n'")).isEqualTo(parse("name = 'Quán'"));
        assertThat(parse("name = ''")).isEqualTo(new Condition.Comparison(Comparator.EQUAL, NAME, new Term.Text("")));
    }

    @Test
    void namesMayBeVietnameseQuotedAndWordsOfTheGrammar() {
        assertThat(parse("tên_thôn = 1")).isEqualTo(parse("\"tên_thôn\" = 1"));
        assertThat(parse("te\u0302n_thôn = 1")).isEqualTo(parse("tên_thôn = 1"));
        assertThat(parse("a.b:c_1 = 1"))
                .isEqualTo(new Condition.Comparison(Comparator.EQUAL, new Term.Property("a.b:c_1"), new Term.Whole(1)));
        assertThat(parse("\"and\" = 1"))
                .isEqualTo(new Condition.Comparison(Comparator.EQUAL, new Term.Property("and"), new Term.Whole(1)));
        // A function is told by its bracket.
        assertThat(parse("date = DATE('2024-02-29')"))
                .isEqualTo(new Condition.Comparison(
                        Comparator.EQUAL, new Term.Property("date"), new Term.Day(LocalDate.of(2024, 2, 29))));
    }

    @Test
    void caseAndAccent() {
        assertThat(parse("CASEI(ACCENTI(name)) = casei(accenti('Quán Lào'))"))
                .isEqualTo(new Condition.Comparison(
                        Comparator.EQUAL,
                        new Term.AnyCase(new Term.AnyAccent(NAME)),
                        new Term.AnyCase(new Term.AnyAccent(new Term.Text("Quán Lào")))));
        assertThat(parse("casei(name) LIKE casei('qu%')"))
                .isEqualTo(new Condition.Like(new Term.AnyCase(NAME), new Term.AnyCase(new Term.Text("qu%"))));
    }

    @Test
    void booleans() {
        assertThat(parse("TRUE")).isEqualTo(new Condition.Always(true));
        assertThat(parse("false OR major = TRUE"))
                .isEqualTo(new Condition.Or(List.of(
                        new Condition.Always(false),
                        new Condition.Comparison(Comparator.EQUAL, new Term.Property("major"), new Term.Truth(true)))));
        assertThat(parse("TRUE = major"))
                .isEqualTo(
                        new Condition.Comparison(Comparator.EQUAL, new Term.Truth(true), new Term.Property("major")));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31T08:00:00Z,2024-01-31T08:00:00Z",
        "2024-01-31T08:00:00.5Z,2024-01-31T08:00:00.5Z",
        "2024-01-31T08:00:00.123456789Z,2024-01-31T08:00:00.123456Z",
        "2024-01-31T08:00:00+07:00,2024-01-31T01:00:00Z",
    })
    void timestamps(String written, Instant value) {
        assertThat(parse("seen > TIMESTAMP('" + written + "')"))
                .isEqualTo(new Condition.Comparison(
                        Comparator.GREATER, new Term.Property("seen"), new Term.Moment(value)));
    }

    @Test
    void intervals() {
        assertThat(parse("T_DURING(INTERVAL(from, '2024-02-01'), INTERVAL('..', '2024-03-01'))"))
                .isEqualTo(new Condition.Temporal(
                        TemporalRelation.DURING,
                        new Term.Interval(new Term.Property("from"), new Term.Day(LocalDate.of(2024, 2, 1))),
                        new Term.Interval(new Term.Open(), new Term.Day(LocalDate.of(2024, 3, 1)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t_after",
                "T_BEFORE",
                "t_contains",
                "t_disjoint",
                "t_during",
                "t_equals",
                "T_FINISHEDBY",
                "t_finishedBy",
                "t_finishes",
                "t_intersects",
                "t_meets",
                "t_metBy",
                "t_overlappedBy",
                "t_overlaps",
                "t_startedBy",
                "t_starts",
                "s_intersects",
                "S_EQUALS",
                "s_disjoint",
                "s_touches",
                "s_within",
                "s_overlaps",
                "s_crosses",
                "s_contains"
            })
    void functionsInAnyCapitals(String function) {
        Condition condition = parse(function + " (a, b)");
        String operator = condition instanceof Condition.Temporal temporal
                ? temporal.relation().operator()
                : ((Condition.Spatial) condition).relation().operator();
        assertThat(operator).isEqualToIgnoringCase(function);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT(105.6 19.9) | POINT (105.6 19.9)",
                "POINT Z (105.6 19.9 12) | POINT (105.6 19.9)",
                "Point(105.6 -19.9 -12.5) | POINT (105.6 -19.9)",
                "LINESTRING(1 2, 3 4) | LINESTRING (1 2, 3 4)",
                "POLYGON((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1)) | POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))",
                "MULTIPOINT((1 2), (3 4)) | MULTIPOINT ((1 2), (3 4))",
                "MULTIPOINT(1 2, 3 4) | MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING((1 2, 3 4), (5 6, 7 8)) | MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "MULTIPOLYGON(((0 0, 4 0, 4 4, 0 0))) | MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))",
                "GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4)) | GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",
            })
    void geometries(String written, String wkt) {
        Condition.Spatial spatial = (Condition.Spatial) parse("S_INTERSECTS(shape, " + written + ")");
        assertThat(((Term.Shape) spatial.right()).geometry().toText()).isEqualTo(wkt);
    }

    @Test
    void boxesWithHeightsAreBoxes() {
        Term box = new Term.Box(105.6, 19.9, 105.7, 20);
        assertThat(((Condition.Spatial) parse("S_INTERSECTS(shape, BBOX(105.6,19.9,105.7,20))")).right())
                .isEqualTo(box);
        assertThat(((Condition.Spatial) parse("S_INTERSECTS(shape, bbox(105.6,19.9,0,105.7,20,99))")).right())
                .isEqualTo(box);
    }

    @Test
    void jsonSaysTheSame() {
        assertThat(JsonParser.parse("""
                        {"op": "and", "args": [
                          {"op": "like", "args": [{"op": "casei", "args": [{"property": "name"}]}, "Thôn%"]},
                          {"op": "in", "args": [{"property": "count"}, [1, 2.5]]},
                          {"op": "not", "args": [{"op": "isNull", "args": [{"property": "shape"}]}]},
                          {"op": "between", "args": [{"property": "day"}, {"date": "2024-01-01"}, {"date": "2024-01-31"}]},
                          {"op": "t_during", "args": [{"property": "day"}, {"interval": ["2024-01-01", ".."]}]},
                          {"op": "s_intersects", "args": [{"property": "shape"}, {"bbox": [105, 20, 106, 21]}]},
                          {"op": "s_within", "args": [{"property": "shape"},
                            {"type": "Polygon", "coordinates": [[[0, 0, 9], [4, 0], [4, 4], [0, 0]]]}]},
                          {"op": ">=", "args": [{"property": "seen"}, {"timestamp": "2024-01-31T08:00:00Z"}]},
                          true]}
                        """).condition()).isEqualTo(parse("""
                        casei(name) LIKE 'Thôn%' AND count IN (1, 2.5) AND NOT shape IS NULL
                        AND day BETWEEN DATE('2024-01-01') AND DATE('2024-01-31')
                        AND T_DURING(day, INTERVAL('2024-01-01', '..'))
                        AND S_INTERSECTS(shape, BBOX(105, 20, 106, 21))
                        AND S_WITHIN(shape, POLYGON((0 0, 4 0, 4 4, 0 0)))
                        AND seen >= TIMESTAMP('2024-01-31T08:00:00Z') AND TRUE
                        """));
    }

    @Test
    void equalGeometriesMakeEqualFilters() {
        GeometryFactory factory = new GeometryFactory();
        assertThat(new Term.Shape(factory.createPoint(new Coordinate(1, 2))))
                .isEqualTo(new Term.Shape(factory.createPoint(new Coordinate(1, 2))));
    }
}
