package vn.anttmap.gisdata;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * Invented incidents. Only the sums of Quán Lào are sourced: 45 from the start of 2018 to 2019-08-15, 12 settled by the
 * town and 33 by the district, no major case, no especially serious traffic accident.
 */
final class Incidents {

    static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String NOTE_QUAN_LAO =
            "Vụ việc minh hoạ: chỉ tổng số 45 vụ (12 thị trấn, 33 huyện) theo báo cáo ngày 15/8/2019; vị trí, thời gian"
                    + " và tình tiết do máy tạo.";
    private static final String NOTE_TRA_LINH = "Vụ việc minh hoạ: vị trí, thời gian và tình tiết đều do máy tạo.";

    /** Columns as in {@link Row}; the last one names the block of each incident. */
    private static final String QUAN_LAO = """
            TTXH      |                |commune |hamlet|18-23|0|2|0|0|0 |2,2,4,3
            TTXH      |IT_NGHIEM_TRONG |district|hamlet|22-25|4|1|0|0|8 |2,2,4,4,3,1,5
            TTXH      |                |district|road  |13-18|0| |0|0|5 |2,4,3
            TTXH      |NGHIEM_TRONG    |district|road  |20-24|0|3|0|1|0 |2,4,3
            TNGT      |VA_CHAM         |commune |road  |7-8  |0|2|0|0|1 |2
            TNGT      |VA_CHAM         |district|road  |16-19|0|2|0|1|3 |2,4,1
            TNGT      |IT_NGHIEM_TRONG |district|road  |17-22|0|2|0|1|15|4,3,5
            TNGT      |NGHIEM_TRONG    |district|road  |21-23|0|2|1|0|20|1
            TNGT      |                |district|road  |5-7  |0|2|0|1|  |2
            MATUY     |NGHIEM_TRONG    |district|road  |14-22|0|1|0|0|0 |2,4,3
            MATUY     |                |district|hamlet|14-22|0| |0|0|0 |5
            TNXH      |                |district|hamlet|13-23|0|5|0|0|0 |2,4,3,1
            TRANHCHAP |                |commune |area  |8-20 |0|2|0|0|0 |1,3,5
            TRANHCHAP |                |commune |hamlet|8-20 |0|2|0|0|0 |2,4
            KINHTE    |                |district|road  |9-16 |0|1|0|0|  |2
            MOITRUONG |                |district|area  |9-16 |0| |0|0|  |5
            CHAYNO    |CAP_I           |district|hamlet|2-22 |0| |0|0|35|4
            MANG      |                |district|area  |9-20 |0| |0|0|18|3
            KHIEUKIEN |                |commune |area  |8-16 |0|6|0|0|0 |1
            KHAC      |                |commune |area  |8-21 |0| |0|0|  |2
            """;

    /** The same, with the code of each incident's commune. */
    private static final String TRA_LINH = """
            TTXH      |                |commune |hamlet|18-23|0|2|0|0|0 |01447,01447,01456
            TTXH      |IT_NGHIEM_TRONG |district|hamlet|22-25|4|1|0|0|7 |01447,01447,01471,01453,01474
            TTXH      |NGHIEM_TRONG    |district|road  |19-23|0|3|0|1|0 |01447,01462
            TNGT      |VA_CHAM         |commune |road  |7-18 |0|2|0|0|2 |01447,01456
            TNGT      |IT_NGHIEM_TRONG |district|road  |16-21|0|2|0|1|9 |01447,01471,01456
            TNGT      |NGHIEM_TRONG    |district|road  |18-22|0|2|1|0|15|01471
            MATUY     |NGHIEM_TRONG    |district|road  |14-22|0|1|0|0|0 |01447,01453
            MATUY     |                |district|hamlet|14-22|0| |0|0|0 |01447
            TNXH      |                |district|hamlet|13-23|0|4|0|0|0 |01447,01456
            TRANHCHAP |                |commune |hamlet|8-20 |0|2|0|0|0 |01471,01462,01465,01459
            ANBG      |                |district|area  |1-5  |0|3|0|0|  |01450,01453
            CHAYNO    |CAP_I           |commune |hamlet|2-22 |0| |0|0|25|01465
            DUOINUOC  |                |commune |area  |14-17|0|1|0|0|0 |01474
            MOITRUONG |                |commune |area  |9-16 |0| |0|0|  |01462
            """;

