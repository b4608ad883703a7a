package vn.anttmap.report.sheet;

import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Draws boundaries and their patterns as lines and curves, so that they are sharp at any size. */
final class AreaPainter {

    private static final Color BORDER = new Color(0x5b6773);
    private static final float BORDER_WIDTH = 0.5f;
    private static final Color OUTLINE = new Color(0x26323d);
    private static final float OUTLINE_WIDTH = 1.3f;

    private static final float PATTERN_WIDTH = 0.45f;
    private static final float PATTERN_STEP = 6;
    private static final float DOT_STEP = 5.5f;
    private static final float WIDE_DOT_STEP = 9;
    private static final float DOT_RADIUS = 0.7f;

    private final PdfContentByte canvas;
    private final MapScale scale;

    AreaPainter(PdfContentByte canvas, MapScale scale) {
        this.canvas = canvas;
        this.scale = scale;
    }

    void fill(Geometry boundary, AreaStyle style) {
        canvas.setColorFill(style.colour());
        path(boundary);
        canvas.eoFill();
        if (style.pattern() != AreaStyle.Pattern.NONE) {
            canvas.saveState();
            path(boundary);
            canvas.eoClip();
            canvas.newPath();
            var extent = boundary.getEnvelopeInternal();
            pattern(
                    canvas,
                    style,
                    scale.x(extent.getMinX()),
                    scale.y(extent.getMinY()),
                    scale.x(extent.getMaxX()),
                    scale.y(extent.getMaxY()));
            canvas.restoreState();
        }
        stroke(boundary, BORDER, BORDER_WIDTH);
    }

    void outline(Geometry boundary) {
        stroke(boundary, OUTLINE, OUTLINE_WIDTH);
    }

    private void stroke(Geometry boundary, Color colour, float width) {
        canvas.setColorStroke(colour);
        canvas.setLineWidth(width);
        canvas.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        path(boundary);
        canvas.stroke();
    }

    private void path(Geometry boundary) {
        for (int part = 0; part < boundary.getNumGeometries(); part++) {
            if (boundary.getGeometryN(part) instanceof Polygon polygon) {
                ring(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole));
                }
            }
        }
    }

    private void ring(LineString ring) {
        boolean first = true;
        for (Coordinate place : ring.getCoordinates()) {
            if (first) {
                canvas.moveTo(scale.x(place.x), scale.y(place.y));
                first = false;
            } else {
                canvas.lineTo(scale.x(place.x), scale.y(place.y));
            }
        }
        canvas.closePath();
    }

    /** A swatch of the legend. */
    static void swatch(PdfContentByte canvas, AreaStyle style, float left, float bottom, float width, float height) {
        canvas.setColorFill(style.colour());
        canvas.rectangle(left, bottom, width, height);
        canvas.fill();
        if (style.pattern() != AreaStyle.Pattern.NONE) {
            canvas.saveState();
            canvas.rectangle(left, bottom, width, height);
            canvas.clip();
            canvas.newPath();
            pattern(canvas, style, left, bottom, left + width, bottom + height);
            canvas.restoreState();
        }
        canvas.setColorStroke(BORDER);
        canvas.setLineWidth(BORDER_WIDTH);
        canvas.rectangle(left, bottom, width, height);
        canvas.stroke();
    }

    private static void pattern(
            PdfContentByte canvas, AreaStyle style, float left, float bottom, float right, float top) {
        canvas.setColorStroke(style.ink());
        canvas.setColorFill(style.ink());
        canvas.setLineWidth(PATTERN_WIDTH);
        switch (style.pattern()) {
            case RISING -> slanted(canvas, left, bottom, right, top, true);
            case FALLING -> slanted(canvas, left, bottom, right, top, false);
            case CROSS -> {
                slanted(canvas, left, bottom, right, top, true);
                slanted(canvas, left, bottom, right, top, false);
            }
            case LEVEL -> {
                for (float y = snapped(bottom, PATTERN_STEP); y <= top; y += PATTERN_STEP) {
                    canvas.moveTo(left, y);
                    canvas.lineTo(right, y);
                }
                canvas.stroke();
            }
            case DOTS -> dots(canvas, left, bottom, right, top, DOT_STEP);
            case WIDE_DOTS -> dots(canvas, left, bottom, right, top, WIDE_DOT_STEP);
            case NONE -> {}
        }
    }

    /** Lines of 45 degrees; counted from the corner of the sheet, so that neighbours of one status go on as one. */
    private static void slanted(
            PdfContentByte canvas, float left, float bottom, float right, float top, boolean rising) {
        float height = top - bottom;
        float from = snapped(rising ? left - top : left + bottom, PATTERN_STEP);
        float to = rising ? right - bottom : right + top;
        for (float at = from; at <= to; at += PATTERN_STEP) {
            canvas.moveTo(rising ? at + bottom : at - bottom, bottom);
            canvas.lineTo(rising ? at + bottom + height : at - bottom - height, top);
        }
        canvas.stroke();
    }

    private static void dots(PdfContentByte canvas, float left, float bottom, float right, float top, float step) {
        for (float x = snapped(left, step); x <= right; x += step) {
            for (float y = snapped(bottom, step); y <= top; y += step) {
                canvas.circle(x, y, DOT_RADIUS);
            }
        }
        canvas.fill();
    }

    private static float snapped(float value, float step) {
        return (float) Math.floor(value / step) * step;
    }
}
