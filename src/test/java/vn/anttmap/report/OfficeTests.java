package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.Office;
import vn.anttmap.testing.TestFolders;

/** What people open the files with: LibreOffice reads the DOCX as it is meant, poppler the PDF. */
class OfficeTests {

    @Test
    void libreOfficeOpensTheDocx() throws IOException {
        Path folder = TestFolders.create("office-");
        Path docx = folder.resolve("report.docx");
        try (OutputStream target = Files.newOutputStream(docx)) {
            new DocxReportWriter(SampleDocument.SETTINGS).write(SampleDocument.document(), target);
        }

        Path pdf = Office.toPdf(docx);

        String text = Office.textOf(pdf);
        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("Quán Lào, ngày 05 tháng 7 năm 2023")
                .contains("I. Đặc điểm, tình hình")
                .contains("xảy ra 45 vụ việc liên quan đến ANTT")
                .contains("TM. ỦY BAN NHÂN DÂN");
        String[] pages = text.split("\f");
        assertThat(pages.length).isGreaterThan(1);
        assertThat(pages[1].strip()).startsWith("2");
        assertThat(pages[0].lines().map(String::strip)).doesNotContain("1");
        Office.picture(pdf, 1, "report-docx-page1");
        Office.picture(pdf, 2, "report-docx-page2");
    }

    @Test
    void popplerReadsThePdf() throws IOException {
        Path pdf = TestFolders.create("office-").resolve("report.pdf");
        try (OutputStream target = Files.newOutputStream(pdf)) {
            new PdfReportWriter(SampleDocument.SETTINGS).write(SampleDocument.document(), target);
        }

        assertThat(Office.textOf(pdf))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("1.503");
        Office.picture(pdf, 1, "report-pdf-page1");
        Office.picture(pdf, 2, "report-pdf-page2");
    }
}