    /**
     * Incidents of one sort.
     *
     * @param how road, hamlet or area: where they stand and how exact the place is
     * @param spanHours 0 for a known time, else how long before it was found that it may have happened
     * @param damageMillionDong empty where unknown, like the other counts
     */
    private record Row(
            String category,
            String severity,
            String level,
            String how,
            int firstHour,
            int lastHour,
            int spanHours,
            String persons,
            String dead,
            String injured,
            String damageMillionDong,
            List<String> where) {

        static Row parse(String line) {
            String[] cells = line.split("\\|");
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i].strip();
            }
            String[] hours = cells[4].split("-");
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    Integer.parseInt(hours[0]),
                    Integer.parseInt(hours[1]),
                    Integer.parseInt(cells[5]),
                    cells[6],
                    cells[7],
                    cells[8],
                    cells[9],
                    List.of(cells[10].split(",")));
        }
    }

    private record Incident(Instant occurredAt, Map<String, @Nullable Object> properties, Point point) {}

    private final Random random;
    private final PlacePicker picker;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final String note;

    private Incidents(long seed, List<LineString> roads, LocalDate firstDay, LocalDate lastDay, String note) {
        this.random = new Random(seed);
        this.picker = new PlacePicker(roads, random);
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.note = note;
    }

    static Map<Map<String, @Nullable Object>, Geometry> quanLao(Place place, List<LineString> roads) {
        List<UnitVersion> blocks = place.hamletsOf("commune-15394-2019");
        // The last day is three days before the conference: late reports still arrive in time.
        return new Incidents(45, roads, LocalDate.of(2018, 1, 1), LocalDate.of(2019, 8, 12), NOTE_QUAN_LAO)
                .make("quan-lao", QUAN_LAO, block -> List.of(blocks.get(Integer.parseInt(block) - 1)));
    }

    static Map<Map<String, @Nullable Object>, Geometry> traLinh(Place place, List<LineString> roads) {
        return new Incidents(30, roads, LocalDate.of(2017, 1, 1), LocalDate.of(2019, 8, 12), NOTE_TRA_LINH)
                .make("tra-linh", TRA_LINH, code -> place.hamletsOf("commune-" + code + "-2019"));
    }

    private Map<Map<String, @Nullable Object>, Geometry> make(
            String place, String table, Function<String, List<UnitVersion>> hamlets) {
        List<Incident> incidents = new ArrayList<>();
        for (Row row : table.lines().map(Row::parse).toList()) {
            for (String where : row.where()) {
                incidents.add(incident(row, hamlets.apply(where)));
            }
        }
        incidents.sort(Comparator.comparing(Incident::occurredAt));
        Map<Map<String, @Nullable Object>, Geometry> result = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            String seed = "antt-map/demo/" + place + "/" + (result.size() + 1);
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put(
                    "id",
                    UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                            .toString());
            properties.putAll(incident.properties());
            result.put(properties, incident.point());
        }
        return result;
    }

    private Incident incident(Row row, List<UnitVersion> hamlets) {
        Instant occurredAt = time(row);
        Instant until = occurredAt.plus(row.spanHours(), ChronoUnit.HOURS);
        Instant reportedAt = until.plus(10 + 5L * random.nextInt(60), ChronoUnit.MINUTES);
        boolean fresh = reportedAt.isAfter(day(LocalDate.of(2019, 7, 15)));
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("occurredAt", occurredAt.toString());
        properties.put("occurredUntil", row.spanHours() == 0 ? null : until.toString());
        properties.put("reportedAt", reportedAt.toString());
        properties.put("placeAccuracy", accuracy(row.how()));
        properties.put("category", row.category());
        properties.put("severity", row.severity().isEmpty() ? null : row.severity());
        properties.put("majorCase", false);
        properties.put("personsInvolved", count(row.persons()));
        properties.put("dead", count(row.dead()));
        properties.put("injured", count(row.injured()));
        Integer million = count(row.damageMillionDong());
        properties.put("damageDong", million == null ? null : million * 1_000_000);
        properties.put("handlingLevel", row.level());
        // All 45 of Quán Lào are reported as settled.
        properties.put("state", fresh && note.equals(NOTE_TRA_LINH) ? "verifying" : "resolved");
        properties.put("synthetic", true);
        properties.put("syntheticNote", note);
        return new Incident(
                occurredAt, properties, position(row, hamlets.get(random.nextInt(hamlets.size())), hamlets));
    }

    private Point position(Row row, UnitVersion hamlet, List<UnitVersion> hamlets) {
        return switch (row.how()) {
            case "area" -> picker.middle(area(hamlet));
            case "road" -> picker.byRoad(hamlets.size() == 1 ? area(hamlet) : area(crossed(hamlets, hamlet)));
            default -> picker.inside(area(hamlet));
        };
    }

    /** A hamlet of the commune that has a road; the given one if none has. */
    private UnitVersion crossed(List<UnitVersion> hamlets, UnitVersion otherwise) {
        List<UnitVersion> crossed =
                hamlets.stream().filter(hamlet -> picker.hasRoad(area(hamlet))).toList();
        return crossed.isEmpty() ? otherwise : crossed.get(random.nextInt(crossed.size()));
    }

    private static Geometry area(UnitVersion hamlet) {
        Geometry area = hamlet.geometry();
        if (area == null) {
            throw new IllegalArgumentException(hamlet.key() + " has no boundary to put an incident in");
        }
        return area;
    }

    private String accuracy(String how) {
        return switch (how) {
            case "area" -> "area";
            case "road" -> random.nextInt(3) == 0 ? "street" : "exact";
            default -> random.nextInt(3) == 0 ? "exact" : "street";
        };
    }

    /** Hours past 24 are in the night after the day. */
    private Instant time(Row row) {
        LocalDate day = firstDay.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(firstDay, lastDay)));
        int hour = row.firstHour() + random.nextInt(row.lastHour() - row.firstHour() + 1);
        return day(day).plus(hour * 60L + 5L * random.nextInt(12), ChronoUnit.MINUTES);
    }

    private static Instant day(LocalDate day) {
        return day.atStartOfDay(VIET_NAM).toInstant();
    }

    private static @Nullable Integer count(String cell) {
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }
}
