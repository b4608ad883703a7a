package vn.anttmap.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityReport;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.safety.AreaSafety;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Units with their figures and status as attributes. Field names: domain note on shapefiles, at most ten letters. */
@Component
class UnitExport {

    private static final String SQL = """
            select id, boundary as geometry from territorial_unit
            where level = ? and (valid_from is null or valid_from <= ?) and (valid_to is null or valid_to > ?)
            order by unit_key""";

    private static final List<DbfField> NAMES = List.of(
            DbfField.text("MA_TINH", 10, "Mã tỉnh, thành phố"),
            DbfField.text("MA_HUYEN", 10, "Mã huyện (đến 30/6/2025)"),
            DbfField.text("MA_XA", 10, "Mã xã, phường, thị trấn"),
            DbfField.text("TEN_XA", 120, "Tên xã, phường, thị trấn"),
            DbfField.text("MA_DVHC", 120, "Khóa của địa bàn trong hệ thống"),
            DbfField.text("TEN_DVHC", 200, "Tên địa bàn"),
            DbfField.text("LOAI_DVHC", 60, "Loại địa bàn"),
            DbfField.date("HIEU_LUC", "Ngày bắt đầu hiệu lực"),
            DbfField.date("HET_HL", "Ngày hết hiệu lực"),
            DbfField.decimal("DT_KM2", 14, 4, "Diện tích").withUnit("km²"),
            DbfField.text("DT_NGUON", 30, "Nguồn diện tích: chính thức hoặc đo từ ranh giới"),
            DbfField.integer("DAN_SO", "Dân số").withUnit("người"),
            DbfField.integer("DAN_SO_NAM", 4, "Năm của số dân"),
            DbfField.integer("SO_HO", "Số hộ").withUnit("hộ"));

    private static final List<DbfField> FIGURES = List.of(
            DbfField.integer("SO_VU", "Số vụ việc trong kỳ").withUnit("vụ"),
            DbfField.decimal("MAT_DO", 16, 4, "Mật độ vụ việc").withUnit("vụ/km²·năm"),
            DbfField.decimal("VU_1000DAN", 16, 4, "Vụ việc theo dân số").withUnit("vụ/1.000 dân·năm"),
            DbfField.logical("IT_SO_LIEU", "Dưới 5 vụ, tỷ lệ chưa ổn định"),
            DbfField.integer("NAM_XET", 4, "Năm xét công nhận An toàn về an ninh, trật tự"),
            DbfField.text("KQ_ANTT", 30, "Tình trạng xét công nhận"),
            DbfField.text("SO_QD", 100, "Số quyết định"));

    private static final DbfField SYNTHETIC = DbfField.logical("MINH_HOA", "Dữ liệu minh hoạ");

    private final StreamedRows rows;
    private final Territory territory;
    private final Density density;
    private final SafetyAssessments assessments;
    private final StatusNames statusNames;

    UnitExport(
            StreamedRows rows,
            Territory territory,
            Density density,
            SafetyAssessments assessments,
            StatusNames statusNames) {
        this.rows = rows;
        this.territory = territory;
        this.density = density;
        this.assessments = assessments;
        this.statusNames = statusNames;
    }

