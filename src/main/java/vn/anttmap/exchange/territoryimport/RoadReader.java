package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import vn.anttmap.exchange.territoryimport.ColumnGuess.Meaning;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.CoordinateTransformException;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.VietnamBounds;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.geo.Wgs84;

/** Turns rows of the file into road segments, as the letters, the system and the columns were understood. */
final class RoadReader {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 200;

    /** About a millimetre. */
    private static final double SAME_PLACE_DEGREES = 1e-8;

    private static final double SHORTEST_METERS = 1;
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    private final TextReading text;
    private final SystemGuess.Option system;
    private final ColumnGuess columns;
    private final ImportBudget budget;

    RoadReader(TextReading text, SystemGuess.Option system, ColumnGuess columns, ImportBudget budget) {
        this.text = text;
        this.system = system;
        this.columns = columns;
        this.budget = budget;
    }

    List<RoadDraft> read(List<RawLayer.Row> rows) {
        List<RoadDraft> roads = new ArrayList<>();
        for (RawLayer.Row row : rows) {
            budget.tick();
            roads.add(read(row));
        }
        return roads;
    }

    private RoadDraft read(RawLayer.Row row) {
        List<Issue> issues = new ArrayList<>();
        List<GeometryRepair.Step> repairs = new ArrayList<>();
        MultiLineString course = course(row, repairs, issues);
        String name = cell(row, Meaning.NAME);
        RoadDraft road = new RoadDraft(
                row.number(),
                new RoadDraft.Words(
                        name,
                        words(row, Meaning.FROM, issues),
                        words(row, Meaning.TO, issues),
                        words(row, Meaning.OWNER, issues),
                        day(row, issues)),
                course,
                repairs);
        road.issues.addAll(issues);
        if (name.isBlank()) {
            road.issues.add(Issue.refusal("name-missing", road.middle()));
        } else if (name.length() > LONGEST_NAME || !VietnameseText.storable(name)) {
            road.issues.add(Issue.refusal("name-long", road.middle(), String.valueOf(LONGEST_NAME)));
        } else if (name.indexOf('\uFFFD') >= 0) {
            road.issues.add(Issue.refusal("name-unreadable", road.middle()));
        }
        return road;
    }

    private @Nullable String words(RawLayer.Row row, Meaning meaning, List<Issue> issues) {
        String said = cell(row, meaning);
        if (said.isEmpty()) {
            return null;
        }
        if (said.length() > LONGEST_TEXT || !VietnameseText.storable(said) || said.indexOf('\uFFFD') >= 0) {
            issues.add(Issue.remark("text-left-out", null, meaning.key()));
            return null;
        }
        return said;
    }

    private @Nullable LocalDate day(RawLayer.Row row, List<Issue> issues) {
        String said = cell(row, Meaning.FOUNDED);
        if (said.isEmpty()) {
            return null;
        }
        try {
            Matcher day = DAY.matcher(said);
            if (day.matches()) {
                return LocalDate.of(
                        Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
            }
            // A DBF has 20190815, GeoJSON 2019-08-15.
            return said.matches("\\d{8}")
                    ? LocalDate.parse(said, java.time.format.DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(said.substring(0, Math.min(10, said.length())));
        } catch (DateTimeParseException e) {
            issues.add(Issue.remark("day-left-out", null, said.length() > 30 ? said.substring(0, 30) : said));
            return null;
        } catch (java.time.DateTimeException e) {
            issues.add(Issue.remark("day-left-out", null, said));
            return null;
        }
    }

    private String cell(RawLayer.Row row, Meaning meaning) {
        Integer column = columns.columns().get(meaning);
        if (column == null || column >= row.cells().size()) {
            return "";
        }
        String read = text.read(row.cells().get(column));
        return read == null ? "\uFFFD" : read.strip().replaceAll("\\s+", " ");
    }

    private @Nullable MultiLineString course(RawLayer.Row row, List<GeometryRepair.Step> repairs, List<Issue> issues) {
        Geometry geometry = row.geometry();
        if (geometry == null || geometry.isEmpty()) {
            issues.add(Issue.refusal(row.fault() == null ? "line-missing" : row.fault(), null));
            return null;
        }
        if (geometry.getDimension() != 1) {
            issues.add(Issue.refusal("no-line", null));
            return null;
        }
        try {
            Geometry there = CoordinateTransform.between(system.system(), CoordinateSystems.WGS84)
                    .transformOrSame(system.swapped() ? Swap.of(geometry) : geometry);
            Coordinate first = there.getEnvelopeInternal().centre();
            if (!VietnamBounds.contains(first.x, first.y)) {
                issues.add(Issue.refusal("outside-vietnam", null));
                return null;
            }
            return lines(there, row.hasZ(), repairs, issues);
        } catch (CoordinateTransformException e) {
            issues.add(Issue.refusal("outside-vietnam", null));
            return null;
        }
    }

    private static @Nullable MultiLineString lines(
            Geometry there, boolean hasZ, List<GeometryRepair.Step> repairs, List<Issue> issues) {
        double before = GeodesicMeasure.lengthKm(there) * 1_000;
        List<LineString> lines = new ArrayList<>();
        int places = 0;
        for (int i = 0; i < there.getNumGeometries(); i++) {
            List<Coordinate> kept = new ArrayList<>();
            for (Coordinate place : there.getGeometryN(i).getCoordinates()) {
                if (kept.isEmpty() || kept.get(kept.size() - 1).distance(place) > SAME_PLACE_DEGREES) {
                    kept.add(new Coordinate(place.x, place.y));
                }
            }
            places += kept.size();
            if (kept.size() > 1) {
                lines.add(Wgs84.FACTORY.createLineString(kept.toArray(Coordinate[]::new)));
            }
        }
        MultiLineString course = Wgs84.FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
        double after = GeodesicMeasure.lengthKm(course) * 1_000;
        if (hasZ) {
            repairs.add(new GeometryRepair.Step("heights", before, before));
        }
        if (places < there.getNumPoints()) {
            repairs.add(new GeometryRepair.Step("repeated", before, after));
        }
        if (after < SHORTEST_METERS) {
            issues.add(Issue.refusal("line-short", null));
            return null;
        }
        return course;
    }
}
