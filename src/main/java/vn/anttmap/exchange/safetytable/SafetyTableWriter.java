package vn.anttmap.exchange.safetytable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.safety.YearTable;

/** Writes the table as XLSX, with a second sheet that says what it is about, or as CSV in UTF-8 with a byte order mark. */
@Component
class SafetyTableWriter {

    /** What a spreadsheet takes for the beginning of a formula, at the start of a text. */
    private static final Pattern FORMULA_LIKE = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int ROWS_IN_MEMORY = 100;
    private static final int CHARACTER_WIDTH = 256;
    private static final int NOTE_CHARACTERS = 110;

    private final MessageSource messages;

    SafetyTableWriter(MessageSource messages) {
        this.messages = messages;
    }

    void write(YearTable table, SafetyTableFormat format, Locale locale, OutputStream target) throws IOException {
        switch (format) {
            case XLSX -> workbook(table, locale, target);
            case CSV -> target.write(csv(table, locale).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Lines of RFC 4180. */
    private String csv(YearTable table, Locale locale) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        line(
                text,
                Arrays.stream(SafetyColumn.values())
                        .map(column -> heading(column, locale))
                        .toList());
        for (YearTable.Row row : table.rows()) {
            line(
                    text,
                    Arrays.stream(SafetyColumn.values())
                            .map(column -> plain(column, row, locale))
                            .toList());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(SafetyTableWriter::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        String safe = escaped(cell);
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private String plain(SafetyColumn column, YearTable.Row row, Locale locale) {
        Object value = column.of(row);
        if (value instanceof LocalDate day) {
            // As every program reads it.
            return day.toString();
        }
        return value == null ? "" : text(column, value, locale);
    }

    private String text(SafetyColumn column, Object value, Locale locale) {
        return column == SafetyColumn.STATUS
                ? messages.getMessage("label.status." + value, null, locale)
                : String.valueOf(value);
    }

    private String heading(SafetyColumn column, Locale locale) {
        return messages.getMessage(column.label(), null, locale);
    }

    private void workbook(YearTable table, Locale locale, OutputStream target) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            CellStyle bold = bold(workbook);
            CellStyle wrapped = workbook.createCellStyle();
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            day.setVerticalAlignment(VerticalAlignment.TOP);
            Sheet sheet = workbook.createSheet(message("sheet", locale, String.valueOf(table.year())));
            SafetyColumn[] columns = SafetyColumn.values();
            Row head = sheet.createRow(0);
            for (int i = 0; i < columns.length; i++) {
                sheet.setColumnWidth(i, columns[i].widthCharacters() * CHARACTER_WIDTH);
                set(head.createCell(i), heading(columns[i], locale), bold);
            }
            sheet.createFreezePane(2, 1);
            int next = 1;
            for (YearTable.Row row : table.rows()) {
                Row line = sheet.createRow(next++);
                for (int i = 0; i < columns.length; i++) {
                    fill(line.createCell(i), columns[i], columns[i].of(row), wrapped, day, locale);
                }
            }
            sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, next - 1), 0, columns.length - 1));
            about(workbook.createSheet(message("about", locale)), table, wrapped, locale);
            workbook.write(target);
        }
    }

    private void fill(
            Cell cell, SafetyColumn column, @Nullable Object value, CellStyle wrapped, CellStyle day, Locale locale) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(wrapped);
        } else {
            set(cell, value == null ? "" : text(column, value, locale), wrapped);
        }
    }

    private void about(Sheet sheet, YearTable table, CellStyle wrapped, Locale locale) {
        sheet.setColumnWidth(0, NOTE_CHARACTERS * CHARACTER_WIDTH);
        LocalDate asOf = table.asOf();
        String place = table.within() == null ? message("everywhere", locale) : table.within();
        List<String> lines = List.of(
                message("title", locale, String.valueOf(table.year()), place),
                asOf == null ? message("as-of-now", locale) : message("as-of", locale, DAY.format(asOf)),
                message("boundaries", locale, DAY.format(table.boundaryDay())),
                message("empty", locale),
                message("synthetic-note", locale));
        for (int i = 0; i < lines.size(); i++) {
            set(sheet.createRow(i).createCell(0), lines.get(i), wrapped);
        }
    }

    private String message(String key, Locale locale, Object... values) {
        return messages.getMessage("label.safety-table." + key, values, locale);
    }

    private static void set(Cell cell, String text, CellStyle style) {
        cell.setCellValue(escaped(text));
        cell.setCellStyle(style);
    }

    /** A text cell is no formula, but becomes one where somebody saves the sheet as CSV. */
    private static String escaped(String text) {
        return FORMULA_LIKE.matcher(text).matches() ? "'" + text : text;
    }

    private static CellStyle bold(SXSSFWorkbook workbook) {
        Font font = workbook.createFont();
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }
}
