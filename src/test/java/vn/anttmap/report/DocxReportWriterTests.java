package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The layout of Nghị định 30/2020, Phụ lục I, read from the XML of the file. A twip is a twentieth of a point: 20 mm are
 * 1134 twips, 30 mm 1701, 15 mm 850, A4 is 11906 by 16838; a run's size is in half points.
 */
class DocxReportWriterTests {

    private final Map<String, String> parts = parts();
    private final String document = parts.get("word/document.xml");

    @Test
    void isA4WithTheMarginsOfTheRules() {
        assertThat(document)
                .contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>")
                .containsPattern("<w:pgMar [^>]*w:top=\"1134\"")
                .containsPattern("<w:pgMar [^>]*w:bottom=\"1134\"")
                .containsPattern("<w:pgMar [^>]*w:left=\"1701\"")
                .containsPattern("<w:pgMar [^>]*w:right=\"850\"");
    }

    @Test
    void everyRunIsTimesNewRomanAndBlack() {
        Matcher runs = Pattern.compile("<w:r>(.*?)</w:r>").matcher(document);
        int count = 0;
        while (runs.find()) {
            count++;
            assertThat(runs.group(1))
                    .contains("w:ascii=\"Times New Roman\"")
                    .contains("w:hAnsi=\"Times New Roman\"")
                    .contains("<w:color w:val=\"000000\"/>");
        }
        assertThat(count).isGreaterThan(40);
        assertThat(parts.get("word/styles.xml")).contains("Times New Roman").contains("vi-VN");
    }

    @Test
    void theHeadNamesCountryMottoAuthorityNumberAndDay() {
        assertThat(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
                .contains("<w:sz w:val=\"26\"/>")
                .contains("<w:b w:val=\"");
        assertThat(run("Độc lập - Tự do - Hạnh phúc")).contains("<w:sz w:val=\"28\"/>");
        assertThat(run("THỊ TRẤN QUÁN LÀO")).contains("<w:sz w:val=\"26\"/>");
        assertThat(run("Quán Lào, ngày 05 tháng 7 năm 2023"))
                .contains("<w:sz w:val=\"28\"/>")
                .contains("<w:i w:val=\"");
        assertThat(text()).contains("UBND HUYỆN YÊN ĐỊNH").contains("/BC-UBND").contains("BÁO CÁO");
    }

    @Test
    void theBodyIsJustifiedWithAFirstLineIndent() {
        String paragraph = paragraph("Trong kỳ xảy ra 45 vụ");

        // 12.7 mm are 720 twips, 6 pt are 120, 1.15 lines of 240 are 276.
        assertThat(paragraph)
                .contains("<w:jc w:val=\"both\"/>")
                .contains("w:firstLine=\"720\"")
                .contains("w:before=\"120\"")
                .contains("w:line=\"276\"")
                .contains("<w:sz w:val=\"28\"/>");
    }

    @Test
    void theNumberOfThePageStandsInTheTopMarginButNotOnTheFirst() {
        assertThat(document).contains("<w:titlePg");
        Map<String, String> headers = parts.entrySet().stream()
                .filter(part -> part.getKey().matches("word/header\\d+\\.xml"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(headers).hasSize(2);
        assertThat(headers.values().stream().filter(header -> header.contains("w:instr=\"PAGE\"")))
                .singleElement()
                .asString()
                .contains("<w:jc w:val=\"center\"/>")
                .contains("<w:sz w:val=\"26\"/>");
        // 10 mm from the edge, within the 20 mm of the margin.
        assertThat(document).containsPattern("<w:pgMar [^>]*w:header=\"567\"");
    }

    @Test
    void endsWithRecipientsAndTheSigner() {
        assertThat(run("Nơi nhận:"))
                .contains("<w:b w:val=\"")
                .contains("<w:i w:val=\"")
                .contains("<w:sz w:val=\"24\"/>");
        assertThat(run("- Lưu: VT.")).contains("<w:sz w:val=\"22\"/>");
        assertThat(run("TM. ỦY BAN NHÂN DÂN")).contains("<w:b w:val=\"");
        assertThat(text()).contains("số liệu minh hoạ./.");
    }

    @Test
    void tablesRepeatTheirHeadAndShowVietnameseNumbers() {
        assertThat(document).contains("<w:tblHeader");
        assertThat(text()).contains("1.500").contains("1.503").contains("−3");
    }

    private String run(String text) {
        int at = document.indexOf(">" + text + "<");
        assertThat(at).as(text).isPositive();
        return document.substring(document.lastIndexOf("<w:r>", at), at);
    }

    private String paragraph(String text) {
        int at = document.indexOf(">" + text);
        return document.substring(document.lastIndexOf("<w:p>", at), at);
    }

    private String text() {
        return document.replaceAll("<[^>]+>", " ");
    }

    private static Map<String, String> parts() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Map<String, String> parts = new HashMap<>();
        try {
            new DocxReportWriter(SampleDocument.SETTINGS).write(SampleDocument.document(), file);
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return parts;
    }
}
