package vn.anttmap.density.grid;

import java.time.LocalDate;
import java.util.List;
import vn.anttmap.density.DensityReport;

/**
 * Incidents of a period in the cells of a grid. Only cells on ground whose register covers the period are there, those
 * without incidents included.
 *
 * @param sizeM the square root of a cell's area, in metres: the side of a square; a hexagon has the same area
 * @param from first calendar day in Vietnam
 * @param to last calendar day in Vietnam, included
 * @param years days / 365.25
 * @param total incidents of the period that the account may see
 * @param notCounted those whose place is neither exact nor known by street, and those outside the covered ground
 * @param restrictedExcluded whether incidents of restricted categories are left out
 * @param zones of each province: its metric system
 * @param leftOut communes (of a smaller ground: residential areas) without a figure, "không đủ số liệu"
 */
public record GridReport(
        GridShape shape,
        int sizeM,
        LocalDate from,
        LocalDate to,
        int days,
        double years,
        LocalDate boundaryDay,
        int total,
        DensityReport.NotCounted notCounted,
        boolean restrictedExcluded,
        List<Zone> zones,
        List<LeftOut> leftOut,
        List<GridCell> cells) {

    /** @param crs such as {@code EPSG:5897} */
    public record Zone(String province, String crs, String name) {}

    /** @param reason {@code register}: it does not cover the period; {@code boundary}: none is held */
    public record LeftOut(long id, String fullName, String reason) {}
}
