package vn.anttmap.ogcapi.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;

/** Each refusal says where, what was wanted and what stands there. */
class Cql2RefusalTests {

    static UserProblem refusal(String filter, Cql2Filter.Encoding encoding, FilterCrs crs) {
        Throwable thrown = catchThrowable(() -> Cql2Filter.parse(filter, encoding, SamplePlaces.QUERYABLES, crs));
        assertThat(thrown).as(filter).isInstanceOf(UserProblem.class);
        return (UserProblem) thrown;
    }

    private static String told(UserProblem problem) {
        return problem.key() + ": "
                + String.join(
                        " | ",
                        Arrays.stream(problem.arguments())
                                .map(value -> value instanceof MessageText text
                                        ? text.key().replaceAll("^label\\.filter\\.", "")
                                        : String.valueOf(value))
                                .toList());
    }

    private static String told(String filter) {
        return told(refusal(filter, Cql2Filter.Encoding.TEXT, FilterCrs.CRS84));
    }

    private static String toldOfJson(String filter) {
        return told(refusal(filter, Cql2Filter.Encoding.JSON, FilterCrs.CRS84));
    }

    @Test
    void brokenGrammarIsToldWithItsPlace() {
        assertThat(told("")).isEqualTo("filter-unreadable: 1 | expected.condition | end");
        assertThat(told("name")).isEqualTo("filter-unreadable: 5 | expected.comparison | end");
        assertThat(told("name =")).isEqualTo("filter-unreadable: 7 | expected.value | end");
        assertThat(told("name = 'Quán")).isEqualTo("filter-unreadable: 8 | expected.closing-quote | 'Quán");
        assertThat(told("name = 1 2")).isEqualTo("filter-unreadable: 10 | expected.end | 2");
        assertThat(told("name = 1 AND")).isEqualTo("filter-unreadable: 13 | expected.condition | end");
        assertThat(told("(name = 'a'")).isEqualTo("filter-unreadable: 12 | ) | end");
        assertThat(told("name == 'a'")).isEqualTo("filter-unreadable: 7 | expected.value | =");
        assertThat(told("name LIKE 5")).isEqualTo("filter-unreadable: 11 | expected.text | 5");
        assertThat(told("name NOT = 1")).isEqualTo("filter-unreadable: 10 | LIKE, BETWEEN, IN | =");
        assertThat(told("count BETWEEN 1 OR 2")).isEqualTo("filter-unreadable: 17 | AND | OR");
        assertThat(told("count IN ()")).isEqualTo("filter-unreadable: 11 | expected.value | )");
        assertThat(told("count IS 3")).isEqualTo("filter-unreadable: 10 | NULL | 3");
        assertThat(told("max(count) = 3")).isEqualTo("filter-unreadable: 1 | expected.function | max");
        assertThat(told("count = 1; drop table x")).isEqualTo("filter-unreadable: 10 | expected.end | ;");
        assertThat(told("S_INTERSECTS(shape)")).isEqualTo("filter-unreadable: 19 | , | )");
        assertThat(told("S_INTERSECTS(shape, CIRCLE(1 2))"))
                .isEqualTo("filter-unreadable: 21 | expected.geometry | CIRCLE");
        assertThat(told("S_INTERSECTS(shape, POINT(1))")).isEqualTo("filter-unreadable: 28 | expected.number | )");
        assertThat(told("T_AFTER(from, 'x')")).isEqualTo("filter-unreadable: 15 | expected.time | x");
    }

    @Test
    void unknownPropertiesAreAnsweredWithTheKnownOnes() {
        assertThat(told("count = 1 AND NAME = 'a'"))
                .isEqualTo(
                        "filter-property-unknown: 15 | NAME | name, tên_khác, and, count, weight, ratio, major, from,"
                                + " to, seen, left, shape, centre");
        assertThat(toldOfJson("{\"op\": \"isNull\", \"args\": [{\"property\": \"x\"}]}"))
                .startsWith("filter-property-unknown: /args/0 | x | name, tên_khác");
    }

