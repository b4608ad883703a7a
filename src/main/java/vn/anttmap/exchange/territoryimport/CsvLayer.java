package vn.anttmap.exchange.territoryimport;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.anttmap.geo.VietnameseText;

/** A table with a column of WKT, or with two columns X and Y. Its bytes are kept: the letters are found out later. */
final class CsvLayer {

    private static final Set<String> WKT = folded("wkt", "geom", "geometry", "the geom", "wkt geom", "hình học");
    private static final Set<String> EAST = folded(
            "x",
            "x (m)",
            "e",
            "east",
            "easting",
            "longitude",
            "lon",
            "lng",
            "kinh độ",
            "x đông",
            "tọa độ x",
            "toạ độ x (m)");
    private static final Set<String> NORTH = folded(
            "y", "y (m)", "n", "north", "northing", "latitude", "lat", "vĩ độ", "y bắc", "tọa độ y", "toạ độ y (m)");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private CsvLayer() {}

    static RawLayer read(byte[] file, TerritoryImportSettings limits, ImportBudget budget) {
        boolean marked =
                file.length >= 3 && (file[0] & 0xFF) == 0xEF && (file[1] & 0xFF) == 0xBB && (file[2] & 0xFF) == 0xBF;
        // One letter for each byte, so that every cell gives its bytes back.
        String text = new String(file, marked ? 3 : 0, file.length - (marked ? 3 : 0), StandardCharsets.ISO_8859_1);
        List<CSVRecord> lines = lines(text, limits);
        List<String> heading = lines.get(0).toList().stream().map(String::strip).toList();
        int wkt = find(heading, WKT);
        int x = find(heading, EAST);
        int y = find(heading, NORTH);
        if (wkt < 0 && (x < 0 || y < 0)) {
            throw BadFile.of("import-csv-place");
        }
        List<RawLayer.Row> rows = new ArrayList<>();
        for (CSVRecord line : lines.subList(1, lines.size())) {
            budget.tick();
            List<byte[]> cells = new ArrayList<>();
            for (int i = 0; i < heading.size(); i++) {
                byte[] cell = i == wkt ? new byte[0] : bytes(cell(line, i));
                budget.cell(cell.length);
                cells.add(cell);
            }
            int number = rows.size() + 1;
            rows.add(
                    wkt >= 0
                            ? wktRow(number, cell(line, wkt), cells, budget)
                            : pointRow(number, cell(line, x), cell(line, y), cells, budget));
        }
        return new RawLayer(
                "csv", heading.stream().map(CsvLayer::bytes).toList(), rows, null, marked ? "UTF-8" : null, false);
    }

    private static List<CSVRecord> lines(String text, TerritoryImportSettings limits) {
        String first = text.lines().findFirst().orElse("");
        char separator = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(first, each) > count(first, separator)) {
                separator = each;
            }
        }
        List<CSVRecord> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(
                new StringReader(text),
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(true)
                        .get())) {
            for (CSVRecord line : parser) {
                lines.add(line);
                if (lines.size() > limits.mostFeatures() + 1) {
                    throw BadFile.of("import-features-many", limits.mostFeatures());
                }
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
            throw BadFile.damaged("CSV");
        }
        if (lines.size() < 2) {
            throw BadFile.of("import-file-empty");
        }
        return lines;
    }

    private static RawLayer.Row wktRow(int number, String wkt, List<byte[]> cells, ImportBudget budget) {
        if (wkt.isEmpty()) {
            return new RawLayer.Row(number, null, false, null, cells);
        }
        // EWKT carries the system in front.
        String plain = wkt.replaceFirst("(?i)^SRID=\\d+;", "");
        if (nested(plain) > 8) {
            return new RawLayer.Row(number, null, false, "shape-damaged", cells);
        }
        try {
            WKTReader reader = new WKTReader(FACTORY);
            reader.setFixStructure(true);
            Geometry geometry = reader.read(plain);
            budget.places(geometry.getNumPoints());
            boolean hasZ = !geometry.isEmpty()
                    && !Double.isNaN(geometry.getCoordinate().getZ());
            return new RawLayer.Row(number, geometry.isEmpty() ? null : geometry, hasZ, null, cells);
        } catch (ParseException | IllegalArgumentException | NullPointerException e) {
            // The reader meets some damage with other exceptions than its own.
            return new RawLayer.Row(number, null, false, "shape-damaged", cells);
        }
    }

    private static int nested(String wkt) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < wkt.length(); i++) {
            depth += wkt.charAt(i) == '(' ? 1 : wkt.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static RawLayer.Row pointRow(int number, String x, String y, List<byte[]> cells, ImportBudget budget) {
        Double east = number(x);
        Double north = number(y);
        if (east == null || north == null) {
            return new RawLayer.Row(number, null, false, x.isEmpty() && y.isEmpty() ? null : "shape-damaged", cells);
        }
        budget.places(1);
        return new RawLayer.Row(
                number, FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(east, north)), false, null, cells);
    }

    private static @Nullable Double number(String text) {
        try {
            double value = Double.parseDouble(plain(text));
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** "2.527.004,51" and "2 527 004.51" are one number; a single mark is the decimal one. */
    private static String plain(String text) {
        String tight = text.replace(" ", "").replace("\u00C2\u00A0", "");
        int comma = tight.lastIndexOf(',');
        int dot = tight.lastIndexOf('.');
        if (comma >= 0 && dot >= 0) {
            return comma > dot ? tight.replace(".", "").replace(',', '.') : tight.replace(",", "");
        }
        char mark = comma >= 0 ? ',' : '.';
        return tight.indexOf(mark) != tight.lastIndexOf(mark)
                ? tight.replace(String.valueOf(mark), "")
                : tight.replace(',', '.');
    }

    /** As the headings are compared: without diacritics, and "y" as "i". */
    private static Set<String> folded(String... names) {
        return java.util.Arrays.stream(names)
                .map(VietnameseText::fold)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static int find(List<String> heading, Set<String> names) {
        for (int i = 0; i < heading.size(); i++) {
            String utf8 = new String(bytes(heading.get(i)), StandardCharsets.UTF_8);
            if (names.contains(VietnameseText.fold(utf8))) {
                return i;
            }
        }
        return -1;
    }

    private static String cell(CSVRecord line, int i) {
        return i < line.size() ? line.get(i).strip() : "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }
}
