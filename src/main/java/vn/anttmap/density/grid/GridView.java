package vn.anttmap.density.grid;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.DensityReport;

/**
 * A grid as GeoJSON (RFC 7946) with the settings as further members of the collection.
 *
 * @param type {@code FeatureCollection}
 * @param shape {@code hexagon} or {@code square}
 * @param cellAreaSqKm of a whole cell
 * @see GridReport
 */
record GridView(
        String type,
        String shape,
        int sizeM,
        double cellAreaSqKm,
        LocalDate from,
        LocalDate to,
        int days,
        double years,
        LocalDate boundaryDay,
        int total,
        DensityReport.NotCounted notCounted,
        boolean restrictedExcluded,
        List<GridReport.Zone> zones,
        List<GridReport.LeftOut> leftOut,
        List<CellFeature> features) {

    /** @param type {@code Feature} */
    record CellFeature(String type, String id, GridOutline geometry, Figures properties) {}

    /** @see GridCell */
    record Figures(
            String id,
            int count,
            double coveredShare,
            double areaSqKm,
            @Nullable Double incidentsPerSqKmYear,
            boolean unstable) {}

    static GridView of(GridReport report) {
        return new GridView(
                "FeatureCollection",
                report.shape().key(),
                report.sizeM(),
                (double) report.sizeM() * report.sizeM() / 1e6,
                report.from(),
                report.to(),
                report.days(),
                report.years(),
                report.boundaryDay(),
                report.total(),
                report.notCounted(),
                report.restrictedExcluded(),
                report.zones(),
                report.leftOut(),
                report.cells().stream().map(GridView::feature).toList());
    }

    private static CellFeature feature(GridCell cell) {
        return new CellFeature(
                "Feature",
                cell.id(),
                GridOutline.of(cell.outline()),
                new Figures(
                        cell.id(),
                        cell.count(),
                        cell.coveredShare(),
                        cell.areaSqKm(),
                        cell.incidentsPerSqKmYear(),
                        cell.unstable()));
    }
}