    @Test
    void typesAreComparedBeforeTheDatabaseIsAsked() {
        assertThat(told("count = 'ba'")).isEqualTo("filter-types-differ: 9 | type.INTEGER | type.TEXT");
        assertThat(told("from = '2024-01-01'")).isEqualTo("filter-types-differ: 8 | type.DATE | type.TEXT");
        assertThat(told("seen > DATE('2024-01-01')")).isEqualTo("filter-types-differ: 8 | type.TIMESTAMP | type.DATE");
        assertThat(told("name IN ('a', 1)")).isEqualTo("filter-types-differ: 15 | type.TEXT | type.INTEGER");
        assertThat(told("count LIKE 'a'")).isEqualTo("filter-types-differ: 1 | type.TEXT | type.INTEGER");
        assertThat(told("casei(count) = 'a'")).isEqualTo("filter-types-differ: 7 | type.TEXT | type.INTEGER");
        assertThat(told("S_INTERSECTS(name, shape)")).isEqualTo("filter-types-differ: 14 | type.GEOMETRY | type.TEXT");
        assertThat(told("T_AFTER(from, seen)")).isEqualTo("filter-types-differ: 15 | type.DATE | type.TIMESTAMP");
        assertThat(told("T_AFTER(name, from)")).isEqualTo("filter-types-differ: 9 | type.TIMESTAMP | type.TEXT");
        assertThat(told("major > FALSE")).isEqualTo("filter-value-invalid: 1 | rule.not-ordered");
        assertThat(told("shape = centre")).isEqualTo("filter-value-invalid: 1 | rule.not-ordered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "count = 1e400; rule.number",
                "count = 1111111111111111111111111111111111111111111111111111111111111111.0; rule.number",
                "from = DATE('2023-02-29'); rule.date",
                "from = DATE('0000-01-01'); rule.date",
                "from = DATE('29.2.2024'); rule.date",
                "seen = TIMESTAMP('2024-01-01T25:00:00Z'); rule.timestamp",
                "seen = TIMESTAMP('2024-01-01'); rule.timestamp",
                "seen = TIMESTAMP('0001-01-01T00:00:00+14:00'); rule.timestamp",
                "T_AFTER(from, INTERVAL('2024-01-02', '2024-01-01')); rule.interval",
                "name LIKE 'a\\'; rule.pattern",
                "name LIKE '%a%a%a%a%a%'; rule.wildcards",
                "S_INTERSECTS(shape, LINESTRING(1 2)); rule.line",
                "S_INTERSECTS(shape, LINESTRING(1 2, 1 2)); rule.geometry",
                "S_INTERSECTS(shape, POLYGON((0 0, 1 0, 1 1, 0 1))); rule.ring",
                "S_INTERSECTS(shape, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))); rule.geometry",
                "S_INTERSECTS(shape, POINT(19.9 105.6)); rule.place",
                "S_INTERSECTS(shape, POINT(1e308 0)); rule.place",
                "S_INTERSECTS(shape, BBOX(1,2,3)); rule.box",
                "S_INTERSECTS(shape, BBOX(105,21,106,20)); rule.box",
                "S_WITHIN(shape, GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))); rule.collection",
            })
    void valuesThatSayNothingAreToldByTheirRule(String filter, String rule) {
        assertThat(told(filter)).startsWith("filter-value-invalid: ").endsWith(rule);
    }

    @Test
    void aTextWithNulIsRefused() {
        assertThat(told("name = 'a\0b'")).isEqualTo("filter-value-invalid: 8 | rule.text");
        assertThat(told("name = '\ud83d'")).isEqualTo("filter-value-invalid: 8 | rule.text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "5",
                "{\"op\": \"=\"}",
                "{\"op\": \"=\", \"args\": [1]}",
                "{\"op\": \"=\", \"args\": [1, 2], \"x\": 1}",
                "{\"op\": \"max\", \"args\": [1, 2]}",
                "{\"op\": \"and\", \"args\": [true]}",
                "{\"op\": \"in\", \"args\": [{\"property\": \"count\"}, []]}",
                "{\"op\": \"=\", \"op\": \"=\", \"args\": [1, 1]}",
                "{\"op\": \"=\", \"args\": [1, NaN]}",
                "{\"op\": \"=\", \"args\": [1, {\"property\": \"count\", \"date\": \"2024-01-01\"}]}",
                "{\"op\": \"s_within\", \"args\": [{\"property\": \"shape\"}, {\"type\": \"Point\", \"coordinates\": []}]}",
                "{\"op\": \"s_within\", \"args\": [{\"property\": \"shape\"}, {\"type\": \"Point\", \"coordinates\": [\"1\", 2]}]}",
                "{\"op\": \"s_within\", \"args\": [{\"property\": \"shape\"}, {\"type\": \"Circle\", \"coordinates\": [1, 2]}]}",
                "{\"op\": \"t_after\", \"args\": [{\"property\": \"from\"}, {\"interval\": [\"2024-01-01\"]}]}",
                "true true"
            })
    void brokenJsonIsRefused(String json) {
        assertThat(toldOfJson(json)).startsWith("filter-unreadable: ");
    }

