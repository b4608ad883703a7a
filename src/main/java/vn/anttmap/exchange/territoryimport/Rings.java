package vn.anttmap.exchange.territoryimport;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Rings from places. */
final class Rings {

    private Rings() {}

    /**
     * A ring that is closed where the file left it open.
     *
     * @throws IllegalArgumentException for fewer than three different places or a number that is not finite
     */
    static LinearRing closed(GeometryFactory factory, Coordinate[] places) {
        for (Coordinate place : places) {
            if (!Double.isFinite(place.x) || !Double.isFinite(place.y)) {
                throw new IllegalArgumentException("a place is not finite");
            }
        }
        Coordinate[] ring = places;
        if (places.length > 0 && !places[0].equals2D(places[places.length - 1])) {
            ring = Arrays.copyOf(places, places.length + 1);
            ring[places.length] = places[0].copy();
        }
        if (ring.length < 4) {
            throw new IllegalArgumentException("a ring needs three places");
        }
        return factory.createLinearRing(ring);
    }
}
