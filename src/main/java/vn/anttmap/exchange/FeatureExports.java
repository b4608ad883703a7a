package vn.anttmap.exchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private static final List<ExportField> ROAD_FIELDS = List.of(
            ExportField.text("TEN_DOAN", 200, "Tên đoạn đường tự quản"),
            ExportField.text("TU_DIEM", 254, "Từ điểm"),
            ExportField.text("DEN_DIEM", 254, "Đến điểm"),
            ExportField.text("DV_QUAN_LY", 200, "Tổ chức nhận tự quản"),
            ExportField.date("HIEU_LUC", "Ngày bắt đầu hiệu lực"),
            ExportField.date("HET_HL", "Ngày hết hiệu lực"),
            ExportField.decimal("DAI_KM", 12, 4, "Chiều dài").withUnit("km"),
            ExportField.integer("SO_VU", "Số vụ việc trong kỳ, mỗi vụ tính cho một đoạn gần nhất")
                    .withUnit("vụ"),
            ExportField.decimal("VU_KM_NAM", 16, 4, "Mật độ vụ việc theo chiều dài")
                    .withUnit("vụ/km·năm"),
            ExportField.logical("IT_SO_LIEU", "Dưới 5 vụ, tỷ lệ chưa ổn định"),
            ExportField.logical("MINH_HOA", "Dữ liệu minh hoạ"));

    private static final List<ExportField> TEAM_FIELDS = List.of(
            ExportField.text("TEN_TO", 200, "Tên tổ, đội"),
            ExportField.text("LOAI_TO", 60, "Loại lực lượng"),
            ExportField.integer("SO_NGUOI", "Số thành viên").withUnit("người"),
            ExportField.text("DIA_BAN", 200, "Địa bàn phụ trách"),
            ExportField.date("HIEU_LUC", "Ngày bắt đầu"),
            ExportField.date("HET_HL", "Ngày kết thúc"),
            ExportField.logical("MINH_HOA", "Dữ liệu minh hoạ"));

    private final TerritoryFeatures territoryFeatures;
    private final SecurityTeams securityTeams;
    private final Density density;

    FeatureExports(TerritoryFeatures territoryFeatures, SecurityTeams securityTeams, Density density) {
        this.territoryFeatures = territoryFeatures;
        this.securityTeams = securityTeams;
        this.density = density;
    }

    void writeRoads(AccountView account, ExportRequest request, LayerOpener opener) throws IOException {
        Map<Long, AreaDensity> densities = new HashMap<>();
        boolean restrictedExcluded = false;
        Optional<IncidentCounts.Question> question = request.question(request.category());
        if (question.isPresent()) {
            DensityReport report =
                    density.report(account, DensityLevel.ROAD_SEGMENTS, question.get(), request.locale());
            report.areas().forEach(area -> densities.put(area.id(), area));
            restrictedExcluded = report.restrictedExcluded();
        }
        List<Feature> roads =
                territoryFeatures.roads(account, request.boundaryDay(), request.within(), request.extent());
        List<Double> rates = densities.values().stream()
                .map(AreaDensity::incidentsPerKmYear)
                .filter(Objects::nonNull)
                .toList();
        LayerDesign design = new LayerDesign(
                GeometryKind.POLYLINE,
                ROAD_FIELDS,
                "TEN_DOAN",
                List.of(MapColours.density("Mật độ vụ việc (vụ/km·năm)", "VU_KM_NAM", rates)),
                restrictedExcluded,
                roads.size());
        try (FeatureWriter writer = opener.open(design)) {
            for (Feature road : roads) {
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

    void writeTeams(AccountView account, ExportRequest request, LayerOpener opener) throws IOException {
        List<Feature> teams = securityTeams.features(
                account, request.boundaryDay(), request.within(), request.extent(), request.locale());
        Theme theme = MapColours.single("Tổ bảo vệ an ninh, trật tự", "TEN_TO", MapColours.TEAM);
        LayerDesign design =
                new LayerDesign(GeometryKind.POINT, TEAM_FIELDS, "TEN_TO", List.of(theme), false, teams.size());
        try (FeatureWriter writer = opener.open(design)) {
            for (Feature team : teams) {
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
