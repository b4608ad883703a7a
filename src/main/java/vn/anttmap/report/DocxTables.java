package vn.anttmap.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Tables of a DOCX: those of figures, and those without lines that hold the head and the signature. */
final class DocxTables {

    private static final int HALF_A_POINT = 4;
    private static final int CELL_GAP_TWIPS = 40;

    private DocxTables() {}

    /** One row without lines whose parts stand beside each other. */
    static XWPFTableRow beside(XWPFDocument docx, double... widthsMm) {
        XWPFTable table = docx.createTable(1, widthsMm.length);
        fix(table, widthsMm);
        XWPFBorderType none = XWPFBorderType.NONE;
        table.setTopBorder(none, 0, 0, "auto");
        table.setBottomBorder(none, 0, 0, "auto");
        table.setLeftBorder(none, 0, 0, "auto");
        table.setRightBorder(none, 0, 0, "auto");
        table.setInsideHBorder(none, 0, 0, "auto");
        table.setInsideVBorder(none, 0, 0, "auto");
        noMargins(table);
        XWPFTableRow row = table.getRow(0);
        row.setCantSplitRow(true);
        return row;
    }

    static void figures(XWPFDocument docx, Block.Table table, double widthMm) {
        XWPFTable written = docx.createTable(1, table.columns().size());
        fix(written, ColumnWidths.of(table, widthMm));
        written.setTableAlignment(TableRowAlign.CENTER);
        XWPFBorderType line = XWPFBorderType.SINGLE;
        written.setTopBorder(line, HALF_A_POINT, 0, "000000");
        written.setBottomBorder(line, HALF_A_POINT, 0, "000000");
        written.setLeftBorder(line, HALF_A_POINT, 0, "000000");
        written.setRightBorder(line, HALF_A_POINT, 0, "000000");
        written.setInsideHBorder(line, HALF_A_POINT, 0, "000000");
        written.setInsideVBorder(line, HALF_A_POINT, 0, "000000");
        XWPFTableRow head = written.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < table.columns().size(); i++) {
            cell(
                    head.getCell(i),
                    ParagraphAlignment.CENTER,
                    table.columns().get(i),
                    DocxText.Face.bold(LetterLayout.TABLE_POINTS));
        }
        for (List<Block.Cell> cells : table.rows()) {
            XWPFTableRow row = written.createRow();
            row.setCantSplitRow(true);
            for (int i = 0; i < cells.size(); i++) {
                cell(
                        row.getCell(i),
                        i == 0 ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER,
                        cells.get(i).text(),
                        DocxText.Face.plain(LetterLayout.TABLE_POINTS));
            }
        }
    }

    private static void cell(XWPFTableCell cell, ParagraphAlignment alignment, String text, DocxText.Face face) {
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph paragraph = DocxText.write(next(cell), alignment, text, face);
        paragraph.setSpacingBefore(CELL_GAP_TWIPS);
        paragraph.setSpacingAfter(CELL_GAP_TWIPS);
    }

    /** The next paragraph of a cell; a new cell has an empty one, which is used first. */
    static XWPFParagraph next(XWPFTableCell cell) {
        List<XWPFParagraph> paragraphs = cell.getParagraphs();
        boolean unused = paragraphs.size() == 1 && paragraphs.get(0).getRuns().isEmpty();
        return unused ? paragraphs.get(0) : cell.addParagraph();
    }

    /** Written out: where nothing is said, word processors leave 1.9 mm, which the country's name has not. */
    private static void noMargins(XWPFTable table) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        CTTblCellMar margins =
                properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
        for (CTTblWidth margin : List.of(margins.addNewLeft(), margins.addNewRight())) {
            margin.setType(STTblWidth.DXA);
            margin.setW(BigInteger.ZERO);
        }
    }

    private static void fix(XWPFTable table, double... widthsMm) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        double all = 0;
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int i = 0; i < widthsMm.length; i++) {
            all += widthsMm[i];
            grid.addNewGridCol().setW(DocxText.big(widthsMm[i]));
            table.getRow(0).getCell(i).setWidth(String.valueOf(DocxText.twips(widthsMm[i])));
        }
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(DocxText.big(all));
    }
}
