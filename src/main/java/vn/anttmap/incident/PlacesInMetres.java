package vn.anttmap.incident;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Wgs84;

/**
 * The places of one month in metres, each kept in the system that was asked for last: that of its own province nearly
 * always, so that only the first question pays for the projection. Safe to share.
 */
final class PlacesInMetres {

    private final double[] longitudes;
    private final double[] latitudes;
    private double[] eastings = {};
    private double[] northings = {};
    private int[] srids = {};

    PlacesInMetres(double[] longitudes, double[] latitudes) {
        this.longitudes = longitudes;
        this.latitudes = latitudes;
    }

    /**
     * Writes the places of some incidents into arrays.
     *
     * @param incidents their numbers in the month
     * @param from first of {@code incidents} to be written, and where to write it
     * @param to one past the last
     */
    synchronized void write(CoordinateSystem system, int[] incidents, int from, int to, double[] x, double[] y) {
        if (srids.length == 0 && longitudes.length > 0) {
            eastings = new double[longitudes.length];
            northings = new double[longitudes.length];
            srids = new int[longitudes.length];
        }
        project(system, incidents, from, to);
        for (int i = from; i < to; i++) {
            x[i] = eastings[incidents[i]];
            y[i] = northings[incidents[i]];
        }
    }

    private void project(CoordinateSystem system, int[] incidents, int from, int to) {
        int[] missing = new int[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (srids[incidents[i]] != system.srid()) {
                missing[count++] = incidents[i];
            }
        }
        if (count == 0) {
            return;
        }
        // As one line, since the places of a line are transformed at once; a line has at least two places.
        PackedCoordinateSequence.Double line = new PackedCoordinateSequence.Double(count + 1, 2, 0);
        for (int i = 0; i <= count; i++) {
            int incident = missing[Math.min(i, count - 1)];
            line.setOrdinate(i, CoordinateSequence.X, longitudes[incident]);
            line.setOrdinate(i, CoordinateSequence.Y, latitudes[incident]);
        }
        LineString degrees = Wgs84.FACTORY.createLineString(line);
        CoordinateSequence metres = ((LineString) CoordinateTransform.between(CoordinateSystems.WGS84, system)
                        .transform(degrees))
                .getCoordinateSequence();
        for (int i = 0; i < count; i++) {
            eastings[missing[i]] = metres.getX(i);
            northings[missing[i]] = metres.getY(i);
            srids[missing[i]] = system.srid();
        }
    }
}
