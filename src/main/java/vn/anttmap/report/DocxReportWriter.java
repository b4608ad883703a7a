package vn.anttmap.report;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.springframework.stereotype.Component;
import vn.anttmap.report.DocxText.Face;
import vn.anttmap.report.ReportDocument.Closing;
import vn.anttmap.report.ReportDocument.Letterhead;

/** DOCX in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
@Component
class DocxReportWriter implements ReportWriter {

    /** As long as the motto above it. */
    private static final double RULE_BELOW_MOTTO_MM = 64;

    /** From a third to a half of the line above it. */
    private static final double RULE_BELOW_AUTHORITY_MM = 22;

    private static final double TITLE_RULE_MM = 40;

    private final ReportSettings settings;

    DocxReportWriter(ReportSettings settings) {
        this.settings = settings;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.DOCX;
    }

    @Override
    public void write(ReportDocument document, OutputStream target) throws IOException {
        try (XWPFDocument docx = new XWPFDocument()) {
            docx.getProperties().getCoreProperties().setTitle(String.join(" ", document.subject()));
            defaults(docx);
            page(docx);
            head(docx, document.head());
            title(docx, document);
            for (Block block : document.body()) {
                block(docx, block);
            }
            closing(docx, document.closing());
            docx.write(target);
        }
    }

    private void defaults(XWPFDocument docx) {
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(DocxText.FONT);
        fonts.setHAnsi(DocxText.FONT);
        fonts.setCs(DocxText.FONT);
        fonts.setEastAsia(DocxText.FONT);
        docx.createStyles().setDefaultFonts(fonts);
        docx.getStyles().setSpellingLanguage("vi-VN");
    }

    private void page(XWPFDocument docx) {
        CTSectPr section = docx.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(DocxText.big(LetterLayout.PAGE_WIDTH_MM));
        size.setH(DocxText.big(LetterLayout.PAGE_HEIGHT_MM));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(DocxText.big(settings.topMm()));
        margins.setBottom(DocxText.big(settings.bottomMm()));
        margins.setLeft(DocxText.big(settings.leftMm()));
        margins.setRight(DocxText.big(settings.rightMm()));
        margins.setHeader(DocxText.big(LetterLayout.PAGE_NUMBER_FROM_TOP_MM));
        margins.setFooter(DocxText.big(LetterLayout.PAGE_NUMBER_FROM_TOP_MM));
        margins.setGutter(DocxText.big(0));
        // A first page of its own, and nothing on it: its number is not shown.
        docx.createHeader(HeaderFooterType.FIRST).createParagraph();
        XWPFParagraph number = docx.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        CTSimpleField field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        XWPFRun run = new XWPFRun(field.addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) number);
        DocxText.style(run, Face.plain(LetterLayout.PAGE_NUMBER_POINTS));
        run.setText("2");
    }

    private void head(XWPFDocument docx, Letterhead head) {
        double left = settings.textWidthMm() * LetterLayout.HEAD_LEFT_PART;
        double right = settings.textWidthMm() - left;
        XWPFTableRow row = DocxTables.beside(docx, left, right);
        XWPFTableCell office = row.getCell(0);
        if (head.superior() != null) {
            line(office, head.superior(), Face.plain(LetterLayout.AUTHORITY_POINTS_UNVERIFIED));
        }
        head.authority().forEach(text -> line(office, text, Face.bold(LetterLayout.AUTHORITY_POINTS_UNVERIFIED)));
        DocxText.rule(DocxTables.next(office), (left - RULE_BELOW_AUTHORITY_MM) / 2);
        gap(line(office, "Số: " + head.number(), Face.plain(LetterLayout.NUMBER_POINTS_UNVERIFIED)));
        XWPFTableCell state = row.getCell(1);
        line(state, LetterLayout.COUNTRY, Face.bold(LetterLayout.COUNTRY_POINTS));
        line(state, LetterLayout.MOTTO, Face.bold(LetterLayout.MOTTO_POINTS));
        DocxText.rule(DocxTables.next(state), (right - RULE_BELOW_MOTTO_MM) / 2);
        gap(line(
                state,
                head.place() + ", " + VietnameseFormat.longDay(head.day()),
                Face.italic(LetterLayout.DATE_POINTS)));
    }

    private void title(XWPFDocument docx, ReportDocument document) {
        Face face = Face.bold(LetterLayout.TITLE_POINTS_UNVERIFIED);
        DocxText.gapBefore(
                DocxText.write(docx.createParagraph(), ParagraphAlignment.CENTER, document.type(), face),
                3 * LetterLayout.PARAGRAPH_GAP_POINTS);
        for (String line : document.subject()) {
            DocxText.write(docx.createParagraph(), ParagraphAlignment.CENTER, line, face);
        }
        DocxText.rule(docx.createParagraph(), (settings.textWidthMm() - TITLE_RULE_MM) / 2);
    }

    private void block(XWPFDocument docx, Block block) {
        if (block instanceof Block.Heading heading) {
            keepWithNext(body(docx, heading.text(), Face.bold(settings.bodyPoints())));
        } else if (block instanceof Block.Centred centred) {
            gap(DocxText.write(
                    docx.createParagraph(),
                    ParagraphAlignment.CENTER,
                    centred.text(),
                    Face.bold(settings.bodyPoints())));
        } else if (block instanceof Block.Paragraph paragraph) {
            body(docx, paragraph.text(), Face.plain(settings.bodyPoints()));
        } else if (block instanceof Block.Note note) {
            body(docx, note.text(), Face.italic(LetterLayout.NOTE_POINTS));
        } else if (block instanceof Block.Table table) {
            XWPFParagraph title = DocxText.write(
                    docx.createParagraph(),
                    ParagraphAlignment.CENTER,
                    table.title(),
                    Face.bold(LetterLayout.TABLE_POINTS));
            title.setSpacingAfter(60);
            keepWithNext(gap(title));
            DocxTables.figures(docx, table, settings.textWidthMm());
            if (table.note() != null) {
                gap(DocxText.write(
                        docx.createParagraph(),
                        ParagraphAlignment.LEFT,
                        table.note(),
                        Face.italic(LetterLayout.NOTE_POINTS)));
            }
        }
    }

    private void closing(XWPFDocument docx, Closing closing) {
        DocxText.write(
                docx.createParagraph(), ParagraphAlignment.LEFT, "", Face.plain(LetterLayout.PARAGRAPH_GAP_POINTS));
        double half = settings.textWidthMm() / 2;
        XWPFTableRow row = DocxTables.beside(docx, half, half);
        XWPFTableCell recipients = row.getCell(0);
        DocxText.write(
                DocxTables.next(recipients),
                ParagraphAlignment.LEFT,
                "Nơi nhận:",
                Face.boldItalic(LetterLayout.RECIPIENTS_TITLE_POINTS_UNVERIFIED));
        for (String recipient : closing.recipients()) {
            DocxText.write(
                    DocxTables.next(recipients),
                    ParagraphAlignment.LEFT,
                    recipient,
                    Face.plain(LetterLayout.RECIPIENTS_POINTS_UNVERIFIED));
        }
        Face face = Face.bold(LetterLayout.SIGNER_POINTS_UNVERIFIED);
        closing.signer().forEach(text -> line(row.getCell(1), text, face));
        for (int i = 0; i < LetterLayout.SIGNATURE_LINES; i++) {
            line(row.getCell(1), " ", face);
        }
    }

    private XWPFParagraph body(XWPFDocument docx, String text, Face face) {
        XWPFParagraph paragraph = gap(DocxText.write(docx.createParagraph(), ParagraphAlignment.BOTH, text, face));
        paragraph.setIndentationFirstLine(DocxText.twips(settings.firstLineMm()));
        paragraph.setSpacingBetween(settings.lineSpacing());
        return paragraph;
    }

    private static XWPFParagraph line(XWPFTableCell cell, String text, Face face) {
        return DocxText.write(DocxTables.next(cell), ParagraphAlignment.CENTER, text, face);
    }

    private static XWPFParagraph gap(XWPFParagraph paragraph) {
        return DocxText.gapBefore(paragraph, LetterLayout.PARAGRAPH_GAP_POINTS);
    }

    private static void keepWithNext(XWPFParagraph paragraph) {
        paragraph.setKeepNext(true);
    }
}
