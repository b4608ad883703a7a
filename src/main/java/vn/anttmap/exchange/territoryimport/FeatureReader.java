package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.exchange.territoryimport.ColumnGuess.Meaning;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.CoordinateTransformException;
import vn.anttmap.geo.ManyAtOnce;
import vn.anttmap.geo.VietnamBounds;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.UnitKind;

/** Turns rows of the file into areas, as the letters, the system and the columns were understood. */
final class FeatureReader {

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_CODE = 10;

    private static final Pattern DECIMALS = Pattern.compile("[.,]0+$");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[ .,](?=\\d{3}(?!\\d))");

    private final TextReading text;
    private final SystemGuess.Option system;
    private final CoordinateTransform transform;
    private final ColumnGuess columns;
    private final @Nullable UnitKind usualKind;
    private final int mostCrossings;
    private final ImportBudget budget;
    private boolean communes;

    FeatureReader(
            TextReading text,
            SystemGuess.Option system,
            ColumnGuess columns,
            @Nullable UnitKind usualKind,
            int mostCrossings,
            ImportBudget budget) {
        this.mostCrossings = mostCrossings;
        this.budget = budget;
        this.text = text;
        this.system = system;
        this.transform = CoordinateTransform.between(system.system(), CoordinateSystems.WGS84);
        this.columns = columns;
        this.usualKind = usualKind;
    }

    /** Names and kinds are those of communes. */
    FeatureReader ofCommunes() {
        communes = true;
        return this;
    }

    List<Area> read(List<RawLayer.Row> rows) {
        return new ArrayList<>(ManyAtOnce.map(rows, row -> {
            budget.tick();
            return read(row);
        }));
    }

    private Area read(RawLayer.Row row) {
        List<Issue> issues = new ArrayList<>();
        GeometryRepair.Result shape = shape(row, issues);
        String called = cell(row, Meaning.NAME);
        AreaName.Split name = communes ? CommuneName.split(called) : AreaName.split(called);
        Area area = new Area(
                row.number(),
                name,
                kind(row, name),
                code(row, issues),
                count(row, Meaning.HOUSEHOLDS, issues),
                count(row, Meaning.POPULATION, issues),
                shape.geometry(),
                shape.steps());
        area.issues.addAll(issues);
        area.followed = cell(row, Meaning.PREDECESSOR);
        // Worked out here, where several are read at once.
        area.foldedName();
        if (name.name().isBlank()) {
            area.issues.add(Issue.refusal("name-missing", area.middle()));
        } else if (called.length() > LONGEST_NAME || !VietnameseText.storable(called)) {
            area.issues.add(Issue.refusal("name-long", area.middle(), String.valueOf(LONGEST_NAME)));
        } else if (called.indexOf('\uFFFD') >= 0) {
            area.issues.add(Issue.refusal("name-unreadable", area.middle()));
        }
        return area;
    }

    private @Nullable UnitKind kind(RawLayer.Row row, AreaName.Split name) {
        String told = cell(row, Meaning.KIND);
        Optional<UnitKind> said = communes ? CommuneName.kind(told) : AreaName.kind(told);
        return said.orElseGet(() -> name.kind() != null ? name.kind() : usualKind);
    }

    private @Nullable String code(RawLayer.Row row, List<Issue> issues) {
        String code = cell(row, Meaning.CODE);
        if (code.isEmpty()) {
            return null;
        }
        if (code.length() > LONGEST_CODE || !VietnameseText.storable(code)) {
            issues.add(Issue.remark("code-left-out", null, code.length() > 30 ? code.substring(0, 30) : code));
            return null;
        }
        return code;
    }

    private @Nullable Integer count(RawLayer.Row row, Meaning meaning, List<Issue> issues) {
        String said = cell(row, meaning);
        if (said.isEmpty()) {
            return null;
        }
        // "1.234" and "1 234" are thousands; "117.000" out of a DBF is 117 with decimals.
        String digits =
                THOUSANDS.matcher(DECIMALS.matcher(said).replaceFirst("")).replaceAll("");
        try {
            int value = Integer.parseInt(digits);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        issues.add(Issue.remark(
                "number-left-out", null, meaning.key(), said.length() > 30 ? said.substring(0, 30) : said));
        return null;
    }

    private String cell(RawLayer.Row row, Meaning meaning) {
        Integer column = columns.columns().get(meaning);
        if (column == null || column >= row.cells().size()) {
            return "";
        }
        String read = text.read(row.cells().get(column));
        return read == null ? "\uFFFD" : read.strip();
    }

    private GeometryRepair.Result shape(RawLayer.Row row, List<Issue> issues) {
        Geometry geometry = row.geometry();
        if (geometry == null || geometry.isEmpty()) {
            issues.add(Issue.refusal(row.fault() == null ? "shape-missing" : row.fault(), null));
            return new GeometryRepair.Result(null, List.of(), null);
        }
        try {
            Geometry there = transform.transformOrSame(system.swapped() ? Swap.of(geometry) : geometry);
            Coordinate first = there.getEnvelopeInternal().centre();
            if (!VietnamBounds.contains(first.x, first.y)) {
                issues.add(Issue.refusal("outside-vietnam", null));
                return new GeometryRepair.Result(null, List.of(), null);
            }
            GeometryRepair.Result result = GeometryRepair.repair(there, row.hasZ(), mostCrossings, budget);
            if (result.fault() != null) {
                issues.add(Issue.refusal(result.fault(), first));
            }
            return result;
        } catch (CoordinateTransformException e) {
            issues.add(Issue.refusal("outside-vietnam", null));
        } catch (UserProblem e) {
            throw e;
        } catch (RuntimeException e) {
            // The overlay meets some broken geometry with exceptions of its own.
            issues.add(Issue.refusal("shape-damaged", null));
        }
        return new GeometryRepair.Result(null, List.of(), null);
    }
}
