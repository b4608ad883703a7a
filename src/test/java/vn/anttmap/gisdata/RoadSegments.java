package vn.anttmap.gisdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * Self-managed road segments (đoạn đường tự quản), drawn by hand inside the real communes. All are invented: no openly
 * licensed road file of the two places could be had.
 */
final class RoadSegments {

    static final String NOTE = "Đoạn đường minh hoạ, vẽ tay, không phải tuyến đường thật.";

    private static final String MAIN_ROAD = "Quốc lộ 45 (đoạn minh hoạ)";
    private static final String TOWN_AXIS = "Trục chính thị trấn (đoạn minh hoạ)";
    private static final String QUANG_HAN = "Đường liên xã Quang Hán (đoạn minh hoạ)";

    /** Points drawn between two of the hand-drawn ones. */
    private static final int STEPS = 6;

    /** Line in EPSG:4326, longitude first, running from the first description to the second. */
    record RoadSegment(
            String key, String name, String from, String to, String owner, LocalDate foundedOn, LineString line) {

        Map<String, @Nullable Object> properties() {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("key", key);
            properties.put("name", name);
            properties.put("fromDescription", from);
            properties.put("toDescription", to);
            properties.put("owner", owner);
            properties.put("foundedOn", foundedOn.toString());
            properties.put("validFrom", foundedOn.toString());
            properties.put("validTo", null);
            properties.put("synthetic", true);
            properties.put("syntheticNote", NOTE);
            return properties;
        }
    }

    private RoadSegments() {}

    static List<RoadSegment> quanLao() {
        List<LineString> axis = cut(
                "105.64443 19.97691, 105.64743 19.97469, 105.65064 19.97228, 105.65321 19.96865, 105.65643 19.96744,"
                        + " 105.65943 19.96623, 105.66243 19.96503",
                2,
                3,
                5);
        return List.of(
                segment(
                        "quan-lao-1",
                        MAIN_ROAD,
                        "Đầu khu phố 1",
                        "Ngã ba trung tâm",
                        "Hội Cựu chiến binh",
                        2015,
                        12,
                        axis.get(0)),
                segment(
                        "quan-lao-2",
                        MAIN_ROAD,
                        "Ngã ba trung tâm",
                        "Ngã tư khu phố 4",
                        "Hội Liên hiệp Phụ nữ",
                        2016,
                        3,
                        axis.get(1)),
                segment(
                        "quan-lao-3",
                        MAIN_ROAD,
                        "Ngã tư khu phố 4",
                        "Ngã ba khu phố 5",
                        "Đoàn Thanh niên",
                        2016,
                        3,
                        axis.get(2)),
                segment(
                        "quan-lao-4",
                        MAIN_ROAD,
                        "Ngã ba khu phố 5",
                        "Cuối khu phố 5",
                        "Hội Nông dân",
                        2016,
                        10,
                        axis.get(3)),
                segment(
                        "quan-lao-5",
                        "Đường nội thị 1 (minh hoạ)",
                        "Ngã ba trung tâm",
                        "Cuối khu phố 3",
                        "Hội Liên hiệp Phụ nữ",
                        2017,
                        3,
                        line("105.65064 19.97228, 105.65107 19.97469, 105.65094 19.97731")),
                segment(
                        "quan-lao-6",
                        "Đường nội thị 2 (minh hoạ)",
                        "Ngã ba trung tâm",
                        "Cuối khu phố 2",
                        "Hội Cựu chiến binh",
                        2017,
                        3,
                        line("105.65064 19.97228, 105.64829 19.97167, 105.64571 19.97308")),
                segment(
                        "quan-lao-7",
                        "Đường nội thị 3 (minh hoạ)",
                        "Ngã tư khu phố 4",
                        "Giáp thôn Thiết Đinh",
                        "Đoàn Thanh niên",
                        2017,
                        10,
                        line("105.65321 19.96865, 105.65600 19.96926, 105.65729 19.96905")),
                segment(
                        "quan-lao-8",
                        "Đường nội thị 4 (minh hoạ)",
                        "Ngã ba khu phố 5",
                        "Giáp thôn Thành Phú",
                        "Hội Nông dân",
                        2018,
                        2,
                        line("105.65943 19.96623, 105.65943 19.96543, 105.66071 19.96454")));
    }

