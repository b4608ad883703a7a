package vn.anttmap.exchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityReport;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.safety.YearTable;
import vn.anttmap.safety.YearTables;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Units with their figures and status as attributes; boundaries are streamed from the database. */
@Component
class UnitExport {

    private static final String SQL = """
            select id, %s as geometry from territorial_unit
            where level = ? and (valid_from is null or valid_from <= ?) and (valid_to is null or valid_to > ?)
            order by unit_key""";

    private final StreamedRows rows;
    private final Territory territory;
    private final Density density;
    private final SafetyAssessments assessments;
    private final YearTables yearTables;
    private final UnitColumns columns;
    private final StatusNames statusNames;

    UnitExport(
            StreamedRows rows,
            Territory territory,
            Density density,
            SafetyAssessments assessments,
            YearTables yearTables,
            UnitColumns columns,
            StatusNames statusNames) {
        this.rows = rows;
        this.territory = territory;
        this.density = density;
        this.assessments = assessments;
        this.yearTables = yearTables;
        this.columns = columns;
        this.statusNames = statusNames;
    }

    /** Figures of the layer by unit id. */
    private record Figures(
            Map<Long, AreaDensity> densities, Map<Long, YearTable.Row> statuses, boolean restrictedExcluded) {}

    void write(AccountView account, ExportRequest request, LayerOpener opener) throws IOException {
        UnitLevel level = Objects.requireNonNull(request.collection().unitLevel());
        Map<Long, Unit> visible = new HashMap<>();
        // Province lines are public: they are the frame of every account's map.
        List<Unit> units = level == UnitLevel.PROVINCE
                ? territory.provincesOn(request.boundaryDay())
                : territory.listOn(account, level, request.boundaryDay());
        units.stream().filter(unit -> wanted(unit, request)).forEach(unit -> visible.put(unit.id(), unit));
        Figures figures = figures(account, request);
        List<UnitColumns.Column> layout = columns.of(request.collection());
        List<ExportField> fields =
                layout.stream().map(UnitColumns.Column::field).toList();
        LayerDesign design = new LayerDesign(
                GeometryKind.POLYGON,
                fields,
                columns.labelField(request.collection()),
                themes(request, figures),
                figures.restrictedExcluded(),
                visible.size());
        try (FeatureWriter writer = opener.open(design)) {
            rows.forEach(
                    SQL.formatted(rows.column("boundary")),
                    (row, geometry) -> {
                        Unit unit = visible.get(row.getLong("id"));
                        if (unit != null && touches(geometry, request)) {
                            UnitColumns.Row values = new UnitColumns.Row(
                                    unit,
                                    figures.densities().get(unit.id()),
                                    figures.statuses().get(unit.id()),
                                    request);
                            writer.write(
                                    geometry,
                                    layout.stream()
                                            .map(column -> column.value().apply(values))
                                            .toArray());
                        }
                    },
                    level.name(),
                    request.boundaryDay(),
                    request.boundaryDay());
            writer.finish();
        }
    }

    private Figures figures(AccountView account, ExportRequest request) {
        Map<Long, AreaDensity> densities = new HashMap<>();
        Map<Long, YearTable.Row> statuses = new HashMap<>();
        if (request.collection().densityLevel() == null) {
            return new Figures(densities, statuses, false);
        }
        boolean restrictedExcluded = false;
        Optional<IncidentCounts.Question> question = request.question(request.category());
        if (question.isPresent()) {
            DensityReport report =
                    density.report(account, request.collection().densityLevel(), question.get(), request.locale());
            report.areas().forEach(area -> densities.put(area.id(), area));
            restrictedExcluded = report.restrictedExcluded();
        }
        // Figures of the years before the first rules can be asked for; there is no status then.
        if (assessments.knows(request.year())) {
            yearTables
                    .of(account, request.year(), null, request.boundaryDay(), request.asOf(), request.locale())
                    .rows()
                    .forEach(area -> statuses.put(area.id(), area));
        }
        return new Figures(densities, statuses, restrictedExcluded);
    }

    private List<Theme> themes(ExportRequest request, Figures figures) {
        if (request.collection().densityLevel() == null) {
            return List.of();
        }
        Theme status = MapColours.status(UnitColumns.STATUS, key -> statusNames.of(key, request.locale()));
        List<Double> rates = figures.densities().values().stream()
                .map(AreaDensity::incidentsPerSqKmYear)
                .filter(Objects::nonNull)
                .toList();
        return rates.isEmpty()
                ? List.of(status)
                : List.of(MapColours.density("Mật độ vụ việc (vụ/km²·năm)", UnitColumns.DENSITY, rates), status);
    }

    private static boolean wanted(Unit unit, ExportRequest request) {
        return request.collection().includes(unit.kind())
                && (request.within() == null || request.within().contains(unit.id()));
    }

    /** The boundary itself decides, not its bounding box: as on the map. */
    private static boolean touches(@Nullable Geometry boundary, ExportRequest request) {
        return request.extent() == null
                || boundary != null
                        && boundary.intersects(
                                Wgs84.FACTORY.toGeometry(request.extent().toEnvelope()));
    }
}
