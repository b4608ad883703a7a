package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.CoordinateTransformException;
import vn.anttmap.geo.VietnamBounds;

/**
 * A file of points as a table: its columns, and longitude and latitude behind them. Letters and system are understood as for
 * boundaries; without ground to try systems on, a file in metres has to name its own.
 */
@Component
public class PointTable {

    private static final Set<String> ENDINGS = Set.of("zip", "gpkg", "geojson", "json", "kml", "kmz");
    private static final List<String> USUAL = List.of("incidents", "vu_viec", "vuviec");

    private final LookRunner runner;
    private final TerritoryImportSettings limits;

    PointTable(LookRunner runner, TerritoryImportSettings limits) {
        this.runner = runner;
        this.limits = limits;
    }

    /** Whether a file of this name is read as a layer of points. */
    public static boolean takes(String fileName) {
        return ENDINGS.contains(
                fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * The heading and the rows of a layer of points.
     *
     * @param system the one to read it in; null for the one that the file names
     * @param layer name of it in a file with several; null for the only or the usual one
     * @throws vn.anttmap.problem.UserProblem of kind UNPROCESSABLE that says what is wrong with the file
     */
    public List<List<String>> read(
            String fileName, byte[] file, @Nullable CoordinateSystem system, @Nullable String layer) {
        return runner.run(budget -> {
            RawLayer raw = LayerFile.read(fileName, file, layer, USUAL, limits, budget);
            return table(raw, system(raw, system), budget);
        });
    }

    private static CoordinateSystem system(RawLayer layer, @Nullable CoordinateSystem chosen) {
        if (chosen != null) {
            return chosen;
        }
        CoordinateSystem named = layer.systemText() == null
                ? null
                : PrjText.read(layer.systemText()).system();
        if (named != null) {
            return named;
        }
        boolean degrees = layer.rows().stream()
                .map(RawLayer.Row::geometry)
                .filter(geometry -> geometry != null && !geometry.isEmpty())
                .map(Geometry::getCoordinate)
                .allMatch(place -> VietnamBounds.contains(place.x, place.y));
        if (!degrees) {
            throw BadFile.of("import-system-needed");
        }
        return CoordinateSystems.WGS84;
    }

    private static List<List<String>> table(RawLayer layer, CoordinateSystem system, ImportBudget budget) {
        TextReading reading = TextGuess.of(layer, null).reading();
        List<List<String>> table = new ArrayList<>();
        List<String> heading = new ArrayList<>();
        layer.fields().forEach(field -> heading.add(read(reading, field)));
        heading.add("longitude");
        heading.add("latitude");
        table.add(heading);
        CoordinateTransform transform = CoordinateTransform.between(system, CoordinateSystems.WGS84);
        for (RawLayer.Row row : layer.rows()) {
            budget.tick();
            List<String> cells = new ArrayList<>();
            row.cells().forEach(cell -> cells.add(value(read(reading, cell))));
            Coordinate place = place(row.geometry(), transform);
            cells.add(place == null ? "" : String.valueOf(place.x));
            cells.add(place == null ? "" : String.valueOf(place.y));
            table.add(cells);
        }
        return table;
    }

    private static String read(TextReading reading, byte[] bytes) {
        String text = reading.read(bytes);
        return text == null ? "\uFFFD" : text.strip();
    }

    /** A day of a DBF is eight digits. */
    private static String value(String cell) {
        return cell.matches("(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])")
                ? cell.substring(6) + "/" + cell.substring(4, 6) + "/" + cell.substring(0, 4)
                : cell;
    }

    /** Null where there is no single point: the row then says so itself. */
    private static @Nullable Coordinate place(@Nullable Geometry geometry, CoordinateTransform transform) {
        if (geometry == null || geometry.getDimension() != 0 || geometry.getNumPoints() != 1) {
            return null;
        }
        try {
            return transform.transform(geometry.getCoordinate());
        } catch (CoordinateTransformException e) {
            return null;
        }
    }
}
