package vn.anttmap.exchange.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A cell of a workbook as the text that a person would have typed. */
final class WorkbookCell {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Texts in quotes, colours and conditions in brackets say nothing of what a format shows. */
    private static final Pattern NO_FIELDS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    /** Formats 14 to 22 and 45 to 47 are built in as days and times (ECMA-376 part 1, 18.8.30). */
    private static boolean isBuiltInMoment(int format) {
        return (format >= 14 && format <= 22) || (format >= 45 && format <= 47);
    }

    private WorkbookCell() {}

    /** @return empty for no cell and for a cell in error */
    static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER || cell.getValue() instanceof BigDecimal) {
            return isMoment(cell)
                    ? moment(cell)
                    : cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getText();
    }

    private static boolean isMoment(Cell cell) {
        Integer format = cell.getDataFormatId();
        if (format != null && isBuiltInMoment(format)) {
            return true;
        }
        String shown = cell.getDataFormatString();
        return shown != null
                && NO_FIELDS
                        .matcher(shown)
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .matches(".*[dyhm].*");
    }

    private static String moment(Cell cell) {
        LocalDateTime moment = cell.asDate();
        BigDecimal days = cell.asNumber();
        if (days.compareTo(BigDecimal.ONE) < 0) {
            return moment.format(TIME);
        }
        boolean wholeDay = days.stripTrailingZeros().scale() <= 0;
        return moment.format(wholeDay ? DAY : MOMENT);
    }
}
