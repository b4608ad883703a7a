package vn.anttmap.density.surface;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Extent;

/** A surface as a picture in Web Mercator, to be laid over its box on the map; transparent where there is nothing. */
final class SurfacePicture {

    private static final int LONGEST_SIDE = 1200;
    private static final int SHORTEST_LONG_SIDE = 800;

    private final Surface surface;
    private final MercatorFrame frame;

    SurfacePicture(Surface surface) {
        this.surface = surface;
        Geometry ground = CoordinateTransform.between(surface.grid().system(), CoordinateSystems.WGS84)
                .transform(surface.ground());
        this.frame = MercatorFrame.around(
                ground.getEnvelopeInternal(),
                Math.max(
                        SHORTEST_LONG_SIDE,
                        Math.min(
                                LONGEST_SIDE,
                                4
                                        * Math.max(
                                                surface.grid().columns(),
                                                surface.grid().rows()))));
    }

    /** The box that the picture fills, EPSG:4326. */
    Extent bounds() {
        return frame.bounds();
    }

    int width() {
        return frame.width();
    }

    int height() {
        return frame.height();
    }

    byte[] png() {
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_ARGB);
        paint(image);
        clip(image);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void paint(BufferedImage image) {
        SurfaceClasses classes = surface.classes();
        int[] colours = new int[classes.list().size()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = Color.decode(classes.list().get(i).colour()).getRGB();
        }
        double[][] places = frame.metricPlaces(surface.grid().system());
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int at = y * frame.width() + x;
                int found = classes.classOf(valueAt(places[0][at], places[1][at]));
                if (found >= 0) {
                    image.setRGB(x, y, colours[found]);
                }
            }
        }
    }

    /** Between the middles of four cells, so that classes have smooth borders, the same as the contours. */
    private double valueAt(double easting, double northing) {
        MetricGrid grid = surface.grid();
        double column = (easting - grid.westM()) / grid.cellSizeM() - 0.5;
        double row = (northing - grid.southM()) / grid.cellSizeM() - 0.5;
        int west = (int) Math.floor(column);
        int south = (int) Math.floor(row);
        double x = column - west;
        double y = row - south;
        return (1 - y) * ((1 - x) * cell(west, south) + x * cell(west + 1, south))
                + y * ((1 - x) * cell(west, south + 1) + x * cell(west + 1, south + 1));
    }

    private double cell(int column, int row) {
        MetricGrid grid = surface.grid();
        int c = Math.max(0, Math.min(grid.columns() - 1, column));
        int r = Math.max(0, Math.min(grid.rows() - 1, row));
        return surface.values()[r * grid.columns() + c];
    }

    private void clip(BufferedImage image) {
        Geometry ground = CoordinateTransform.between(surface.grid().system(), CoordinateSystems.WGS84)
                .transform(surface.ground());
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) ground.getGeometryN(i);
            append(path, polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                append(path, polygon.getInteriorRingN(hole));
            }
        }
        BufferedImage stencil = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = stencil.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.fill(path);
        pen.dispose();
        Graphics2D cutter = image.createGraphics();
        cutter.setComposite(AlphaComposite.DstIn);
        cutter.drawImage(stencil, 0, 0, null);
        cutter.dispose();
    }

    private void append(Path2D path, LineString ring) {
        CoordinateSequence places = ring.getCoordinateSequence();
        for (int i = 0; i < places.size(); i++) {
            double x = frame.pixelX(places.getX(i));
            double y = frame.pixelY(places.getY(i));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
    }
}
