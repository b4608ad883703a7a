package vn.anttmap.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.safety.YearTable;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** The attributes of exported units: each column with its field and where its value comes from. */
@Component
class UnitColumns {

    static final String DENSITY = "MAT_DO";
    static final String STATUS = "KQ_ANTT";

    private final Territory territory;
    private final StatusNames statusNames;

    UnitColumns(Territory territory, StatusNames statusNames) {
        this.territory = territory;
        this.statusNames = statusNames;
    }

    /** One unit with what is known about it. */
    record Row(Unit unit, @Nullable AreaDensity density, YearTable.@Nullable Row safety, ExportRequest request) {

        @Nullable Population population() {
            return unit.populationFor(request.boundaryDay().getYear());
        }
    }

    /** A field and its value. */
    record Column(ExportField field, Function<Row, @Nullable Object> value) {}

    List<Column> of(ExportCollection collection) {
        List<Column> columns = new ArrayList<>();
        names(columns, collection);
        columns.add(new Column(
                ExportField.text("KHOA", 120, "Khóa của địa bàn trong hệ thống"),
                row -> row.unit().key()));
        columns.add(new Column(
                ExportField.date("HIEU_LUC", "Ngày bắt đầu hiệu lực (trống: không rõ)"),
                row -> row.unit().validity().from()));
        columns.add(new Column(
                ExportField.date("HET_HL", "Ngày hết hiệu lực (trống: còn hiệu lực)"),
                row -> row.unit().validity().to()));
        columns.add(new Column(
                ExportField.decimal("DT_KM2", 14, 4, "Diện tích").withUnit("km²"),
                row -> row.unit().areaSqKm()));
        columns.add(new Column(
                ExportField.text("DT_NGUON", 30, "Nguồn diện tích: chính thức hoặc đo từ ranh giới"),
                row -> areaSource(row.unit())));
        columns.add(new Column(
                ExportField.integer("DAN_SO", "Dân số").withUnit("người"),
                row -> Optional.ofNullable(row.population())
                        .map(Population::count)
                        .orElse(null)));
        columns.add(new Column(
                ExportField.integer("DAN_SO_NAM", 4, "Năm của số dân"),
                row -> Optional.ofNullable(row.population())
                        .map(Population::year)
                        .orElse(null)));
        columns.add(new Column(
                ExportField.integer("SO_HO", "Số hộ").withUnit("hộ"),
                row -> row.unit().households()));
        if (collection.densityLevel() != null) {
            figures(columns);
        }
        columns.add(new Column(
                ExportField.logical("MINH_HOA", "Dữ liệu minh hoạ"),
                row -> row.unit().synthetic()));
        return columns;
    }

    /** The column with the unit's own name. */
    String labelField(ExportCollection collection) {
        return switch (collection) {
            case PROVINCES -> "TEN_TINH";
            case DISTRICTS -> "TEN_HUYEN";
            case COMMUNES -> "TEN_XA";
            default -> "TEN_KDC";
        };
    }

    void names(List<Column> columns, ExportCollection collection) {
        columns.add(new Column(
                ExportField.text("MA_TINH", 10, "Mã tỉnh, thành phố"), row -> code(row.unit(), UnitLevel.PROVINCE)));
        if (collection == ExportCollection.PROVINCES) {
            ownNames(columns, "TINH", "tỉnh, thành phố");
            return;
        }
        columns.add(new Column(
                ExportField.text("MA_HUYEN", 10, "Mã huyện (đến 30/6/2025)"),
                row -> code(row.unit(), UnitLevel.DISTRICT)));
        if (collection == ExportCollection.DISTRICTS) {
            ownNames(columns, "HUYEN", "huyện");
            return;
        }
        columns.add(new Column(
                ExportField.text("MA_XA", 10, "Mã xã, phường, thị trấn"), row -> code(row.unit(), UnitLevel.COMMUNE)));
        if (collection == ExportCollection.COMMUNES) {
            ownNames(columns, "XA", "xã, phường, thị trấn");
            return;
        }
        columns.add(new Column(
                ExportField.text("TEN_XA", 120, "Tên xã, phường, thị trấn"),
                row -> territory
                        .ancestor(row.unit(), UnitLevel.COMMUNE)
                        .map(Unit::fullName)
                        .orElse(null)));
        columns.add(new Column(
                ExportField.text("MA_KDC", 20, "Mã khu dân cư (chưa có mã chính thức)"),
                row -> row.unit().code()));
        ownNames(columns, "KDC", "khu dân cư");
    }

