package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.Office;
import vn.anttmap.testing.TestFolders;

/** Reports from the demonstration data. Figures were counted in the files of gis-data. */
abstract class PeriodReportContract extends DemoDataContract {

    private static final ReportPeriod OF_THE_DOCUMENT = period("2018-01-01", "2019-08-15");
    private static final ReportPeriod YEAR_2018 = period("2018-01-01", "2018-12-31");
    private static final String KHU_PHO_1 = "hamlet-15394-khu-pho-1-2019";

    @Autowired
    PeriodReports reports;

    @Autowired
    ReportExport export;

    /** The document of 15/8/2019 of thị trấn Quán Lào. */
    @Test
    void quanLaoSaysWhatItsDocumentSays() {
        String situation = text(report(leader(OLD_TOWN), OLD_TOWN, OF_THE_DOCUMENT), ReportSection.SITUATION);

        assertThat(situation)
                .contains("xảy ra 45 vụ việc liên quan đến ANTT. Trong đó, công an thị trấn đã giải quyết 12 vụ,"
                        + " công an huyện giải quyết 33 vụ.")
                .contains("Địa bàn không xảy ra trọng án, TNGT đặc biệt nghiêm trọng")
                // One of the nine accidents has no severity in gis-data.
                .contains("(còn 01 vụ TNGT chưa phân loại mức độ)")
                .contains("Tai nạn giao thông: 09 vụ, chết 01 người, bị thương 07 người, thiệt hại tài sản khoảng"
                        + " 75.000.000 đồng")
                .contains("chết 01 người, bị thương 10 người, thiệt hại tài sản khoảng 199.000.000 đồng")
                .contains("Thị trấn Quán Lào thuộc huyện Yên Định, diện tích 1,47 km²")
                .contains("05 khu phố");
    }

    @Test
    void withoutTheRegisterOfTheYearBeforeThereIsNoComparison() {
        PeriodReport report = report(leader(OLD_TOWN), OLD_TOWN, OF_THE_DOCUMENT);

        assertThat(text(report, ReportSection.SITUATION))
                .contains("So với cùng kỳ năm trước (từ ngày 01/01/2017 đến ngày 15/8/2018): không đủ số liệu.")
                .doesNotContain("giảm", "tăng");
        Block.Table byCategory = tables(report).get(0);
        assertThat(byCategory.columns()).containsExactly("Loại vụ việc", "Số vụ", "Số đối tượng");
        assertThat(byCategory.note()).contains("không đủ số liệu");
    }

    @Test
    void outsideTheRegisterNothingIsSaidToBeTheNumber() {
        String situation =
                text(report(leader(OLD_TOWN), OLD_TOWN, period("2017-12-31", "2018-12-31")), ReportSection.SITUATION);

        // 30 of the 45 lie in 2018.
        assertThat(situation)
                .contains("không đủ số liệu, vì sổ vụ việc không phủ kín kỳ này trên toàn địa bàn; đã ghi nhận 30 vụ")
                .contains("Trọng án, TNGT đặc biệt nghiêm trọng: không đủ số liệu")
                .doesNotContain("không xảy ra trọng án", "giảm");
    }

    /** 2017: 16 incidents, 2018: 9, one of each year in a restricted category. */
    @Test
    void aYearIsComparedWithTheYearBefore() {
        PeriodReport report = report(leader(HUYEN_TRA_LINH), HUYEN_TRA_LINH, YEAR_2018);

        assertThat(text(report, ReportSection.SITUATION))
                .contains("xảy ra 08 vụ việc liên quan đến ANTT")
                .contains("giảm 07 vụ, tương đương 46,67% (cùng kỳ 15 vụ)");
        assertThat(tables(report).get(0).columns()).contains("Cùng kỳ năm trước");
        List<Block.Cell> total = last(tables(report).get(0).rows());
        assertThat(total.stream().map(Block.Cell::text)).contains("Tổng số", "8", "15", "−7");
        assertThat(report.restrictedLeftOut()).isTrue();
        assertThat(report.notes()).anyMatch(note -> note.contains("không gồm các loại vụ việc hạn chế xem"));
    }