    @Test
    void brokenJsonIsToldWithItsPlace() {
        assertThat(toldOfJson(
                        "{\"op\": \"not\", \"args\": [{\"op\": \"=\", \"args\": [{\"property\": \"count\"}, null]}]}"))
                .isEqualTo("filter-unreadable: /args/0/args/1 | expected.json-value | null");
        assertThat(toldOfJson("{\"op\": \"=\", \"args\": [{\"property\": \"count\"}, 1e400]}"))
                .isEqualTo("filter-value-invalid: /args/1 | rule.number");
    }

    @Test
    void whatIsTooLargeIsRefusedAtOnce() {
        assertThat(told("NOT ".repeat(10_000) + "TRUE")).isEqualTo("filter-too-large: limit.depth | 50");
        assertThat(told("(".repeat(10_000))).isEqualTo("filter-too-large: limit.depth | 50");
        assertThat(told("casei(".repeat(10_000))).isEqualTo("filter-too-large: limit.depth | 50");
        assertThat(told("S_INTERSECTS(shape, " + "GEOMETRYCOLLECTION(".repeat(10_000)))
                .isEqualTo("filter-too-large: limit.depth | 50");
        assertThat(toldOfJson("{\"op\":\"not\",\"args\":[".repeat(10_000))).startsWith("filter-too-large: limit.json");
        assertThat(toldOfJson("{\"op\":\"not\",\"args\":[".repeat(51) + "true" + "]}".repeat(51)))
                .isEqualTo("filter-too-large: limit.depth | 50");
        assertThat(told("count IN (1" + ",1".repeat(1_000) + ")")).isEqualTo("filter-too-large: limit.values | 1000");
        assertThat(told("S_INTERSECTS(shape, LINESTRING(1 1" + ",1 1".repeat(10_000) + "))"))
                .isEqualTo("filter-too-large: limit.vertices | 10000");
        assertThat(told("name = '" + "a".repeat(500_000) + "'")).isEqualTo("filter-too-large: limit.length | 500000");
    }

    @Test
    void everyTextThatIsNamedExistsInBothLanguages() throws IOException {
        List<String> named = Stream.of(ValueType.values())
                .map(type -> "label.filter.type." + type)
                .toList();
        for (String file : List.of("messages.properties", "messages_en.properties")) {
            Properties texts =
                    PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(file), "UTF-8"));
            assertThat(texts.stringPropertyNames().stream().filter(key -> key.startsWith("label.filter.")))
                    .containsAll(named)
                    .containsAll(labelsInTheCode());
        }
    }

    /** Brackets mark expectations, and rules and limits are named in calls. */
    private static List<String> labelsInTheCode() throws IOException {
        Pattern label =
                Pattern.compile("\"\\[([a-z-]+)\\]\"|badValue\\([^;]*?,\\s*\"([a-z-]+)\"|tooMuch\\(\"([a-z]+)\"");
        List<String> labels = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/vn/anttmap/ogcapi/cql2"))) {
            for (Path file :
                    files.filter(path -> !path.endsWith("FilterProblems.java")).toList()) {
                Matcher found = label.matcher(Files.readString(file));
                while (found.find()) {
                    labels.add(
                            found.group(1) != null
                                    ? "label.filter.expected." + found.group(1)
                                    : found.group(2) != null
                                            ? "label.filter.rule." + found.group(2)
                                            : "label.filter.limit." + found.group(3));
                }
            }
        }
        assertThat(labels).hasSizeGreaterThan(40);
        return labels;
    }
}