    /** Opens a writer with the layer's fields and hands over each visible unit; the caller finishes it. */
    void write(AccountView account, ExportRequest request, ShapefileOpener opener) throws IOException {
        UnitLevel level = Objects.requireNonNull(request.collection().unitLevel());
        Map<Long, Unit> visible = new HashMap<>();
        territory.listOn(account, level, request.boundaryDay()).forEach(unit -> visible.put(unit.id(), unit));
        boolean figures = request.collection().densityLevel() != null;
        Map<Long, AreaDensity> densities = new HashMap<>();
        Map<Long, AreaSafety> statuses = new HashMap<>();
        boolean restrictedExcluded = figures && fetchFigures(account, request, densities, statuses);
        List<DbfField> fields = new ArrayList<>(NAMES);
        if (figures) {
            fields.addAll(FIGURES);
        }
        fields.add(SYNTHETIC);
        try (ShapefileZipWriter writer = opener.open(ShapeType.POLYGON, fields, restrictedExcluded)) {
            rows.forEach(
                    SQL,
                    (row, geometry) -> {
                        Unit unit = visible.get(row.getLong("id"));
                        if (unit != null && wanted(unit, request)) {
                            List<@Nullable Object> values = new ArrayList<>(names(unit, request));
                            if (figures) {
                                values.addAll(figures(densities.get(unit.id()), statuses.get(unit.id()), request));
                            }
                            values.add(unit.synthetic());
                            writer.write(geometry, values.toArray());
                        }
                    },
                    level.name(),
                    request.boundaryDay(),
                    request.boundaryDay());
            writer.finish();
        }
    }

    private boolean fetchFigures(
            AccountView account,
            ExportRequest request,
            Map<Long, AreaDensity> densities,
            Map<Long, AreaSafety> statuses) {
        boolean restrictedExcluded = false;
        if (request.from() != null && request.to() != null) {
            DensityReport report = density.report(
                    account,
                    Objects.requireNonNull(request.collection().densityLevel()),
                    IncidentCounts.Question.period(request.from(), request.to(), request.boundaryDay()),
                    request.locale());
            report.areas().forEach(area -> densities.put(area.id(), area));
            restrictedExcluded = report.restrictedExcluded();
        }
        assessments
                .year(account, request.year(), request.boundaryDay(), request.locale())
                .areas()
                .forEach(area -> statuses.put(area.id(), area));
        return restrictedExcluded;
    }

    private static boolean wanted(Unit unit, ExportRequest request) {
        return request.collection().includes(unit.kind())
                && (request.extent() == null
                        || unit.extent() == null
                        || request.extent()
                                .toEnvelope()
                                .intersects(unit.extent().toEnvelope()));
    }

    private List<@Nullable Object> names(Unit unit, ExportRequest request) {
        Population population = unit.populationFor(request.boundaryDay().getYear());
        Optional<Unit> commune = ancestor(unit, UnitLevel.COMMUNE);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(ancestor(unit, UnitLevel.PROVINCE).map(Unit::code).orElse(null));
        values.add(ancestor(unit, UnitLevel.DISTRICT).map(Unit::code).orElse(null));
        values.add(commune.map(Unit::code).orElse(null));
        values.add(commune.map(Unit::fullName).orElse(null));
        values.add(unit.key());
        values.add(unit.fullName());
        values.add(unit.kind().label(request.locale()));
        values.add(unit.validity().from());
        values.add(unit.validity().to());
        values.add(unit.areaSqKm());
        values.add(areaSource(unit));
        values.add(population == null ? null : population.count());
        values.add(population == null ? null : population.year());
        values.add(unit.households());
        return values;
    }

    private List<@Nullable Object> figures(
            @Nullable AreaDensity area, @Nullable AreaSafety safety, ExportRequest request) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(area == null ? null : area.count());
        values.add(area == null ? null : area.incidentsPerSqKmYear());
        values.add(area == null ? null : area.incidentsPer1000Year());
        values.add(area == null || area.count() == null ? null : area.unstable());
        values.add(request.year());
        values.add(safety == null ? null : statusNames.of(safety.status(), request.locale()));
        values.add(safety == null ? null : safety.decisionNumber());
        return values;
    }

    private Optional<Unit> ancestor(Unit unit, UnitLevel level) {
        Optional<Unit> here = Optional.of(unit);
        while (here.isPresent() && here.get().level() != level) {
            Long parentId = here.get().parentId();
            here = parentId == null ? Optional.empty() : territory.find(parentId);
        }
        return here;
    }

    private static @Nullable String areaSource(Unit unit) {
        String source = unit.areaSource();
        return source == null ? null : source.equals("official") ? "chính thức" : "đo từ ranh giới";
    }
}
