package vn.anttmap.exchange;

import java.util.function.Consumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.DecimalText;

/** Well-known text with numbers of our own: JTS' writer prints exponents and many digits. */
final class WktText {

    private final StringBuilder out;
    private final DecimalText numbers;

    private WktText(StringBuilder out, DecimalText numbers) {
        this.out = out;
        this.numbers = numbers;
    }

    /** @param geometry not empty and no collection of several kinds */
    static void append(StringBuilder out, DecimalText numbers, Geometry geometry) {
        new WktText(out, numbers).geometry(geometry);
    }

    private void geometry(Geometry geometry) {
        if (geometry instanceof Point point) {
            out.append("POINT ");
            places(point.getCoordinateSequence());
        } else if (geometry instanceof LineString line) {
            out.append("LINESTRING ");
            places(line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            out.append("POLYGON ");
            rings(polygon);
        } else if (geometry instanceof MultiPoint points) {
            out.append("MULTIPOINT ");
            parts(points, part -> places(((Point) part).getCoordinateSequence()));
        } else if (geometry instanceof MultiLineString lines) {
            out.append("MULTILINESTRING ");
            parts(lines, part -> places(((LineString) part).getCoordinateSequence()));
        } else if (geometry instanceof MultiPolygon polygons) {
            out.append("MULTIPOLYGON ");
            parts(polygons, part -> rings((Polygon) part));
        } else {
            throw new IllegalArgumentException("no layer takes a " + geometry.getGeometryType());
        }
    }

    private void parts(Geometry parts, Consumer<Geometry> write) {
        char before = '(';
        for (int i = 0; i < parts.getNumGeometries(); i++) {
            if (!parts.getGeometryN(i).isEmpty()) {
                out.append(before);
                before = ',';
                write.accept(parts.getGeometryN(i));
            }
        }
        out.append(')');
    }

    private void rings(Polygon polygon) {
        out.append('(');
        places(polygon.getExteriorRing().getCoordinateSequence());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.append(',');
            places(polygon.getInteriorRingN(i).getCoordinateSequence());
        }
        out.append(')');
    }

    private void places(CoordinateSequence places) {
        for (int i = 0; i < places.size(); i++) {
            out.append(i == 0 ? '(' : ',');
            numbers.append(out, places.getX(i));
            numbers.append(out.append(' '), places.getY(i));
        }
        out.append(')');
    }
}
