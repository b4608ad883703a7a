package vn.anttmap.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.report.ReportPeriod;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.DemoDataContract;

/** Sheets of the demonstration data. */
abstract class MapSheetContract extends DemoDataContract {

    private static final ReportPeriod OF_THE_DOCUMENT = period("2018-01-01", "2019-08-15");
    private static final double POINTS_PER_MM = 72 / 25.4;

    @Autowired
    MapSheets sheets;

    @Autowired
    MapSheetWriter writer;

    @Test
    void theTownHasTitlePeriodLegendScaleNorthSourceAndBoundaryDay() throws IOException {
        MapSheet sheet = make(leader(OLD_TOWN), OLD_TOWN, SheetTheme.DENSITY, UnitLevel.RESIDENTIAL_AREA, null);

        String text = text(sheet, PaperSize.A4);

        assertThat(text)
                .contains("BẢN ĐỒ MẬT ĐỘ VỤ VIỆC AN NINH, TRẬT TỰ")
                .contains("Thị trấn Quán Lào, từ ngày 01/01/2018 đến ngày 15/8/2019")
                .contains("Chú giải", "Vụ/km²/năm", "Tỷ lệ 1:", "Địa giới ngày 15/8/2019.")
                .contains("Nguồn: sổ vụ việc trên ANTT Map, lập ngày")
                .contains("EPSG:5897")
                .contains("Khu phố 1", "Khu phố 5");
        // Khu phố 2 has 14 of the 45 incidents of gis-data.
        assertThat(text).contains("(14 vụ)");
    }

    @Test
    void theWholeTownIsOneAreaOnASheetOfCommunes() throws IOException {
        MapSheet sheet = make(leader(OLD_TOWN), OLD_TOWN, SheetTheme.DENSITY, UnitLevel.COMMUNE, null);

        // 45 / 1.47 km² / (592 / 365.25 years).
        assertThat(text(sheet, PaperSize.A4)).contains("18,89 (45 vụ)");
    }

    @Test
    void statusesAreThoseOnRecordForTheYear() throws IOException {
        MapSheet sheet = make(leader(OLD_TOWN), OLD_TOWN, SheetTheme.STATUS, UnitLevel.RESIDENTIAL_AREA, 2018);

        // Four khu phố were recognised for 2018, the second was not: assessments.csv.
        assertThat(sheet.areas()).filteredOn(area -> "Đạt".equals(area.value())).hasSize(4);
        assertThat(sheet.areas())
                .filteredOn(area -> "Chưa đạt".equals(area.value()))
                .extracting(MapSheet.Area::name)
                .containsExactly("Khu phố 2");
        assertThat(sheet.legend()).extracting(MapSheet.LegendEntry::text).containsExactly("Đạt", "Chưa đạt");
        assertThat(text(sheet, PaperSize.A4))
                .contains("Thị trấn Quán Lào, năm 2018")
                .contains("Địa giới ngày 31/10/2018.")
                .contains("hồ sơ xét danh hiệu");
    }

    @Test
    void whereTheRegisterDoesNotReachThereIsNoFigure() throws IOException {
        MapSheet sheet = make(
                leader(OLD_TOWN),
                OLD_TOWN,
                SheetTheme.COUNT,
                UnitLevel.RESIDENTIAL_AREA,
                null,
                period("2017-01-01", "2017-12-31"));

        assertThat(sheet.areas()).allMatch(area -> area.value() == null);
        assertThat(text(sheet, PaperSize.A4)).contains("Không đủ số liệu");
    }

    @Test
    void hasTheSizeThatWasAskedForAndLiesWhereTheGroundIsWide() throws IOException {
        MapSheet sheet = make(leader(HUYEN_YEN_DINH), HUYEN_YEN_DINH, SheetTheme.COUNT, UnitLevel.COMMUNE, null);

        // The district is 31 km wide and 17 km high.
        assertThat(size(sheet, PaperSize.A4).getWidth()).isCloseTo((float) (297 * POINTS_PER_MM), within(0.1f));
        assertThat(size(sheet, PaperSize.A3).getWidth()).isCloseTo((float) (420 * POINTS_PER_MM), within(0.1f));
        assertThat(size(sheet, PaperSize.A3).getHeight()).isCloseTo((float) (297 * POINTS_PER_MM), within(0.1f));
    }

    @Test
    void isDrawnInTheProvincesSystemAndInMetres() {
        MapSheet sheet = make(leader(HUYEN_TRA_LINH), HUYEN_TRA_LINH, SheetTheme.COUNT, UnitLevel.COMMUNE, null);

        // domain facts: Trà Lĩnh lies within E 546 605 to 572 000 in EPSG:9210.
        assertThat(sheet.system().code()).isEqualTo("EPSG:9210");
        assertThat(sheet.areas())
                .allMatch(area -> area.boundary().getEnvelopeInternal().getMinX() > 546_000
                        && area.boundary().getEnvelopeInternal().getMaxX() < 573_000);
    }

    @Test
    void refusesOtherTerritoriesAccountsWithoutFiguresAndDaysWithoutBoundaries() {
        assertThatThrownBy(() -> make(leader(OLD_TOWN), HUYEN_TRA_LINH, SheetTheme.COUNT, UnitLevel.COMMUNE, null))
                .isInstanceOf(UserProblem.class);
        AccountView administrator = account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN);
        assertThatThrownBy(() -> make(administrator, OLD_TOWN, SheetTheme.COUNT, UnitLevel.COMMUNE, null))
                .isInstanceOf(UserProblem.class);
        assertThatThrownBy(() -> make(
                        leader(OLD_TOWN), "hamlet-15394-khu-pho-1-2019", SheetTheme.COUNT, UnitLevel.COMMUNE, null))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("sheet-without-areas");
    }

    private MapSheet make(
            AccountView account, String unitKey, SheetTheme theme, UnitLevel level, @Nullable Integer year) {
        return make(account, unitKey, theme, level, year, OF_THE_DOCUMENT);
    }

    private MapSheet make(
            AccountView account,
            String unitKey,
            SheetTheme theme,
            UnitLevel level,
            @Nullable Integer year,
            ReportPeriod period) {
        return sheets.make(account, new SheetQuestion(unit(unitKey), theme, level, period, year, null, null))
                .sheet();
    }

    private PdfReader read(MapSheet sheet, PaperSize size) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writer.write(sheet, size, file);
        return new PdfReader(file.toByteArray());
    }

    private String text(MapSheet sheet, PaperSize size) throws IOException {
        try (PdfReader reader = read(sheet, size)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    private Rectangle size(MapSheet sheet, PaperSize size) throws IOException {
        try (PdfReader reader = read(sheet, size)) {
            return reader.getPageSize(1);
        }
    }

    private static ReportPeriod period(String from, String to) {
        return new ReportPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }
}
