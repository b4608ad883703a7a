package vn.anttmap.report;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;

/** Paragraphs and measures of a DOCX. Every run names its font, so that no program's own default shows. */
final class DocxText {

    static final String FONT = "Times New Roman";

    private static final double TWIPS_PER_MM = 1440 / 25.4;
    private static final int TWIPS_PER_POINT = 20;

    /** How far a rule stands below the letters above it, and how much room it takes. */
    private static final int RULE_LINE_POINTS = 3;

    private DocxText() {}

    static int twips(double millimeters) {
        return (int) Math.round(millimeters * TWIPS_PER_MM);
    }

    static BigInteger big(double millimeters) {
        return BigInteger.valueOf(twips(millimeters));
    }

    /** How a run looks. */
    record Face(double points, boolean bold, boolean italic) {

        static Face plain(double points) {
            return new Face(points, false, false);
        }

        static Face bold(double points) {
            return new Face(points, true, false);
        }

        static Face italic(double points) {
            return new Face(points, false, true);
        }

        static Face boldItalic(double points) {
            return new Face(points, true, true);
        }
    }

    static XWPFParagraph write(XWPFParagraph paragraph, ParagraphAlignment alignment, String text, Face face) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        XWPFRun run = paragraph.createRun();
        style(run, face);
        run.setText(text);
        return paragraph;
    }

    static void style(XWPFRun run, Face face) {
        run.setFontFamily(FONT);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.cs);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(face.points());
        run.setBold(face.bold());
        run.setItalic(face.italic());
        run.setColor("000000");
    }

    static XWPFParagraph gapBefore(XWPFParagraph paragraph, double points) {
        paragraph.setSpacingBefore((int) Math.round(points * TWIPS_PER_POINT));
        return paragraph;
    }

    /** A thin rule below what stands before it, as far from both sides as it is said. */
    static void rule(XWPFParagraph paragraph, double fromSidesMm) {
        write(paragraph, ParagraphAlignment.CENTER, "", Face.plain(RULE_LINE_POINTS));
        gapBefore(paragraph, RULE_LINE_POINTS);
        paragraph.setSpacingBetween(RULE_LINE_POINTS, LineSpacingRule.EXACT);
        paragraph.setBorderTop(Borders.SINGLE);
        var properties = paragraph.getCTP().getPPr();
        CTInd indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        indent.setLeft(big(fromSidesMm));
        indent.setRight(big(fromSidesMm));
    }
}