    private static void ownNames(List<Column> columns, String suffix, String what) {
        columns.add(new Column(
                ExportField.text("TEN_" + suffix, 200, "Tên " + what),
                row -> row.unit().fullName()));
        columns.add(new Column(
                ExportField.text("LOAI_" + suffix, 60, "Loại " + what),
                row -> row.unit().kind().label(row.request().locale())));
    }

    private void figures(List<Column> columns) {
        columns.add(new Column(
                ExportField.integer("SO_VU", "Số vụ việc trong kỳ").withUnit("vụ"),
                row -> row.density() == null ? null : row.density().count()));
        columns.add(new Column(
                ExportField.decimal(DENSITY, 16, 4, "Mật độ vụ việc").withUnit("vụ/km²·năm"),
                row -> row.density() == null ? null : row.density().incidentsPerSqKmYear()));
        columns.add(new Column(
                ExportField.decimal("VU_1000DAN", 16, 4, "Vụ việc theo dân số").withUnit("vụ/1.000 dân·năm"),
                row -> row.density() == null ? null : row.density().incidentsPer1000Year()));
        columns.add(new Column(
                ExportField.logical("IT_SO_LIEU", "Dưới 5 vụ, tỷ lệ chưa ổn định"),
                row -> row.density() == null || row.density().count() == null
                        ? null
                        : row.density().unstable()));
        columns.add(new Column(
                ExportField.integer("NAM_XET", 4, "Năm xét công nhận An toàn về an ninh, trật tự"),
                row -> row.safety() == null ? null : row.request().year()));
        columns.add(new Column(
                ExportField.text(STATUS, 30, "Tình trạng xét công nhận"),
                row -> row.safety() == null
                        ? null
                        : statusNames.of(row.safety().status(), row.request().locale())));
        columns.add(new Column(
                ExportField.text("SO_QD", 100, "Số quyết định"),
                row -> row.safety() == null ? null : row.safety().papers().decisionNumber()));
        title(columns);
    }

    /** What the year of the title still lacks. */
    private static void title(List<Column> columns) {
        columns.add(new Column(
                ExportField.integer("HO_DANG_KY", "Số hộ đã đăng ký thi đua trong năm xét")
                        .withUnit("hộ"),
                row -> row.safety() == null ? null : row.safety().householdsRegistered()));
        columns.add(new Column(
                ExportField.integer("HO_XET", "Tổng số hộ ghi khi đăng ký").withUnit("hộ"),
                row -> row.safety() == null ? null : row.safety().householdsTotal()));
        columns.add(new Column(
                ExportField.integer("SO_THIEU", 4, "Số mục còn thiếu trong năm xét"),
                row -> row.safety() == null ? null : row.safety().missing().size()));
        columns.add(new Column(
                ExportField.text("CON_THIEU", 254, "Những gì còn thiếu trong năm xét"),
                row -> row.safety() == null
                        ? null
                        : MissingText.part(row.safety().missing(), 0)));
        columns.add(new Column(
                ExportField.text("CON_THIEU2", 254, "Những gì còn thiếu (tiếp theo)"),
                row -> row.safety() == null
                        ? null
                        : MissingText.part(row.safety().missing(), 1)));
        columns.add(new Column(ExportField.text("CHAM", 120, "Bước đã quá hạn"), row -> {
            YearTable.Late late = row.safety() == null ? null : row.safety().late();
            return late == null ? null : late.text();
        }));
        columns.add(new Column(
                ExportField.integer("NAM_LIEN", 4, "Số năm đạt liên tiếp, đến năm đã có quyết định gần nhất"),
                row -> row.safety() == null ? null : row.safety().streak()));
    }

    private @Nullable String code(Unit unit, UnitLevel level) {
        return territory.ancestor(unit, level).map(Unit::code).orElse(null);
    }

    private static @Nullable String areaSource(Unit unit) {
        String source = unit.areaSource();
        return source == null ? null : source.equals("official") ? "chính thức" : "đo từ ranh giới";
    }
}
