package vn.anttmap.ogcapi.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A small collection with every type of property, Vietnamese texts and missing values, in memory and as a table. */
final class SamplePlaces {

    static final String TABLE = "cql_place_of_this_test";

    static final Queryables QUERYABLES = Queryables.of(
            Queryable.of("name", ValueType.TEXT, "Tên", "p.name"),
            Queryable.of("tên_khác", ValueType.TEXT, "Tên khác", "p.other_name"),
            Queryable.of("and", ValueType.INTEGER, "Cấp", "p.severity"),
            Queryable.of("count", ValueType.INTEGER, "Số vụ", "p.how_many"),
            Queryable.of("weight", ValueType.NUMBER, "Trọng số", "p.weight"),
            Queryable.of("ratio", ValueType.NUMBER, "Tỷ lệ", "p.ratio"),
            Queryable.of("major", ValueType.BOOLEAN, "Nghiêm trọng", "p.major"),
            Queryable.of("from", ValueType.DATE, "Từ ngày", "p.day_from"),
            Queryable.of("to", ValueType.DATE, "Đến ngày", "p.day_to"),
            Queryable.of("seen", ValueType.TIMESTAMP, "Lúc", "p.seen"),
            Queryable.of("left", ValueType.TIMESTAMP, "Đến lúc", "p.gone"),
            Queryable.of("shape", ValueType.GEOMETRY, "Hình", "p.shape")
                    .within("p.west", "p.south", "p.east", "p.north"),
            Queryable.of("centre", ValueType.GEOMETRY, "Tâm", "p.centre"));

    private SamplePlaces() {}

    /** The features by the number of their row, always the same. */
    static List<Map<String, @Nullable Object>> rows() {
        Random random = new Random(20240131);
        RandomFilters values = new RandomFilters(random);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", orNull(random, values.text()));
            row.put("tên_khác", orNull(random, values.text()));
            row.put("and", orNull(random, random.nextInt(5)));
            row.put("count", orNull(random, random.nextInt(8) - 3L));
            row.put("weight", orNull(random, values.decimal()));
            row.put("ratio", orNull(random, BigDecimal.valueOf(random.nextInt(9) - 4, 1)));
            row.put("major", orNull(random, random.nextBoolean()));
            LocalDate from = values.day();
            row.put("from", orNull(random, from));
            row.put("to", orNull(random, from.plusDays(random.nextInt(3))));
            Instant seen = values.moment();
            row.put("seen", orNull(random, seen));
            row.put("left", orNull(random, seen.plusSeconds(3600L * random.nextInt(3))));
            row.put("shape", orNull(random, stored(values.geometry())));
            row.put("centre", orNull(random, stored(values.point())));
            rows.add(row);
        }
        return rows;
    }

    static Cql2Filter filter(Condition condition) {
        return Cql2Filter.parse(TextPrinter.print(condition), Cql2Filter.Encoding.TEXT, QUERYABLES, FilterCrs.CRS84);
    }

    private static @Nullable Object orNull(Random random, Object value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private static Geometry stored(Geometry geometry) {
        geometry.setSRID(4326);
        return geometry;
    }
}
