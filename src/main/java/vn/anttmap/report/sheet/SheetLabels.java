package vn.anttmap.report.sheet;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import vn.anttmap.report.PdfFonts;

/** Writes names and figures into the areas: the largest areas first, none over another, none where there is no room. */
final class SheetLabels {

    private static final float NAME_POINTS = 7.5f;
    private static final float VALUE_POINTS = 7;
    private static final float HALO = 1.6f;

    /** A label may be wider than its area by so much and still be read as its own. */
    private static final double WIDER_THAN_AREA = 1.35;

    /** How exactly the roomiest place of an area is looked for, as a part of its size. */
    private static final double TOLERANCE_PART = 0.02;

    private final PdfContentByte canvas;
    private final MapScale scale;
    private final BaseFont nameFont = PdfFonts.bold(NAME_POINTS).getBaseFont();
    private final BaseFont valueFont = PdfFonts.plain(VALUE_POINTS).getBaseFont();
    private final List<Rectangle2D> taken = new ArrayList<>();

    SheetLabels(PdfContentByte canvas, MapScale scale) {
        this.canvas = canvas;
        this.scale = scale;
    }

    /** @return how many areas have no label for want of room */
    int write(List<MapSheet.Area> areas) {
        int without = 0;
        List<MapSheet.Area> largestFirst = areas.stream()
                .sorted(Comparator.comparingDouble(
                                (MapSheet.Area area) -> area.boundary().getArea())
                        .reversed())
                .toList();
        for (MapSheet.Area area : largestFirst) {
            without += write(area) ? 0 : 1;
        }
        return without;
    }

    private boolean write(MapSheet.Area area) {
        float nameWidth = nameFont.getWidthPoint(area.name(), NAME_POINTS);
        float valueWidth = area.value() == null ? 0 : valueFont.getWidthPoint(area.value(), VALUE_POINTS);
        float width = Math.max(nameWidth, valueWidth);
        float height = NAME_POINTS + (area.value() == null ? 0 : VALUE_POINTS + 1);
        var extent = area.boundary().getEnvelopeInternal();
        if (width > scale.points(extent.getWidth()) * WIDER_THAN_AREA || height > scale.points(extent.getHeight())) {
            return false;
        }
        Point place = roomiest(area.boundary());
        float x = scale.x(place.getX());
        float y = scale.y(place.getY());
        Rectangle2D box = new Rectangle2D.Float(x - width / 2, y - height / 2, width, height);
        if (taken.stream().anyMatch(box::intersects)) {
            return false;
        }
        taken.add(box);
        float nameLine = y + height / 2 - NAME_POINTS * 0.8f;
        text(nameFont, NAME_POINTS, area.name(), x, nameLine);
        if (area.value() != null) {
            text(valueFont, VALUE_POINTS, area.value(), x, nameLine - VALUE_POINTS - 1);
        }
        return true;
    }

    private static Point roomiest(Geometry boundary) {
        double size = Math.sqrt(boundary.getArea());
        return MaximumInscribedCircle.getCenter(boundary, Math.max(size * TOLERANCE_PART, 0.1));
    }

    /** Black on a white edge, to be read on any colour. */
    private void text(BaseFont font, float points, String text, float x, float y) {
        canvas.setColorStroke(Color.WHITE);
        canvas.setLineWidth(HALO);
        canvas.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        show(font, points, text, x, y, PdfContentByte.TEXT_RENDER_MODE_STROKE);
        canvas.setColorFill(Color.BLACK);
        show(font, points, text, x, y, PdfContentByte.TEXT_RENDER_MODE_FILL);
    }

    private void show(BaseFont font, float points, String text, float x, float y, int mode) {
        canvas.beginText();
        canvas.setFontAndSize(font, points);
        canvas.setTextRenderingMode(mode);
        canvas.showTextAligned(com.lowagie.text.Element.ALIGN_CENTER, text, x, y, 0);
        canvas.endText();
        canvas.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
    }
}
