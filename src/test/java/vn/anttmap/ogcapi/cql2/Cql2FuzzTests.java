package vn.anttmap.ogcapi.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.anttmap.problem.UserProblem;

/** Whatever is sent, the answer is a filter that both databases and memory take, or a problem with a place; and soon. */
class Cql2FuzzTests {

    private static final String[] SCRAPS = {
        "(",
        ")",
        "'",
        "\"",
        "''",
        ",",
        "..",
        " AND ",
        " NOT ",
        "-",
        "1e999",
        "\\",
        "%",
        "POINT(",
        "INTERVAL(",
        "\0",
        "\ud83d",
        "\u0301",
        "[",
        "{",
        "]",
        "}",
        ":",
        "null",
        "casei(",
        "999999999999999999999",
        "S_WITHIN(",
        "🙂"
    };

    @Property(tries = 2000)
    void randomBytesAreRefusedOrRead(@ForAll byte[] bytes) {
        readsOrRefuses(new String(bytes, StandardCharsets.UTF_8));
        readsOrRefuses(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 2000)
    void randomTextsAreRefusedOrRead(@ForAll String text) {
        readsOrRefuses(text);
        readsOrRefuses("name = '" + text + "'");
        readsOrRefuses("{\"op\": \"=\", \"args\": [{\"property\": \"" + text + "\"}, 1]}");
    }

    @Property(tries = 3000)
    void filtersWithMistakesAreRefusedOrRead(@ForAll long seed) {
        Random random = new Random(seed);
        Condition condition = new RandomFilters(random).condition();
        readsOrRefuses(mutated(TextPrinter.print(condition), random));
        readsOrRefuses(mutated(JsonPrinter.print(condition), random));
    }

    private static String mutated(String filter, Random random) {
        StringBuilder text = new StringBuilder(filter);
        for (int i = 1 + random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, SCRAPS[random.nextInt(SCRAPS.length)]);
                case 2 -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
                case 3 -> text.setLength(at);
                default -> {
                    int from = random.nextInt(text.length());
                    text.insert(at, text.substring(Math.min(from, at), Math.max(from, at)));
                }
            }
        }
        return text.toString();
    }

    private static void readsOrRefuses(String filter) {
        for (Cql2Filter.Encoding encoding : Cql2Filter.Encoding.values()) {
            try {
                Cql2Filter read = Cql2Filter.parse(filter, encoding, SamplePlaces.QUERYABLES, FilterCrs.CRS84);
                assertThat(read.toSql(SqlDialect.H2GIS).values()).isNotNull();
                read.matches(Map.<String, Object>of()::get, null);
                Cql2Filter again = Cql2Filter.parse(
                        read.toJson(), Cql2Filter.Encoding.JSON, SamplePlaces.QUERYABLES, FilterCrs.CRS84);
                assertThat(again.toText()).isEqualTo(read.toText());
            } catch (UserProblem problem) {
                assertThat(problem.kind()).isEqualTo(UserProblem.Kind.INVALID);
                assertThat(problem.key()).startsWith("filter-");
            }
        }
    }

    /** The longest that is taken, in the shapes that make a careless reader slow; each takes some tens of milliseconds. */
    @Test
    void longFiltersAreAnsweredInTime() {
        String[] filters = {
            "a".repeat(Budget.MAX_LENGTH),
            "1".repeat(Budget.MAX_LENGTH),
            "'" + "''".repeat(Budget.MAX_LENGTH / 2 - 2),
            " ".repeat(Budget.MAX_LENGTH),
            "casei ".repeat(Budget.MAX_LENGTH / 6),
            "NOT ".repeat(Budget.MAX_LENGTH / 4),
            "name LIKE '" + "%a".repeat(Budget.MAX_LENGTH / 2 - 10) + "'",
            "[".repeat(Budget.MAX_LENGTH),
            "{\"a\":".repeat(Budget.MAX_LENGTH / 5),
            "\u0301".repeat(Budget.MAX_LENGTH),
            "name = '" + "a\u0301\u0323".repeat(Budget.MAX_LENGTH / 3 - 10) + "'"
        };
        for (String filter : filters) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> readsOrRefuses(filter));
        }
    }

    /** Lines across each other, 2,500 times 2,500 places; and a comb, which is long but meets itself nowhere. */
    @Test
    void tangledGeometriesAreRefusedBeforeTheyCost() {
        StringBuilder lines = new StringBuilder("MULTILINESTRING(");
        for (int i = 0; i < 2_500; i++) {
            double at = i / 2_500.0;
            lines.append(i == 0 ? "" : ", ").append("(" + at + " 0, " + at + " 1), (0 " + at + ", 1 " + at + ")");
        }
        StringBuilder comb = new StringBuilder("LINESTRING(0 0");
        for (int i = 1; i < Budget.MAX_VERTICES; i++) {
            comb.append(", ").append(i / 10_000.0).append(' ').append(i % 2);
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String shape : new String[] {lines + ")", "GEOMETRYCOLLECTION(" + lines + "))"}) {
                assertThat(Cql2RefusalTests.refusal(
                                        "S_CROSSES(shape, " + shape + ")", Cql2Filter.Encoding.TEXT, FilterCrs.CRS84)
                                .key())
                        .isEqualTo("filter-value-invalid");
            }
            readsOrRefuses("S_CROSSES(shape, " + comb + "))");
            assertThat(Cql2Filter.parse(
                            "S_CROSSES(shape, " + comb + "))",
                            Cql2Filter.Encoding.TEXT,
                            SamplePlaces.QUERYABLES,
                            FilterCrs.CRS84))
                    .isNotNull();
        });
    }
}
