package vn.anttmap.report;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.draw.LineSeparator;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.anttmap.report.ReportDocument.Closing;
import vn.anttmap.report.ReportDocument.Letterhead;

/** The same layout as the DOCX, as PDF with embedded fonts. */
@Component
class PdfReportWriter implements ReportWriter {

    private static final double POINTS_PER_MM = 72 / 25.4;

    /** Room for ascent and descent: what a word processor calls single. */
    private static final float SINGLE_LINE = 1.15f;

    private static final float RULE_BELOW_MOTTO_PERCENT = 66;
    private static final float RULE_BELOW_AUTHORITY_PERCENT = 33;
    private static final float TITLE_RULE_PERCENT = 25;

    /** Low enough to leave the letters above it alone. */
    private static final float RULE_LEADING = 7;

    private static final float CELL_PADDING = 3;

    private final ReportSettings settings;

    PdfReportWriter(ReportSettings settings) {
        this.settings = settings;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.PDF;
    }

    @Override
    public void write(ReportDocument document, OutputStream target) throws IOException {
        Document pdf = new Document(
                PageSize.A4,
                points(settings.leftMm()),
                points(settings.rightMm()),
                points(settings.topMm()),
                points(settings.bottomMm()));
        PdfWriter writer = PdfWriter.getInstance(pdf, target);
        writer.setCloseStream(false);
        writer.setPageEvent(new PageNumbers());
        // Justified lines grow between their words, not between their letters.
        writer.setSpaceCharRatio(PdfWriter.NO_SPACE_CHAR_RATIO);
        pdf.addTitle(String.join(" ", document.subject()));
        pdf.open();
        pdf.add(head(document.head()));
        title(pdf, document);
        for (Block block : document.body()) {
            block(pdf, block);
        }
        pdf.add(closing(document.closing()));
        pdf.close();
    }

    private PdfPTable head(Letterhead head) {
        PdfPTable table = new PdfPTable(
                new float[] {(float) LetterLayout.HEAD_LEFT_PART, (float) (1 - LetterLayout.HEAD_LEFT_PART)});
        table.setWidthPercentage(100);
        PdfPCell office = bare();
        if (head.superior() != null) {
            line(office, head.superior(), PdfFonts.plain(LetterLayout.AUTHORITY_POINTS_UNVERIFIED));
        }
        head.authority().forEach(text -> line(office, text, PdfFonts.bold(LetterLayout.AUTHORITY_POINTS_UNVERIFIED)));
        office.addElement(rule(RULE_BELOW_AUTHORITY_PERCENT));
        gap(line(office, "Số: " + head.number(), PdfFonts.plain(LetterLayout.NUMBER_POINTS_UNVERIFIED)));
        PdfPCell state = bare();
        line(state, LetterLayout.COUNTRY, PdfFonts.bold(LetterLayout.COUNTRY_POINTS));
        line(state, LetterLayout.MOTTO, PdfFonts.bold(LetterLayout.MOTTO_POINTS));
        state.addElement(rule(RULE_BELOW_MOTTO_PERCENT));
        gap(line(
                state,
                head.place() + ", " + VietnameseFormat.longDay(head.day()),
                PdfFonts.italic(LetterLayout.DATE_POINTS)));
        table.addCell(office);
        table.addCell(state);
        return table;
    }

    private void title(Document pdf, ReportDocument document) {
        Font font = PdfFonts.bold(LetterLayout.TITLE_POINTS_UNVERIFIED);
        Paragraph type = centred(document.type(), font);
        type.setSpacingBefore((float) (3 * LetterLayout.PARAGRAPH_GAP_POINTS));
        pdf.add(type);
        document.subject().forEach(line -> pdf.add(centred(line, font)));
        pdf.add(rule(TITLE_RULE_PERCENT));
    }

    private void block(Document pdf, Block block) {
        if (block instanceof Block.Heading heading) {
            pdf.add(body(heading.text(), PdfFonts.bold(settings.bodyPoints())));
        } else if (block instanceof Block.Centred line) {
            Paragraph written = centred(line.text(), PdfFonts.bold(settings.bodyPoints()));
            written.setSpacingBefore((float) LetterLayout.PARAGRAPH_GAP_POINTS);
            pdf.add(written);
        } else if (block instanceof Block.Paragraph paragraph) {
            pdf.add(body(paragraph.text(), PdfFonts.plain(settings.bodyPoints())));
        } else if (block instanceof Block.Note note) {
            pdf.add(body(note.text(), PdfFonts.italic(LetterLayout.NOTE_POINTS)));
        } else if (block instanceof Block.Table table) {
            Paragraph title = centred(table.title(), PdfFonts.bold(LetterLayout.TABLE_POINTS));
            title.setSpacingBefore((float) LetterLayout.PARAGRAPH_GAP_POINTS);
            title.setSpacingAfter((float) LetterLayout.PARAGRAPH_GAP_POINTS);
            pdf.add(title);
            pdf.add(figures(table));
            if (table.note() != null) {
                pdf.add(new Paragraph(table.note(), PdfFonts.italic(LetterLayout.NOTE_POINTS)));
            }
        }
    }

