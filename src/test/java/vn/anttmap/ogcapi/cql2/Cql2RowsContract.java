package vn.anttmap.ogcapi.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A filter finds the same rows in the database and in memory. */
@SpringBootTest
abstract class Cql2RowsContract {

    private static final String SELECT = "select p.id from " + SamplePlaces.TABLE + " p where ";

    @Autowired
    JdbcTemplate jdbc;

    private final List<Map<String, @Nullable Object>> rows = SamplePlaces.rows();

    abstract SqlDialect dialect();

    @BeforeEach
    void makeTheTable() {
        jdbc.execute("create table " + SamplePlaces.TABLE
                + " (id integer primary key, name varchar(100), other_name varchar(100), severity smallint,"
                + " how_many bigint, weight double precision, ratio numeric(8, 2), major boolean, day_from date,"
                + " day_to date, seen timestamp with time zone, gone timestamp with time zone,"
                + " shape geometry(Geometry, 4326), centre geometry(Point, 4326), west double precision,"
                + " south double precision, east double precision, north double precision)");
        for (int id = 0; id < rows.size(); id++) {
            insert(id, rows.get(id));
        }
    }

    @AfterEach
    void dropTheTable() {
        jdbc.execute("drop table " + SamplePlaces.TABLE);
    }

    private void insert(int id, Map<String, @Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(id);
        row.forEach((name, value) -> values.add(
                value instanceof Instant moment
                        ? moment.atOffset(ZoneOffset.UTC)
                        : value instanceof Geometry geometry ? geometry.toText() : value));
        Geometry shape = (Geometry) row.get("shape");
        Envelope box = shape == null ? null : shape.getEnvelopeInternal();
        values.add(box == null ? null : box.getMinX());
        values.add(box == null ? null : box.getMinY());
        values.add(box == null ? null : box.getMaxX());
        values.add(box == null ? null : box.getMaxY());
        int[] types = {
            Types.INTEGER,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.SMALLINT,
            Types.BIGINT,
            Types.DOUBLE,
            Types.NUMERIC,
            Types.BOOLEAN,
            Types.DATE,
            Types.DATE,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.DOUBLE,
            Types.DOUBLE,
            Types.DOUBLE,
            Types.DOUBLE
        };
        jdbc.update(
                "insert into " + SamplePlaces.TABLE + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " st_geomfromtext(?, 4326), st_geomfromtext(?, 4326), ?, ?, ?, ?)",
                values.toArray(),
                types);
    }

    @Test
    void aRandomFilterFindsTheRowsThatItFindsInMemory() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (long seed = 0; seed < 1500; seed++) {
            Condition condition = new RandomFilters(new Random(seed)).condition();
            Cql2Filter filter = SamplePlaces.filter(condition);
            List<Integer> found = inMemory(filter);

            assertThat(inDatabase(filter))
                    .as("seed %d: %s", seed, filter.toText())
                    .isEqualTo(found);
            sizes.merge(found.isEmpty() ? "none" : found.size() == rows.size() ? "all" : "some", 1, Integer::sum);
        }
        // A comparison of nothing with nothing would prove nothing.
        assertThat(sizes.get("some")).isGreaterThan(700);
    }

    @Test
    void everyRelationHoldsForSomeRowAndNotForOthers() {
        TreeSet<String> without = new TreeSet<>();
        for (SpatialRelation relation : SpatialRelation.values()) {
            String call = relation.operator() + "(shape, ";
            Cql2Filter filter = text(call + "POLYGON((106 21, 106 23, 108 23, 108 21, 106 21))) OR " + call
                    + "LINESTRING(105 21, 109 21)) OR " + call + "POINT(108.2 22.2))");
            List<Integer> found = inMemory(filter);
            assertThat(inDatabase(filter)).as(filter.toText()).isEqualTo(found);
            if (found.isEmpty() || found.size() == rows.size()) {
                without.add(relation.name());
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void vietnameseNamesAreFoundWithoutMarksAndCapitals() {
        assertThat(names("accenti(casei(name)) = accenti(casei('quan lao'))"))
                .containsExactlyInAnyOrder("Quán Lào", "quan lao", "QUÁN LÀO");
        assertThat(names("casei(name) = casei('quán lào')")).containsExactlyInAnyOrder("Quán Lào", "QUÁN LÀO");
        assertThat(names("accenti(name) LIKE accenti('Định t%')")).containsExactly("Đình tân");
        // The same name typed as letters with combining marks.
        assertThat(names("name = 'Qua\u0301n La\u0300o'")).containsExactly("Quán Lào");
    }

    @Test
    void bytesDecideTheOrderOfTexts() {
        // T before t before Đ (U+0110), whatever the locale of the database.
        assertThat(names("name > 'Thôn 2'")).containsExactlyInAnyOrder("quan lao", "thôn 10", "Định Tân", "Đình tân");
    }

    @Test
    void aBackslashTakesAWildcardAsItIs() {
        assertThat(names("name LIKE '50\\%\\_a\\\\b'")).containsExactly("50%_a\\b");
        assertThat(names("name LIKE '5_%'")).containsExactly("50%_a\\b");
        assertThat(names("name LIKE '5\\_%'")).isEmpty();
    }

    @Test
    void namedParametersFindTheSame() {
        SqlCondition sql =
                text("\"and\" IN (1, 2.5, 3) AND NOT name = 'Thôn 2'").toSql(dialect());

        assertThat(new NamedParameterJdbcTemplate(jdbc)
                        .queryForList(SELECT + sql.text("cql"), sql.parameters("cql"), Integer.class))
                .containsExactlyInAnyOrderElementsOf(jdbc.queryForList(
                        SELECT + sql.text(), Integer.class, sql.values().toArray()))
                .isNotEmpty();
    }

    @Test
    void thousandValuesAreAnswered() {
        String values = "7" + ", 1.5".repeat(Budget.MAX_VALUES - 2);

        assertThat(inDatabase(text("count IN (" + values + ")"))).isEmpty();
    }

    private TreeSet<String> names(String filter) {
        TreeSet<String> names = new TreeSet<>();
        inDatabase(text(filter)).forEach(id -> names.add((String) rows.get(id).get("name")));
        return names;
    }

    private static Cql2Filter text(String filter) {
        return Cql2Filter.parse(filter, Cql2Filter.Encoding.TEXT, SamplePlaces.QUERYABLES, FilterCrs.CRS84);
    }

    private List<Integer> inMemory(Cql2Filter filter) {
        List<Integer> found = new ArrayList<>();
        for (int id = 0; id < rows.size(); id++) {
            if (filter.matches(rows.get(id)::get, null)) {
                found.add(id);
            }
        }
        return found;
    }

    private List<Integer> inDatabase(Cql2Filter filter) {
        SqlCondition sql = filter.toSql(dialect());
        return jdbc.queryForList(
                SELECT + sql.text() + " order by p.id",
                Integer.class,
                sql.values().toArray());
    }
}
