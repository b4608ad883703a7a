package vn.anttmap.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a document's body. What it looks like is the writers' business. */
sealed interface Block {

    /** The title of a section, with its number. */
    record Heading(String text) implements Block {}

    /** A line of its own in bold, in the middle: who decides, "QUYẾT ĐỊNH:". */
    record Centred(String text) implements Block {}

    /** A paragraph of running text. */
    record Paragraph(String text) implements Block {}

    /** A remark on the figures, set smaller. */
    record Note(String text) implements Block {}

    /**
     * A table of figures.
     *
     * @param columns headings, one for each cell of a row
     * @param note what must be known to read it; null where nothing must
     */
    record Table(
            String title,
            List<String> columns,
            List<List<Cell>> rows,
            @Nullable String note) implements Block {

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("a row of \"" + title + "\" has not " + width + " cells");
            }
        }
    }

    /**
     * A cell of a table.
     *
     * @param text as people read it
     * @param number the same as a number; null where it is none
     */
    record Cell(String text, @Nullable Number number) {

        static Cell of(String text) {
            return new Cell(text, null);
        }

        static Cell of(long number) {
            return new Cell(VietnameseFormat.number(number), number);
        }

        /** A difference, with its sign: +3, -3 with a true minus, 0. */
        static Cell difference(long number) {
            String sign = number > 0 ? "+" : number < 0 ? "\u2212" : "";
            return new Cell(sign + VietnameseFormat.number(Math.abs(number)), number);
        }
    }
}
