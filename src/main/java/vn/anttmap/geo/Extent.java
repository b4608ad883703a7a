package vn.anttmap.geo;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A bounding box in EPSG:4326, degrees, in the order of RFC 7946 and OGC API: west, south, east, north.
 *
 * <p>A box across the antimeridian (west greater than east) is refused: no territory served here reaches it.
 */
public record Extent(double west, double south, double east, double north) {

    /** @throws BadExtentException if a value is not finite or out of range, or if the sides are in the wrong order */
    public Extent {
        // Written so that NaN fails as well.
        if (!(Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90)) {
            throw new BadExtentException(
                    "bbox goes beyond the Earth; send degrees as west,south,east,north with longitudes from -180 to 180 "
                            + "and latitudes from -90 to 90.",
                    text(west, south, east, north));
        }
        if (west > east) {
            throw new BadExtentException(
                    "bbox has its west side east of its east side; send west,south,east,north.",
                    text(west, south, east, north));
        }
        if (south > north) {
            throw new BadExtentException(
                    "bbox has its south side north of its north side; send west,south,east,north.",
                    text(west, south, east, north));
        }
    }

    private static String text(double west, double south, double east, double north) {
        return west + "," + south + "," + east + "," + north;
    }

    /**
     * Reads {@code west,south,east,north}, or six numbers with heights, which are ignored.
     *
     * @throws BadExtentException saying what was wrong and what to send
     */
    public static Extent parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw new BadExtentException(
                    "bbox has " + (text.isBlank() ? 0 : parts.length)
                            + " numbers; send 4 (west,south,east,north) or 6 with heights.",
                    text);
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = number(parts[i].strip(), i + 1, text);
        }
        int upper = parts.length / 2;
        try {
            return new Extent(numbers[0], numbers[1], numbers[upper], numbers[upper + 1]);
        } catch (BadExtentException e) {
            throw new BadExtentException(e.getMessage(), text);
        }
    }

    /** @throws IllegalArgumentException if the geometry (EPSG:4326) is empty */
    public static Extent of(Geometry geometry) {
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("an empty geometry has no extent");
        }
        Envelope envelope = geometry.getEnvelopeInternal();
        return new Extent(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }

    public Envelope toEnvelope() {
        return new Envelope(west, east, south, north);
    }

    /** West, south, east, north, as GeoJSON's {@code bbox} wants them. */
    public double[] toArray() {
        return new double[] {west, south, east, north};
    }

    private static double number(String part, int position, String text) {
        try {
            // Double.parseDouble also takes "NaN", "0x1p3" and "1d", which no bbox may hold.
            if (part.matches("[+-]?(\\d{1,15}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
                return Double.parseDouble(part);
            }
        } catch (NumberFormatException e) {
            // Told below with the others.
        }
        throw new BadExtentException(
                "bbox number " + position
                        + " is not a number; send 4 numbers (west,south,east,north) with a decimal point.",
                text);
    }
}
