package vn.anttmap.report.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.anttmap.report.ReportPeriod;
import vn.anttmap.territory.UnitLevel;

/**
 * What a sheet shows.
 *
 * @param areaId a unit of any level and day
 * @param level of the areas that are coloured: residential areas or communes
 * @param year assessment year of a sheet of statuses; that of the period's last day if null
 * @param boundaryDay the day whose areas are drawn; the period's last day if null, for statuses that of their window
 * @param asOf statuses as they were recorded by the end of this day in Vietnam; null for now
 */
record SheetQuestion(
        long areaId,
        SheetTheme theme,
        UnitLevel level,
        ReportPeriod period,
        @Nullable Integer year,
        @Nullable LocalDate boundaryDay,
        @Nullable LocalDate asOf) {

    int assessmentYear() {
        return year == null ? period.to().getYear() : year;
    }
}
