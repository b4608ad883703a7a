package vn.anttmap.exchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.DensityReport;
import vn.anttmap.geo.Feature;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.movement.SecurityTeams;
import vn.anttmap.territory.TerritoryFeatures;

/** Roads and teams: layers small enough to be read at once. */
@Component
class FeatureExports {

    private static final List<DbfField> ROAD_FIELDS = List.of(
            DbfField.text("TEN_DOAN", 200, "Tên đoạn đường tự quản"),
            DbfField.text("TU_DIEM", 254, "Từ điểm"),
            DbfField.text("DEN_DIEM", 254, "Đến điểm"),
            DbfField.text("DV_QUAN_LY", 200, "Tổ chức nhận tự quản"),
            DbfField.date("HIEU_LUC", "Ngày bắt đầu hiệu lực"),
            DbfField.date("HET_HL", "Ngày hết hiệu lực"),
            DbfField.decimal("DAI_KM", 12, 4, "Chiều dài").withUnit("km"),
            DbfField.integer("SO_VU", "Số vụ việc trong kỳ, mỗi vụ tính cho một đoạn gần nhất")
                    .withUnit("vụ"),
            DbfField.decimal("VU_KM_NAM", 16, 4, "Mật độ vụ việc theo chiều dài")
                    .withUnit("vụ/km·năm"),
            DbfField.logical("IT_SO_LIEU", "Dưới 5 vụ, tỷ lệ chưa ổn định"),
            DbfField.logical("MINH_HOA", "Dữ liệu minh hoạ"));

    private static final List<DbfField> TEAM_FIELDS = List.of(
            DbfField.text("TEN_TO", 200, "Tên tổ, đội"),
            DbfField.text("LOAI_TO", 60, "Loại lực lượng"),
            DbfField.integer("SO_NGUOI", "Số thành viên").withUnit("người"),
            DbfField.text("DIA_BAN", 200, "Địa bàn phụ trách"),
            DbfField.date("HIEU_LUC", "Ngày bắt đầu"),
            DbfField.date("HET_HL", "Ngày kết thúc"),
            DbfField.logical("MINH_HOA", "Dữ liệu minh hoạ"));

    private final TerritoryFeatures territoryFeatures;
    private final SecurityTeams securityTeams;
    private final Density density;

    FeatureExports(TerritoryFeatures territoryFeatures, SecurityTeams securityTeams, Density density) {
        this.territoryFeatures = territoryFeatures;
        this.securityTeams = securityTeams;
        this.density = density;
    }

    void writeRoads(AccountView account, ExportRequest request, ShapefileOpener opener) throws IOException {
        Map<Long, AreaDensity> densities = new HashMap<>();
        boolean restrictedExcluded = false;
        if (request.from() != null && request.to() != null) {
            DensityReport report = density.report(
                    account,
                    DensityLevel.ROAD_SEGMENTS,
                    IncidentCounts.Question.period(request.from(), request.to(), request.boundaryDay()),
                    request.locale());
            report.areas().forEach(area -> densities.put(area.id(), area));
            restrictedExcluded = report.restrictedExcluded();
        }
        try (ShapefileZipWriter writer = opener.open(ShapeType.POLYLINE, ROAD_FIELDS, restrictedExcluded)) {
            for (Feature road : territoryFeatures.roads(account, request.boundaryDay(), null, request.extent())) {
                AreaDensity figures = densities.get(road.id());
                writer.write(
                        road.geometry(),
                        road.properties().get("name"),
                        road.properties().get("fromDescription"),
                        road.properties().get("toDescription"),
                        road.properties().get("owner"),
                        road.properties().get("validFrom"),
                        road.properties().get("validTo"),
                        road.properties().get("lengthKm"),
                        figures == null ? null : figures.count(),
                        figures == null ? null : figures.incidentsPerKmYear(),
                        figures == null || figures.count() == null ? null : figures.unstable(),
                        road.properties().get("synthetic"));
            }
            writer.finish();
        }
    }

    void writeTeams(AccountView account, ExportRequest request, ShapefileOpener opener) throws IOException {
        try (ShapefileZipWriter writer = opener.open(ShapeType.POINT, TEAM_FIELDS, false)) {
            for (Feature team :
                    securityTeams.features(account, request.boundaryDay(), null, request.extent(), request.locale())) {
                writer.write(
                        team.geometry(),
                        team.properties().get("name"),
                        team.properties().get("kindLabel"),
                        team.properties().get("memberCount"),
                        team.properties().get("areaName"),
                        team.properties().get("validFrom"),
                        team.properties().get("validTo"),
                        team.properties().get("synthetic"));
            }
            writer.finish();
        }
    }
}
