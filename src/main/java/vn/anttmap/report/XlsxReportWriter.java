package vn.anttmap.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/** The tables of a document, one sheet each, behind a sheet that says what they are about. Rows go to disk as they come. */
@Component
class XlsxReportWriter implements ReportWriter {

    /** What a spreadsheet takes for the beginning of a formula, at the start of a text. */
    private static final Pattern FORMULA_LIKE = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int CHARACTER_WIDTH = 256;
    private static final int FIRST_COLUMN_CHARACTERS = 38;
    private static final int COLUMN_CHARACTERS = 18;
    private static final int TEXT_CHARACTERS = 110;

    @Override
    public ReportFormat format() {
        return ReportFormat.XLSX;
    }

    @Override
    public void write(ReportDocument document, OutputStream target) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            Styles styles = new Styles(workbook);
            about(workbook, styles, document);
            Set<String> names = new HashSet<>();
            for (Block block : document.body()) {
                if (block instanceof Block.Table table) {
                    sheet(workbook.createSheet(name(table.title(), names)), styles, table);
                }
            }
            workbook.write(target);
        }
    }

    private static void about(Workbook workbook, Styles styles, ReportDocument document) {
        Sheet sheet = workbook.createSheet("Báo cáo");
        sheet.setColumnWidth(0, TEXT_CHARACTERS * CHARACTER_WIDTH);
        int next = 0;
        text(sheet.createRow(next++), 0, document.type(), styles.bold);
        for (String line : document.subject()) {
            text(sheet.createRow(next++), 0, line, styles.bold);
        }
        text(
                sheet.createRow(next++),
                0,
                String.join(" ", document.head().authority()) + ", "
                        + VietnameseFormat.longDay(document.head().day()),
                styles.wrapped);
        for (Block block : document.body()) {
            if (block instanceof Block.Note note) {
                text(sheet.createRow(next++), 0, note.text(), styles.wrapped);
            }
        }
    }

    private static void sheet(Sheet sheet, Styles styles, Block.Table table) {
        sheet.setColumnWidth(0, FIRST_COLUMN_CHARACTERS * CHARACTER_WIDTH);
        for (int i = 1; i < table.columns().size(); i++) {
            sheet.setColumnWidth(i, COLUMN_CHARACTERS * CHARACTER_WIDTH);
        }
        int next = 0;
        text(sheet.createRow(next++), 0, table.title(), styles.bold);
        if (table.note() != null) {
            text(sheet.createRow(next++), 0, table.note(), styles.plain);
        }
        Row head = sheet.createRow(next++);
        for (int i = 0; i < table.columns().size(); i++) {
            text(head, i, table.columns().get(i), styles.head);
        }
        sheet.createFreezePane(0, next);
        for (List<Block.Cell> cells : table.rows()) {
            Row row = sheet.createRow(next++);
            for (int i = 0; i < cells.size(); i++) {
                cell(row, i, cells.get(i), styles);
            }
        }
    }

    private static void cell(Row row, int column, Block.Cell content, Styles styles) {
        Number number = content.number();
        if (number == null) {
            text(row, column, content.text(), styles.boxed);
        } else {
            var cell = row.createCell(column);
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(styles.number);
        }
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(escaped(text));
        cell.setCellStyle(style);
    }

    /** A text cell is no formula, but becomes one where somebody saves the sheet as CSV. */
    static String escaped(String text) {
        return FORMULA_LIKE.matcher(text).matches() ? "'" + text : text;
    }

    /** The title without its number, cut to what a sheet's name may have, and told apart from the others. */
    private static String name(String title, Set<String> taken) {
        String wished = WorkbookUtil.createSafeSheetName(title.replaceFirst("^Bảng \\d+\\. ", ""), ' ')
                .strip();
        String name = wished;
        for (int number = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); number++) {
            String end = " " + number;
            name = wished.substring(0, Math.min(wished.length(), LONGEST_SHEET_NAME - end.length())) + end;
        }
        return name;
    }

    /** The looks of cells; a workbook may have few, so they are made once. */
    private static final class Styles {

        private final CellStyle plain;
        private final CellStyle bold;
        private final CellStyle wrapped;
        private final CellStyle head;
        private final CellStyle boxed;
        private final CellStyle number;

        private Styles(Workbook workbook) {
            plain = style(workbook, false);
            bold = style(workbook, true);
            wrapped = style(workbook, false);
            wrapped.setWrapText(true);
            head = boxed(workbook, true);
            head.setWrapText(true);
            head.setAlignment(org.apache.poi.ss.usermodel.HorizontalAlignment.CENTER);
            boxed = boxed(workbook, false);
            number = boxed(workbook, false);
            // The program shows the separators of its own language: 1.500 in a Vietnamese one.
            number.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
        }

        private static CellStyle boxed(Workbook workbook, boolean bold) {
            CellStyle style = style(workbook, bold);
            var line = org.apache.poi.ss.usermodel.BorderStyle.THIN;
            style.setBorderTop(line);
            style.setBorderBottom(line);
            style.setBorderLeft(line);
            style.setBorderRight(line);
            return style;
        }

        private static CellStyle style(Workbook workbook, boolean bold) {
            Font font = workbook.createFont();
            font.setFontName("Times New Roman");
            font.setFontHeightInPoints((short) LetterLayout.TABLE_POINTS);
            font.setBold(bold);
            CellStyle style = workbook.createCellStyle();
            style.setFont(font);
            return style;
        }
    }
}
