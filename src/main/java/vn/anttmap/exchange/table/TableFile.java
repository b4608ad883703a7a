package vn.anttmap.exchange.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Reads a table as rows of texts, from an Excel workbook (xlsx) or from text with separators. */
public final class TableFile {

    /** A commune has some dozens of incidents a month; more than this is several tables, or a mistake. */
    static final int MOST_ROWS = 2_000;

    static final int MOST_COLUMNS = 60;

    /** Bytes by which a workbook is told from a text. */
    private static final int HEADER = 8;

    private TableFile() {}

    /**
     * The rows of the first sheet, or of the text, the heading among them; rows without any text are kept as empty ones,
     * so that row numbers are those of the file.
     *
     * @throws UserProblem of kind UNPROCESSABLE that says what is wrong with the file
     */
    public static List<List<String>> read(byte[] file) {
        List<List<String>> rows =
                file.length > HEADER && ReadableWorkbook.isOOXMLZipHeader(file) ? workbook(file) : text(decode(file));
        if (rows.stream().allMatch(TableFile::isEmpty)) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-empty");
        }
        return rows;
    }

    /** @param text separated by tabs (as pasted from a spreadsheet), semicolons or commas */
    static List<List<String>> text(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                add(rows, line.toList());
            }
            return rows;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-unreadable");
        }
    }

    private static List<List<String>> workbook(byte[] file) {
        WorkbookLimit.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                        new ByteArrayInputStream(file), new org.dhatim.fastexcel.reader.ReadingOptions(true, true));
                Stream<org.dhatim.fastexcel.reader.Row> lines =
                        workbook.getFirstSheet().openStream()) {
            List<List<String>> rows = new ArrayList<>();
            lines.forEach(line -> {
                // A row without any cell is not in the file.
                while (rows.size() < line.getRowNum() - 1 && rows.size() <= MOST_ROWS) {
                    add(rows, List.of());
                }
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < Math.min(line.getCellCount(), MOST_COLUMNS + 1); column++) {
                    cells.add(WorkbookCell.text(line.hasCell(column) ? line.getCell(column) : null));
                }
                add(rows, cells);
            });
            return rows;
        } catch (UserProblem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The reader meets a damaged file with exceptions of many kinds.
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-unreadable");
        }
    }

    private static void add(List<List<String>> rows, List<String> cells) {
        if (rows.size() > MOST_ROWS) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-too-long", MOST_ROWS);
        }
        if (cells.size() > MOST_COLUMNS) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-too-wide", MOST_COLUMNS);
        }
        rows.add(cells.stream().map(String::strip).toList());
    }

    /** Rows that were read elsewhere, under the same limits. */
    public static List<List<String>> within(List<List<String>> read) {
        List<List<String>> rows = new ArrayList<>();
        read.forEach(cells -> add(rows, cells));
        return rows;
    }

    public static boolean isEmpty(List<String> row) {
        return row.stream().allMatch(String::isEmpty);
    }

    /** The separator that the first written line has most of. */
    private static char separator(String text) {
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = '\t';
        long most = 0;
        for (char separator : new char[] {'\t', ';', ','}) {
            long count = heading.chars().filter(letter -> letter == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return best;
    }

    private static String decode(byte[] file) {
        if (file.length >= HEADER && ReadableWorkbook.isOLE2Header(file)) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-old-excel");
        }
        Charset charset = StandardCharsets.UTF_8;
        int skipped = 0;
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            skipped = 3;
        } else if (startsWith(file, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            skipped = 2;
        } else if (startsWith(file, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            skipped = 2;
        }
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(file, skipped, file.length - skipped))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw UserProblem.of(Kind.UNPROCESSABLE, "table-unreadable");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-encoding-unknown");
        }
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
