package vn.anttmap.ogcapi.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every filter that can be written. */
class Cql2RoundTripPropertyTests {

    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "like",
            "escape",
            "in",
            "is",
            "null",
            "cast",
            "as",
            "varchar",
            "bigint",
            "double",
            "precision",
            "boolean",
            "date",
            "timestamp",
            "with",
            "time",
            "zone",
            "collate",
            "case",
            "when",
            "then",
            "else",
            "end",
            "translate",
            "st_geomfromwkb",
            "st_intersects",
            "st_equals",
            "st_touches",
            "st_within",
            "st_overlaps",
            "st_crosses",
            "st_contains",
            "p.name",
            "p.other_name",
            "p.severity",
            "p.how_many",
            "p.weight",
            "p.ratio",
            "p.major",
            "p.day_from",
            "p.day_to",
            "p.seen",
            "p.gone",
            "p.shape",
            "p.centre",
            "p.west",
            "p.south",
            "p.east",
            "p.north");

    private static final Pattern FRAGMENT =
            Pattern.compile("([a-z_]+(?:\\.[a-z_]+)?)|4326|1 = 1|1 = 0|'\\\\'|\"C\"|<>|<=|>=|[=<>(),? ]");

    @Property(tries = 2000)
    void aFilterInTextReadsBackAsItself(@ForAll long seed) {
        Condition condition = new RandomFilters(new Random(seed)).condition();

        assertThat(TextParser.parse(TextPrinter.print(condition)).condition()).isEqualTo(condition);
    }

    @Property(tries = 2000)
    void aFilterInJsonReadsBackAsItself(@ForAll long seed) {
        Condition condition = new RandomFilters(new Random(seed)).condition();

        assertThat(JsonParser.parse(JsonPrinter.print(condition)).condition()).isEqualTo(condition);
    }

    @Property(tries = 1000)
    void bothEncodingsAskTheDatabaseTheSame(@ForAll long seed) {
        Cql2Filter filter = SamplePlaces.filter(new RandomFilters(new Random(seed)).condition());
        Cql2Filter other =
                Cql2Filter.parse(filter.toJson(), Cql2Filter.Encoding.JSON, SamplePlaces.QUERYABLES, FilterCrs.CRS84);

        assertThat(other.toText()).isEqualTo(filter.toText());
        assertThat(other.toSql(SqlDialect.POSTGIS))
                .usingRecursiveComparison()
                .isEqualTo(filter.toSql(SqlDialect.POSTGIS));
    }

    /** The texts in the filters try to be SQL; nothing but known words comes out. */
    @Property(tries = 1000)
    void sqlIsMadeOfKnownFragmentsOnly(@ForAll long seed) {
        Cql2Filter filter = SamplePlaces.filter(new RandomFilters(new Random(seed)).condition());
        for (SqlDialect dialect : SqlDialect.values()) {
            SqlCondition sql = filter.toSql(dialect);
            Matcher fragments = FRAGMENT.matcher(sql.text());
            int end = 0;
            while (fragments.find() && fragments.start() == end) {
                end = fragments.end();
                if (fragments.group(1) != null) {
                    assertThat(WORDS).contains(fragments.group(1));
                }
            }
            assertThat(end).as(sql.text()).isEqualTo(sql.text().length());
            assertThat(sql.text().chars().filter(c -> c == '?').count())
                    .isEqualTo(sql.values().size());
        }
    }
}
