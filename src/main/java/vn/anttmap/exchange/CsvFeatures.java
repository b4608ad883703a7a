package vn.anttmap.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.DecimalText;

/**
 * A layer as a table after RFC 4180, with a byte order mark, by which Excel knows UTF-8. The place is the last column or
 * the last two.
 *
 * <p>A text that a spreadsheet would run as a formula begins with an apostrophe. Instants are Vietnamese time, as people
 * read them.
 */
final class CsvFeatures implements FeatureWriter {

    /** How the place is written. */
    enum Place {
        /** One column WKT: the whole geometry. */
        WKT,
        /** Two columns of numbers: a point; of a line or an area one that lies on it. */
        XY
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /** The last four are the wide forms, which some spreadsheets take for the others. */
    private static final String FORMULA_SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final int DECIMALS_OF_DEGREES = 9;
    private static final int DECIMALS_OF_METERS = 4;

    private final ExportLayer layer;
    private final Place place;
    private final TextOutput output;
    private final CoordinateTransform transform;
    private final DecimalText numbers;
    private long rows;

    /** @param place null for numbers in a layer of points, WKT in the others */
    CsvFeatures(ExportLayer layer, @Nullable Place place, OutputStream target) {
        this.layer = layer;
        this.place = place != null ? place : layer.kind() == GeometryKind.POINT ? Place.XY : Place.WKT;
        this.output = new TextOutput(target);
        this.transform = CoordinateTransform.between(CoordinateSystems.WGS84, layer.system());
        this.numbers = new DecimalText(layer.system().isProjected() ? DECIMALS_OF_METERS : DECIMALS_OF_DEGREES);
        StringBuilder out = output.text().append(BYTE_ORDER_MARK);
        layer.fields().forEach(field -> out.append(field.name()).append(','));
        out.append(this.place == Place.WKT ? "WKT" : axes(layer.system())).append(LINE_END);
    }

    @Override
    public void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException {
        StringBuilder out = output.text();
        List<ExportField> fields = layer.fields();
        for (int i = 0; i < fields.size(); i++) {
            cell(out, FieldValues.of(fields.get(i), values[i]));
            out.append(',');
        }
        Geometry shown = wgs84 == null || wgs84.isEmpty() ? null : transform.transformOrSame(wgs84);
        if (place == Place.WKT) {
            if (shown != null) {
                // Every WKT but that of a point holds commas.
                out.append('"');
                WktText.append(out, numbers, shown);
                out.append('"');
            }
        } else if (shown == null) {
            out.append(',');
        } else {
            Coordinate point = (shown instanceof Point only ? only : shown.getInteriorPoint()).getCoordinate();
            numbers.append(out, point.x);
            numbers.append(out.append(','), point.y);
        }
        out.append(LINE_END);
        rows++;
        output.endRow();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void finish() throws IOException {
        output.finish();
    }

    @Override
    public void close() {}

    /** Surveyors call the northing X: so the name tells the direction. */
    private static String axes(CoordinateSystem system) {
        return system.isProjected() ? "X_DONG,Y_BAC" : "KINH_DO,VI_DO";
    }

    private static void cell(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            boolean formula = FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
            boolean quoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0;
            String safe = formula ? "'" + text : text;
            out.append(quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe);
        } else if (value instanceof Boolean yes) {
            out.append(yes ? '1' : '0');
        } else if (value instanceof Instant instant) {
            out.append(FieldValues.localText(instant));
        } else if (value != null) {
            out.append(value);
        }
    }
}
