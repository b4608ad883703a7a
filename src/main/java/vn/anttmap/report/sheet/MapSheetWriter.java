package vn.anttmap.report.sheet;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.OutputStream;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import vn.anttmap.report.PdfFonts;

/** Draws a sheet as PDF: vectors and embedded fonts, nothing of it depends on the resolution. */
@Component
class MapSheetWriter {

    private static final float TITLE_POINTS = 15;
    private static final float SUBJECT_POINTS = 11;

    /** Air between the ground and the frame. */
    private static final float PADDING = 10;

    void write(MapSheet sheet, PaperSize paper, OutputStream target) {
        Envelope ground = new Envelope();
        sheet.areas().forEach(area -> ground.expandToInclude(area.boundary().getEnvelopeInternal()));
        SheetFrame frame = SheetFrame.of(paper, ground);
        SheetFrame.Box map = frame.map();
        MapScale scale = MapScale.fitting(
                ground,
                map.left() + PADDING,
                map.bottom() + PADDING,
                map.width() - 2 * PADDING,
                map.height() - 2 * PADDING);
        Document pdf = new Document(new Rectangle(frame.width(), frame.height()));
        PdfWriter writer = PdfWriter.getInstance(pdf, target);
        writer.setCloseStream(false);
        pdf.addTitle(sheet.title() + ": " + sheet.subject());
        pdf.open();
        PdfContentByte canvas = writer.getDirectContent();
        title(canvas, frame, sheet);
        canvas.saveState();
        canvas.rectangle(map.left(), map.bottom(), map.width(), map.height());
        canvas.clip();
        canvas.newPath();
        AreaPainter painter = new AreaPainter(canvas, scale);
        sheet.areas().forEach(area -> painter.fill(area.boundary(), area.style()));
        sheet.outlines().forEach(painter::outline);
        int withoutLabel = new SheetLabels(canvas, scale).write(sheet.areas());
        canvas.restoreState();
        canvas.setColorStroke(Color.BLACK);
        canvas.setLineWidth(0.8f);
        canvas.rectangle(map.left(), map.bottom(), map.width(), map.height());
        canvas.stroke();
        new SheetLegend(canvas, frame).write(sheet, scale, withoutLabel);
        pdf.close();
    }

    private static void title(PdfContentByte canvas, SheetFrame frame, MapSheet sheet) {
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_CENTER,
                new Phrase(sheet.title().toUpperCase(Locale.forLanguageTag("vi")), PdfFonts.bold(TITLE_POINTS)),
                frame.centre(),
                frame.titleLine(),
                0);
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_CENTER,
                new Phrase(sheet.subject(), PdfFonts.plain(SUBJECT_POINTS)),
                frame.centre(),
                frame.titleLine() - 20,
                0);
    }
}