    static List<RoadSegment> traLinh() {
        List<LineString> axis = cut(
                "106.33696 22.82049, 106.33000 22.82584, 106.32373 22.82926, 106.32652 22.83547, 106.32884 22.84082,"
                        + " 106.32814 22.84938, 106.33000 22.85794",
                2,
                4);
        List<LineString> quangHan = cut(
                "106.30214 22.81942, 106.30446 22.82584, 106.30911 22.83226, 106.31259 22.83975, 106.30679 22.84724,"
                        + " 106.29982 22.85366",
                3);
        return List.of(
                segment(
                        "tra-linh-1",
                        TOWN_AXIS,
                        "Xóm Cốc Càng",
                        "Trung tâm thị trấn",
                        "Hội Cựu chiến binh",
                        2015,
                        12,
                        axis.get(0)),
                segment(
                        "tra-linh-2",
                        TOWN_AXIS,
                        "Trung tâm thị trấn",
                        "Xóm Pò Rẫy",
                        "Hội Liên hiệp Phụ nữ",
                        2016,
                        3,
                        axis.get(1)),
                segment(
                        "tra-linh-3",
                        TOWN_AXIS,
                        "Xóm Pò Rẫy",
                        "Xóm Tổng Moòng",
                        "Đoàn Thanh niên",
                        2016,
                        3,
                        axis.get(2)),
                segment(
                        "tra-linh-4",
                        "Đường tổ dân phố (minh hoạ)",
                        "Trung tâm thị trấn",
                        "Cuối tổ dân phố",
                        "Hội Nông dân",
                        2016,
                        10,
                        line("106.32373 22.82926, 106.32165 22.82798, 106.32002 22.82477")),
                segment(
                        "tra-linh-5",
                        "Đường xóm Bản Lang (minh hoạ)",
                        "Xóm Pò Rẫy",
                        "Xóm Bản Lang",
                        "Hội Cựu chiến binh",
                        2017,
                        3,
                        line("106.32884 22.84082, 106.33464 22.83761, 106.33928 22.83440")),
                segment(
                        "tra-linh-6",
                        QUANG_HAN,
                        "Làng Kinh",
                        "Trung tâm xã",
                        "Đoàn Thanh niên",
                        2017,
                        3,
                        quangHan.get(0)),
                segment("tra-linh-7", QUANG_HAN, "Trung tâm xã", "Bản Măc", "Hội Nông dân", 2017, 10, quangHan.get(1)),
                segment(
                        "tra-linh-8",
                        "Đường liên xóm Cao Chương (minh hoạ)",
                        "Bản Lip",
                        "Bản Pát",
                        "Hội Liên hiệp Phụ nữ",
                        2018,
                        2,
                        line("106.33000 22.81300, 106.32768 22.80444, 106.32884 22.79374, 106.33116 22.78518")));
    }

    private static RoadSegment segment(
            String key, String name, String from, String to, String owner, int year, int month, LineString line) {
        return new RoadSegment(
                "road-" + key, name, from, to, owner + " (minh hoạ)", LocalDate.of(year, month, 22), line);
    }

    private static LineString line(String points) {
        return cut(points).get(0);
    }

    /** A smooth line through the points, cut at some of them (counted from 0). */
    private static List<LineString> cut(String points, int... at) {
        List<Coordinate> smooth = smooth(parse(points));
        List<LineString> lines = new ArrayList<>();
        int start = 0;
        for (int index : at) {
            lines.add(lineOf(smooth.subList(start, index * STEPS + 1)));
            start = index * STEPS;
        }
        lines.add(lineOf(smooth.subList(start, smooth.size())));
        return lines;
    }

    private static LineString lineOf(List<Coordinate> coordinates) {
        return GeoJson.FACTORY.createLineString(coordinates.toArray(Coordinate[]::new));
    }

    private static List<Coordinate> parse(String points) {
        List<Coordinate> result = new ArrayList<>();
        for (String pair : points.split(",")) {
            String[] numbers = pair.strip().split(" ");
            result.add(new Coordinate(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        }
        return result;
    }

    /** Catmull-Rom spline: it runs through every given point. */
    private static List<Coordinate> smooth(List<Coordinate> points) {
        List<Coordinate> result = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            Coordinate before = points.get(Math.max(0, i - 1));
            Coordinate from = points.get(i);
            Coordinate to = points.get(i + 1);
            Coordinate after = points.get(Math.min(points.size() - 1, i + 2));
            for (int step = 0; step < STEPS; step++) {
                double t = (double) step / STEPS;
                result.add(rounded(new Coordinate(
                        spline(before.x, from.x, to.x, after.x, t), spline(before.y, from.y, to.y, after.y, t))));
            }
        }
        result.add(rounded(points.get(points.size() - 1)));
        return result;
    }

    private static double spline(double before, double from, double to, double after, double t) {
        return 0.5
                * (2 * from
                        + (to - before) * t
                        + (2 * before - 5 * from + 4 * to - after) * t * t
                        + (3 * from - before - 3 * to + after) * t * t * t);
    }

    private static Coordinate rounded(Coordinate coordinate) {
        GeoJson.GRID.makePrecise(coordinate);
        return coordinate;
    }
}
