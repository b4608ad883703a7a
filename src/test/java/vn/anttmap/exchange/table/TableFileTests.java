package vn.anttmap.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.anttmap.problem.UserProblem;

/** Files as they come from spreadsheet programs, and files that are none. */
class TableFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", ","})
    void findsTheSeparatorOfTheHeading(String separator) {
        String text = String.join(separator, "Ngày", "Loại", "Khu dân cư") + "\r\n"
                + String.join(separator, "15/8/2019", "TNGT", "\"Khu phố 2\"") + "\r\n";
        assertThat(TableFile.read(bytes(text)))
                .containsExactly(List.of("Ngày", "Loại", "Khu dân cư"), List.of("15/8/2019", "TNGT", "Khu phố 2"));
    }

    @Test
    void readsUtf8WithAMarkAndUtf16AsNotepadSavesThem() {
        assertThat(TableFile.read(bytes("\uFEFFNgày;Loại"))).containsExactly(List.of("Ngày", "Loại"));
        assertThat(TableFile.read("\uFEFFNgày;Loại".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(List.of("Ngày", "Loại"));
    }

    @Test
    void refusesAnEncodingThatWouldGarbleNames() {
        assertRefused("Ngày;Loại".getBytes(Charset.forName("windows-1252")), "table-encoding-unknown");
    }

    @Test
    void readsAWorkbookWithDaysTimesAndNumbersAsAPersonSeesThem() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Vụ việc");
            sheet.value(0, 0, "Ngày");
            sheet.value(0, 1, "Thời gian");
            sheet.value(0, 2, "X");
            sheet.value(0, 3, "Ghi chú");
            sheet.value(2, 0, LocalDateTime.of(2019, 8, 15, 0, 0));
            sheet.style(2, 0).format("dd/mm/yyyy").set();
            sheet.value(2, 1, LocalDateTime.of(2019, 8, 15, 14, 30));
            sheet.style(2, 1).format("dd/mm/yyyy hh:mm").set();
            sheet.value(2, 2, 2209278.6);
            sheet.value(2, 3, "Chợ Quán Lào");
        }
        assertThat(TableFile.read(file.toByteArray()))
                .containsExactly(
                        List.of("Ngày", "Thời gian", "X", "Ghi chú"),
                        List.of(),
                        List.of("15/08/2019", "15/08/2019 14:30", "2209278.6", "Chợ Quán Lào"));
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        assertRefused(bytes("PK\u0003\u0004 no archive"), "table-unreadable");
        assertRefused(zipOf("a.txt", bytes("not a workbook")), "table-unreadable");
        assertRefused(bytes(" \n\n"), "table-empty");
        assertRefused(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                "table-old-excel");
    }

    @Test
    void refusesAWorkbookThatUnpacksToALot() throws IOException {
        assertRefused(zipOf("xl/sharedStrings.xml", new byte[70 << 20]), "table-too-large");
    }

    /** A workbook that is whole but for an entity in one of its parts, which would bring a file of the server in. */
    @Test
    void readsNoEntityOfAWorkbook(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(whole, "test", "1.0")) {
            workbook.newWorksheet("1").value(0, 0, "cell");
        }
        String entity = "<!DOCTYPE sst [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(whole.toByteArray()).get();
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                String part = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes(
                        entry.getName().equals("xl/sharedStrings.xml")
                                ? part.replace("?>", "?>" + entity).replace(">cell<", ">Loai &e;<")
                                : part));
            }
        }
        assertThat(read(file.toByteArray())).doesNotContain("SECRET");
    }

    /** What is read, or why nothing is. */
    private static String read(byte[] file) {
        try {
            return TableFile.read(file).toString();
        } catch (UserProblem refused) {
            return refused.key();
        }
    }

    @Test
    void takesTwoThousandRowsAndNotOneMore() {
        String row = "15/8/2019;TNGT\n";
        assertThat(TableFile.read(bytes("Ngày;Loại\n" + row.repeat(2_000)))).hasSize(2_001);
        assertRefused(bytes("Ngày;Loại\n" + row.repeat(2_001)), "table-too-long");
    }

    private static void assertRefused(byte[] file, String key) {
        assertThatExceptionOfType(UserProblem.class)
                .isThrownBy(() -> TableFile.read(file))
                .satisfies(problem -> assertThat(problem.key()).isEqualTo(key));
    }

    private static byte[] zipOf(String name, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return file.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