    private PdfPTable figures(Block.Table table) {
        double[] widths = ColumnWidths.of(table, 1);
        float[] shares = new float[widths.length];
        for (int i = 0; i < widths.length; i++) {
            shares[i] = (float) widths[i];
        }
        PdfPTable written = new PdfPTable(shares);
        written.setWidthPercentage(100);
        written.setHeaderRows(1);
        written.setSplitRows(false);
        table.columns()
                .forEach(column ->
                        written.addCell(cell(column, PdfFonts.bold(LetterLayout.TABLE_POINTS), Element.ALIGN_CENTER)));
        for (List<Block.Cell> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                written.addCell(cell(
                        row.get(i).text(),
                        PdfFonts.plain(LetterLayout.TABLE_POINTS),
                        i == 0 ? Element.ALIGN_LEFT : Element.ALIGN_CENTER));
            }
        }
        return written;
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(alignment);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setPadding(CELL_PADDING);
        cell.setPaddingBottom(CELL_PADDING + 2);
        return cell;
    }

    private PdfPTable closing(Closing closing) {
        PdfPTable table = new PdfPTable(2);
        table.setWidthPercentage(100);
        table.setSpacingBefore((float) (2 * LetterLayout.PARAGRAPH_GAP_POINTS));
        table.setKeepTogether(true);
        PdfPCell recipients = bare();
        recipients.addElement(
                single("Nơi nhận:", PdfFonts.boldItalic(LetterLayout.RECIPIENTS_TITLE_POINTS_UNVERIFIED)));
        closing.recipients()
                .forEach(text ->
                        recipients.addElement(single(text, PdfFonts.plain(LetterLayout.RECIPIENTS_POINTS_UNVERIFIED))));
        PdfPCell signer = bare();
        Font font = PdfFonts.bold(LetterLayout.SIGNER_POINTS_UNVERIFIED);
        closing.signer().forEach(text -> line(signer, text, font));
        for (int i = 0; i < LetterLayout.SIGNATURE_LINES; i++) {
            line(signer, " ", font);
        }
        table.addCell(recipients);
        table.addCell(signer);
        return table;
    }

    private Paragraph body(String text, Font font) {
        Paragraph paragraph = gap(single(text, font));
        paragraph.setMultipliedLeading((float) settings.lineSpacing() * SINGLE_LINE);
        paragraph.setAlignment(Element.ALIGN_JUSTIFIED);
        paragraph.setFirstLineIndent(points(settings.firstLineMm()));
        return paragraph;
    }

    private static PdfPCell bare() {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    private static Paragraph line(PdfPCell cell, String text, Font font) {
        Paragraph paragraph = centred(text, font);
        cell.addElement(paragraph);
        return paragraph;
    }

    private static Paragraph centred(String text, Font font) {
        Paragraph paragraph = single(text, font);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        return paragraph;
    }

    private static Paragraph single(String text, Font font) {
        Paragraph paragraph = new Paragraph(text, font);
        paragraph.setMultipliedLeading(SINGLE_LINE);
        return paragraph;
    }

    private static Paragraph gap(Paragraph paragraph) {
        paragraph.setSpacingBefore((float) LetterLayout.PARAGRAPH_GAP_POINTS);
        return paragraph;
    }

    private static Paragraph rule(float percent) {
        Paragraph paragraph =
                new Paragraph(new Chunk(new LineSeparator(0.75f, percent, Color.BLACK, Element.ALIGN_CENTER, 0)));
        paragraph.setLeading(RULE_LEADING);
        return paragraph;
    }

    private static float points(double millimeters) {
        return (float) (millimeters * POINTS_PER_MM);
    }

    /** The number in the middle of the top margin, on every page but the first. */
    private final class PageNumbers extends PdfPageEventHelper {

        @Override
        public void onEndPage(PdfWriter writer, Document pdf) {
            if (writer.getPageNumber() > 1) {
                ColumnText.showTextAligned(
                        writer.getDirectContent(),
                        Element.ALIGN_CENTER,
                        new Phrase(
                                String.valueOf(writer.getPageNumber()),
                                PdfFonts.plain(LetterLayout.PAGE_NUMBER_POINTS)),
                        (pdf.left() + pdf.right()) / 2,
                        pdf.getPageSize().getTop()
                                - points(LetterLayout.PAGE_NUMBER_FROM_TOP_MM)
                                - (float) LetterLayout.PAGE_NUMBER_POINTS,
                        0);
            }
        }
    }
}
