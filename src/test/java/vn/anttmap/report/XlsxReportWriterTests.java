package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook, read back. */
class XlsxReportWriterTests {

    @Test
    void hasASheetForEachTableBehindOneThatSaysWhatItIs() throws IOException {
        try (XSSFWorkbook workbook = written(SampleDocument.document())) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Báo cáo");
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("trên địa bàn thị trấn Quán Lào, năm 2018");
            assertThat(workbook.getSheetName(1)).isEqualTo("Vụ việc theo loại");
        }
    }

    @Test
    void numbersAreNumbers() throws IOException {
        try (XSSFWorkbook workbook = written(SampleDocument.document())) {
            Sheet sheet = workbook.getSheetAt(1);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("không đủ số liệu");
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("Số vụ");
            assertThat(sheet.getRow(3).getCell(1).getNumericCellValue()).isEqualTo(1500);
            assertThat(sheet.getRow(3).getCell(3).getNumericCellValue()).isEqualTo(-3);
            assertThat(sheet.getRow(3).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0");
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaIsEscaped() throws IOException {
        try (XSSFWorkbook workbook = written(SampleDocument.document())) {
            assertThat(workbook.getSheetAt(1).getRow(4).getCell(0).getCellType())
                    .isEqualTo(CellType.STRING);
            assertThat(workbook.getSheetAt(1).getRow(4).getCell(0).getStringCellValue())
                    .isEqualTo("'=1+1");
        }
        for (String begin : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertThat(XlsxReportWriter.escaped(begin + "x")).isEqualTo("'" + begin + "x");
        }
        assertThat(XlsxReportWriter.escaped("– x = y")).isEqualTo("– x = y");
    }

    @Test
    void tablesOfTheSameNameGetSheetsOfTheirOwn() throws IOException {
        ReportDocument one = SampleDocument.document();
        Block.Table table = new Block.Table(
                "Bảng 1. Kết quả xét công nhận: tên rất dài hơn giới hạn",
                List.of("a"),
                List.of(List.of(Block.Cell.of(1))),
                null);
        try (XSSFWorkbook workbook = written(
                new ReportDocument(one.head(), one.type(), one.subject(), List.of(table, table), one.closing()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetName(2)).hasSizeLessThanOrEqualTo(31).endsWith(" 2");
        }
    }

    private static XSSFWorkbook written(ReportDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new XlsxReportWriter().write(document, file);
        return new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()));
    }
}
