package vn.anttmap.density.surface;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Extent;

/**
 * Pixels over a box of longitude and latitude, evenly in Web Mercator (EPSG:3857), as the map draws them.
 *
 * @param bounds EPSG:4326
 */
record MercatorFrame(Extent bounds, int width, int height) {

    /** Between places this many pixels apart the systems differ from a plane by far less than a pixel. */
    private static final int STEP = 16;

    /** @param longest pixels of the longer side */
    static MercatorFrame around(Envelope box, int longest) {
        double wide = Math.toRadians(box.getWidth());
        double high = mercator(box.getMaxY()) - mercator(box.getMinY());
        double scale = longest / Math.max(wide, high);
        return new MercatorFrame(
                new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                (int) Math.max(1, Math.ceil(wide * scale)),
                (int) Math.max(1, Math.ceil(high * scale)));
    }

    double pixelX(double longitude) {
        return (longitude - bounds.west()) / (bounds.east() - bounds.west()) * width;
    }

    double pixelY(double latitude) {
        double top = mercator(bounds.north());
        return (top - mercator(latitude)) / (top - mercator(bounds.south())) * height;
    }

    /** Eastings and northings of the middle of each pixel, row by row from the north. */
    double[][] metricPlaces(CoordinateSystem system) {
        CoordinateTransform transform = CoordinateTransform.between(CoordinateSystems.WGS84, system);
        int columns = width / STEP + 2;
        int rows = height / STEP + 2;
        Coordinate[] mesh = new Coordinate[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                mesh[row * columns + column] = transform.transform(place(column * STEP + 0.5, row * STEP + 0.5));
            }
        }
        double[][] places = new double[2][width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int corner = y / STEP * columns + x / STEP;
                double right = (double) (x % STEP) / STEP;
                double down = (double) (y % STEP) / STEP;
                Coordinate a = mesh[corner];
                Coordinate b = mesh[corner + 1];
                Coordinate c = mesh[corner + columns];
                Coordinate d = mesh[corner + columns + 1];
                places[0][y * width + x] =
                        (1 - down) * ((1 - right) * a.x + right * b.x) + down * ((1 - right) * c.x + right * d.x);
                places[1][y * width + x] =
                        (1 - down) * ((1 - right) * a.y + right * b.y) + down * ((1 - right) * c.y + right * d.y);
            }
        }
        return places;
    }

    private Coordinate place(double x, double y) {
        double longitude = bounds.west() + x / width * (bounds.east() - bounds.west());
        double top = mercator(bounds.north());
        double mercator = top - y / height * (top - mercator(bounds.south()));
        return new Coordinate(longitude, Math.toDegrees(2 * Math.atan(Math.exp(mercator)) - Math.PI / 2));
    }

    private static double mercator(double latitude) {
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
    }
}