    @Test
    void restrictedCategoriesAreCountedForThoseWithTheRight() {
        PeriodReport report = report(officerForRestricted("officer", HUYEN_TRA_LINH), HUYEN_TRA_LINH, YEAR_2018);

        assertThat(text(report, ReportSection.SITUATION))
                .contains("xảy ra 09 vụ việc liên quan đến ANTT")
                .contains("giảm 07 vụ, tương đương 43,75% (cùng kỳ 16 vụ)");
        assertThat(report.restrictedLeftOut()).isFalse();
        assertThat(report.notes()).noneMatch(note -> note.contains("hạn chế xem"));
    }

    @Test
    void traLinhKeeps123SecurityTeams() {
        PeriodReport report = report(leader(HUYEN_TRA_LINH), HUYEN_TRA_LINH, YEAR_2018);

        assertThat(text(report, ReportSection.FORCES)).contains("duy trì 123 tổ an ninh tự quản");
    }

    @Test
    void whatNoRegisterKnowsHasNoFigures() {
        PeriodReport report = report(leader(OLD_TOWN), OLD_TOWN, OF_THE_DOCUMENT);

        for (ReportSection section : List.of(ReportSection.OUTREACH, ReportSection.TIPS)) {
            assertThat(text(report, section)).isEqualTo("Chưa có số liệu.");
        }
    }

    /** The document on the conference of 04/4/2019. */
    @Test
    void theYear2018OfTraLinhSaysWhatItsDocumentSays() {
        PeriodReport report = report(leader(HUYEN_TRA_LINH), HUYEN_TRA_LINH, YEAR_2018);

        assertThat(text(report, ReportSection.OUTREACH))
                .contains("tại xã, thị trấn được 38 cuộc với hơn 1.500 lượt người")
                .contains("được 156 đợt với hơn 5.500 lượt người");
        assertThat(text(report, ReportSection.TIPS))
                .contains("hơn 300 tin, trong đó có 270 tin có giá trị liên quan đến an ninh biên giới, trật tự an toàn"
                        + " xã hội");
        assertThat(text(report, ReportSection.DIRECTION)).contains("phong trào thi đua năm 2019 với 07 nội dung");
        assertThat(text(report, ReportSection.LEADERSHIP)).contains("Ban chỉ đạo phòng chống tội phạm");
    }

    @Test
    void quanLaoNamesTheBasisTheModelsTheDayOfThePeopleAndTheHonoursOfItsDocument() {
        PeriodReport report = report(leader(OLD_TOWN), OLD_TOWN, OF_THE_DOCUMENT);

        assertThat(text(report, ReportSection.LEADERSHIP))
                .contains("Đề án 375")
                .contains("Chỉ thị số 10")
                .contains("BCĐ 138")
                .contains("Ngày hội toàn dân bảo vệ ANTQ");
        assertThat(text(report, ReportSection.FORCES))
                .contains("“Đoạn đường tự quản”")
                .contains("“Tổ cứu hộ cứu nạn”")
                .contains("“Đội thanh niên xung kích”");
        assertThat(text(report, ReportSection.COMMENDATIONS))
                .contains("UBND thị trấn Quán Lào tặng giấy khen cho các tập thể, các cá nhân");
    }

    /** In 2018 khu phố 2 was not recognised; the year 2019 was still under way on 15/8. */
    @Test
    void titlesAreToldAsRecognisedOfAll() {
        assertThat(text(report(leader(OLD_TOWN), OLD_TOWN, OF_THE_DOCUMENT), ReportSection.SAFETY_TITLE))
                .contains("Năm 2018: 4/5 khu dân cư")
                .contains("Năm 2019: 1/5 khu dân cư")
                .contains("kỳ xét đến hết ngày 31/10/2019, chưa kết thúc");
        assertThat(text(report(leader(OLD_TOWN), OLD_TOWN, YEAR_2018), ReportSection.SAFETY_TITLE))
                .contains("Năm 2018: 4/5 khu dân cư")
                .doesNotContain("2019");
    }

