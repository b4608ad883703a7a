package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The PDF as another program's reader finds it. */
class PdfReportWriterTests {

    private final byte[] file = file();

    @Test
    void holdsTheVietnameseText() throws IOException {
        String first = page(1);

        assertThat(first)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("THỊ TRẤN QUÁN LÀO")
                .contains("Quán Lào, ngày 05 tháng 7 năm 2023")
                .contains("BÁO CÁO")
                .contains("I. Đặc điểm, tình hình")
                .contains("xảy ra 45 vụ việc liên quan đến ANTT")
                .contains("1.503");
    }

    @Test
    void numbersAllPagesButTheFirst() throws IOException {
        assertThat(page(2).lines().map(String::strip)).contains("2");
        assertThat(page(1).lines().map(String::strip)).doesNotContain("1");
    }

    @Test
    void isA4AndEmbedsItsFonts() throws IOException {
        try (PdfReader reader = new PdfReader(file)) {
            // 210 mm are 595 points, 297 mm are 842.
            assertThat(reader.getPageSize(1).getWidth()).isBetween(594f, 596f);
            assertThat(reader.getPageSize(1).getHeight()).isBetween(841f, 843f);
        }
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains("LiberationSerif")
                .contains("/FontFile2")
                .doesNotContain("/BaseFont/Times");
    }

    private String page(int number) throws IOException {
        try (PdfReader reader = new PdfReader(file)) {
            return new PdfTextExtractor(reader).getTextFromPage(number).replaceAll("[ \\u00a0]+", " ");
        }
    }

    private static byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            new PdfReportWriter(SampleDocument.SETTINGS).write(SampleDocument.document(), file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
