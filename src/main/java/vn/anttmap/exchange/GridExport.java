package vn.anttmap.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.grid.GridCell;
import vn.anttmap.density.grid.GridDensity;
import vn.anttmap.density.grid.GridReport;
import vn.anttmap.density.grid.GridShape;
import vn.anttmap.geo.Extent;
import vn.anttmap.incident.IncidentCounts;

/** Hexagons and squares with the incidents counted in them, for accounts with the right to exact places. */
@Component
class GridExport {

    private static final List<ExportField> FIELDS = List.of(
            ExportField.text("MA_O", 40, "Mã ô: múi chiếu, hình, cỡ, hai số thứ tự"),
            ExportField.integer("SO_VU", "Số vụ việc trong kỳ có vị trí chính xác hoặc theo đường")
                    .withUnit("vụ"),
            ExportField.decimal("VU_KM2_NAM", 16, 4, "Mật độ vụ việc theo diện tích")
                    .withUnit("vụ/km²·năm"),
            ExportField.decimal("DT_KM2", 16, 6, "Diện tích có đủ số liệu trong ô")
                    .withUnit("km²"),
            ExportField.decimal("TY_LE", 8, 4, "Phần của ô có đủ số liệu, từ 0 đến 1"),
            ExportField.logical("IT_SO_LIEU", "Dưới 5 vụ, tỷ lệ chưa ổn định"));

    private final GridDensity grids;

    GridExport(GridDensity grids) {
        this.grids = grids;
    }

    /** A box leaves out the cells that do not reach into it. */
    void write(AccountView account, ExportRequest request, LayerOpener opener) throws IOException {
        GridShape shape = Objects.requireNonNull(request.collection().grid(), "a grid");
        int sizeM = request.sizeM() == null ? GridDensity.USUAL_SIZE_M : request.sizeM();
        Optional<IncidentCounts.Question> question = request.question(request.category());
        List<GridCell> cells = List.of();
        boolean restrictedExcluded = false;
        if (question.isPresent()) {
            GridReport report = grids.report(account, shape, sizeM, question.get());
            restrictedExcluded = report.restrictedExcluded();
            Extent extent = request.extent();
            cells = report.cells().stream()
                    .filter(cell -> extent == null
                            || extent.toEnvelope().intersects(cell.outline().getEnvelopeInternal()))
                    .toList();
        }
        List<Double> rates = cells.stream()
                .map(GridCell::incidentsPerSqKmYear)
                .filter(Objects::nonNull)
                .toList();
        LayerDesign design = new LayerDesign(
                GeometryKind.POLYGON,
                FIELDS,
                "MA_O",
                List.of(MapColours.density("Mật độ vụ việc (vụ/km²·năm)", "VU_KM2_NAM", rates)),
                restrictedExcluded,
                cells.size());
        try (FeatureWriter writer = opener.open(design)) {
            for (GridCell cell : cells) {
                writer.write(
                        cell.outline(),
                        cell.id(),
                        cell.count(),
                        cell.incidentsPerSqKmYear(),
                        cell.areaSqKm(),
                        cell.coveredShare(),
                        cell.unstable());
            }
            writer.finish();
        }
    }
}
