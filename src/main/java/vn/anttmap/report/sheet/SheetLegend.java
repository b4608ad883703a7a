package vn.anttmap.report.sheet;

import com.lowagie.text.Element;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import vn.anttmap.report.PdfFonts;
import vn.anttmap.report.VietnameseFormat;

/** Legend, scale, scale bar, north and notes beside a map. */
final class SheetLegend {

    private static final float HEADING_POINTS = 10;
    private static final float TEXT_POINTS = 9;
    private static final float NOTE_POINTS = 7.5f;
    private static final float SWATCH_WIDTH = 20;
    private static final float SWATCH_HEIGHT = 11;
    private static final float ROW = 15;
    private static final float BAR_LONGEST = 130;
    private static final float BAR_HEIGHT = 4;

    private final PdfContentByte canvas;
    private final SheetFrame frame;

    SheetLegend(PdfContentByte canvas, SheetFrame frame) {
        this.canvas = canvas;
        this.frame = frame;
    }

    /** @param withoutLabel areas that are drawn without their name for want of room */
    void write(MapSheet sheet, MapScale scale, int withoutLabel) {
        SheetFrame.Box box = frame.legend();
        float middle = frame.onItsSide() ? box.left() : box.left() + box.width() * 0.36f;
        float belowLegend = entries(sheet, box.left(), box.top());
        float top = frame.onItsSide() ? belowLegend - 14 : box.top();
        float belowScale = scale(scale, middle, top);
        float notesLeft = frame.onItsSide() ? box.left() : box.left() + box.width() * 0.66f;
        float notesTop = frame.onItsSide() ? belowScale - 8 : box.top();
        notes(sheet, withoutLabel, notesLeft, box.bottom(), box.right(), notesTop);
        north(frame.map().right() - 22, frame.map().top() - 16);
    }

    private float entries(MapSheet sheet, float left, float top) {
        float y = top - HEADING_POINTS;
        line("Chú giải", true, HEADING_POINTS, left, y);
        y -= ROW;
        line(sheet.legendTitle(), false, TEXT_POINTS, left, y);
        for (MapSheet.LegendEntry entry : sheet.legend()) {
            y -= ROW;
            AreaPainter.swatch(canvas, entry.style(), left, y - 2, SWATCH_WIDTH, SWATCH_HEIGHT);
            line(entry.text(), false, TEXT_POINTS, left + SWATCH_WIDTH + 6, y);
        }
        return y;
    }

    private float scale(MapScale scale, float left, float top) {
        float y = top - HEADING_POINTS;
        line("Tỷ lệ 1:" + VietnameseFormat.number(scale.denominator()), true, HEADING_POINTS, left, y);
        int meters = scale.barMeters(BAR_LONGEST);
        float length = (float) scale.points(meters);
        y -= 16;
        for (int part = 0; part < 4; part++) {
            canvas.setColorFill(part % 2 == 0 ? Color.BLACK : Color.WHITE);
            canvas.setColorStroke(Color.BLACK);
            canvas.setLineWidth(0.5f);
            canvas.rectangle(left + length * part / 4, y, length / 4, BAR_HEIGHT);
            canvas.fillStroke();
        }
        y -= 10;
        // Black from here on: text takes the colour of whatever was filled last.
        line("0", false, NOTE_POINTS, left, y);
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_CENTER,
                new Phrase(distance(meters), PdfFonts.plain(NOTE_POINTS)),
                left + length,
                y,
                0);
        return y;
    }

    private static String distance(int meters) {
        return meters >= 1000
                ? VietnameseFormat.decimal(meters / 1000.0) + " km"
                : VietnameseFormat.number(meters) + " m";
    }

    private void notes(MapSheet sheet, int withoutLabel, float left, float bottom, float right, float top) {
        List<String> notes = new ArrayList<>(sheet.notes());
        if (withoutLabel > 0) {
            notes.add(0, VietnameseFormat.number(withoutLabel) + " nơi không đủ chỗ để ghi tên.");
        }
        canvas.setColorFill(Color.BLACK);
        ColumnText column = new ColumnText(canvas);
        column.setSimpleColumn(left, bottom, right, top);
        for (String note : notes) {
            Paragraph paragraph = new Paragraph(note, PdfFonts.plain(NOTE_POINTS));
            paragraph.setLeading(NOTE_POINTS * 1.2f);
            paragraph.setSpacingAfter(2);
            column.addElement(paragraph);
        }
        column.go();
    }

    /** Grid north: straight up in the sheet's system. */
    private void north(float x, float top) {
        canvas.setColorFill(Color.WHITE);
        canvas.roundRectangle(x - 13, top - 36, 26, 46, 3);
        canvas.fill();
        canvas.setColorFill(Color.BLACK);
        canvas.moveTo(x, top - 6);
        canvas.lineTo(x - 6, top - 32);
        canvas.lineTo(x, top - 26);
        canvas.lineTo(x + 6, top - 32);
        canvas.closePath();
        canvas.fill();
        ColumnText.showTextAligned(
                canvas, Element.ALIGN_CENTER, new Phrase("B", PdfFonts.bold(HEADING_POINTS)), x, top - 2, 0);
    }

    private void line(String text, boolean bold, float points, float x, float y) {
        canvas.setColorFill(Color.BLACK);
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_LEFT,
                new Phrase(text, bold ? PdfFonts.bold(points) : PdfFonts.plain(points)),
                x,
                y,
                0);
    }
}