    @Test
    void aResidentialAreaHasItsOwnReport() {
        PeriodReport report = report(leader(OLD_TOWN), KHU_PHO_1, OF_THE_DOCUMENT);

        assertThat(text(report, ReportSection.SITUATION))
                .contains("khu phố 1, thị trấn Quán Lào")
                .contains("công an thị trấn đã giải quyết");
        assertThat(report.area().id()).isEqualTo(unit(KHU_PHO_1));
    }

    @Test
    void theTownOfTodayIsReportedInItsBoundariesOfThen() {
        PeriodReport report = report(leader(HUYEN_YEN_DINH), NEW_TOWN, OF_THE_DOCUMENT);

        // It was two communes then, and the register of one of them covers nothing.
        assertThat(text(report, ReportSection.SITUATION))
                .contains("Lãnh thổ của thị trấn Quán Lào theo địa giới ngày 15/8/2019 gồm 01 xã, 01 thị trấn")
                .contains("không đủ số liệu");
    }

    @Test
    void placesOutsideTheJurisdictionAreNotFound() {
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> report(leader(OLD_TOWN), HUYEN_TRA_LINH, OF_THE_DOCUMENT));
        assertProblem(UserProblem.Kind.NOT_FOUND, () -> report(leader(OLD_TOWN), HUYEN_YEN_DINH, OF_THE_DOCUMENT));
    }

    @Test
    void administratorsTakeNoReports() {
        AccountView administrator = account("admin", Role.ADMINISTRATOR, java.util.Set.of(), OLD_TOWN);

        assertProblem(UserProblem.Kind.FORBIDDEN, () -> report(administrator, OLD_TOWN, OF_THE_DOCUMENT));
    }

    @Test
    void aPeriodThatRunsBackwardsIsRefused() {
        assertProblem(UserProblem.Kind.INVALID, () -> period("2019-08-15", "2018-01-01"));
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void everyFormatHoldsTheFigures(ReportFormat format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        StringBuilder name = new StringBuilder();
        export.write(
                leader(OLD_TOWN),
                unit(OLD_TOWN),
                OF_THE_DOCUMENT,
                null,
                format,
                ReportProgress.SILENT,
                (fileName, written, sizeBytes) -> {
                    name.append(fileName);
                    return file;
                });

        assertThat(name.toString())
                .isEqualTo("Báo cáo ANTT thị trấn Quán Lào, 01-01-2018 – 15-8-2019." + format.ending());
        Path saved = TestFolders.create("report-").resolve("quan-lao." + format.ending());
        try (OutputStream target = Files.newOutputStream(saved)) {
            file.writeTo(target);
        }
        if (format == ReportFormat.XLSX) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
                var rows = workbook.getSheet("Vụ việc theo loại");
                assertThat(rows.getRow(rows.getLastRowNum()).getCell(0).getStringCellValue())
                        .isEqualTo("Tổng số");
                assertThat(rows.getRow(rows.getLastRowNum()).getCell(1).getNumericCellValue())
                        .isEqualTo(45);
            }
            return;
        }
        Path pdf = format == ReportFormat.PDF ? saved : Office.toPdf(saved);
        assertThat(Office.textOf(pdf).replaceAll("\\s+", " "))
                .contains("THỊ TRẤN QUÁN LÀO")
                .contains("UBND HUYỆN YÊN ĐỊNH")
                .contains("xảy ra 45 vụ việc liên quan đến ANTT")
                .contains("./.");
        for (int page = 1; page <= 3; page++) {
            Office.picture(pdf, page, "quan-lao-" + format.ending() + "-" + page);
        }
    }

    private PeriodReport report(AccountView account, String unitKey, ReportPeriod period) {
        return reports.report(account, unit(unitKey), period, null);
    }

    private static ReportPeriod period(String from, String to) {
        return new ReportPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static String text(PeriodReport report, ReportSection section) {
        return report.parts().stream()
                .filter(part -> part.section() == section)
                .flatMap(part -> part.computed().stream())
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).text())
                .collect(Collectors.joining("\n"));
    }

    private static List<Block.Table> tables(PeriodReport report) {
        return report.parts().stream()
                .flatMap(part -> part.computed().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static void assertProblem(UserProblem.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
