package vn.anttmap.exchange.safetytable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.anttmap.safety.YearTable;
import vn.anttmap.testing.DemoServiceContract;

/** A year of the title as a file; the statuses of 2018 are those of assessments.csv. */
abstract class SafetyTableContract extends DemoServiceContract {

    @Autowired
    MessageSource messages;

    @Autowired
    SafetyTableWriter writer;

    @Test
    void theCsvIsForSpreadsheetsAndSaysWhatIsMissing() {
        HttpResponse<String> answer = as("leader").get("/api/exports/safety/2018.csv?within=" + town());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0))
                .startsWith("\uFEFF\"Xã, phường, thị trấn\",Địa bàn,Loại,Tình trạng,Số hộ đã đăng ký,Số hộ,Còn thiếu");
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1)).startsWith("Thị trấn Quán Lào,Khu phố 1,Khu phố,Đạt,,,");
        assertThat(lines.get(6)).contains("chưa đăng ký (hạn 31/03/2018, cần kiểm tra)");
    }

    @Test
    void theTrailSaysWhoTookIt() {
        as("planner").get("/api/exports/safety/2017.csv");

        assertThat(jdbc.sql("""
                                select count(*) from audit_entry
                                where username = 'planner' and subject_id = 'safety-years'""").query(Long.class).single()).isPositive();
    }

    @Test
    void aWorkbookHasNumbersDaysAndASheetOfNotes() throws IOException {
        YearTable table = new YearTable(
                2023,
                "Xã Định Tăng",
                java.time.LocalDate.of(2023, 10, 31),
                java.time.LocalDate.of(2023, 6, 1),
                new vn.anttmap.safety.SafetyYear.Windows(
                        new vn.anttmap.safety.SafetyYear.Window(
                                java.time.LocalDate.of(2022, 11, 1), java.time.LocalDate.of(2023, 10, 31), true),
                        new vn.anttmap.safety.SafetyYear.Window(
                                java.time.LocalDate.of(2022, 11, 16), java.time.LocalDate.of(2023, 11, 15), true)),
                List.of(new YearTable.Row(
                        1,
                        "Phác Thôn",
                        "=Phác Thôn",
                        "residential-area",
                        "Thôn",
                        "Xã Định Tăng",
                        "registered",
                        false,
                        140,
                        128,
                        new YearTable.Papers("12-NQ/CB", java.time.LocalDate.of(2023, 11, 3), null, null, null, null),
                        2,
                        List.of("còn 12/140 hộ chưa đăng ký", "chưa ghi ngày nộp hồ sơ"),
                        null,
                        3)));
        java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();

        writer.write(table, SafetyTableFormat.XLSX, java.util.Locale.forLanguageTag("vi"), file);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("Năm 2023");
            assertThat(sheet.getRow(0).getCell(6).getStringCellValue()).isEqualTo("Còn thiếu");
            // No cell may become a formula where somebody saves the sheet as CSV.
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("'=Phác Thôn");
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("Đã đăng ký");
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(128);
            assertThat(sheet.getRow(1).getCell(6).getStringCellValue())
                    .isEqualTo("còn 12/140 hộ chưa đăng ký; chưa ghi ngày nộp hồ sơ");
            assertThat(sheet.getRow(1).getCell(10).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo("2023-11-03");
            assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .contains("năm 2023: Xã Định Tăng");
            assertThat(workbook.getSheetAt(1).getRow(1).getCell(0).getStringCellValue())
                    .contains("đến hết ngày 01/06/2023");
        }
    }

    @Test
    void refusesOtherFormatsYearsAndTerritories() {
        assertThat(as("planner").get("/api/exports/safety/2018.pdf").statusCode())
                .isEqualTo(404);
        assertThat(as("planner").get("/api/exports/safety/1999.csv").statusCode())
                .isEqualTo(400);
        assertThat(as("officer-tra-linh")
                        .get("/api/exports/safety/2018.csv?within=" + town())
                        .statusCode())
                .isEqualTo(404);
    }

    private long town() {
        return jdbc.sql("select id from territorial_unit where unit_key = 'commune-15394-2019'")
                .query(Long.class)
                .single();
    }
}
