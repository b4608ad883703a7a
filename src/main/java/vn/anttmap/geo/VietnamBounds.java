package vn.anttmap.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * The box no place in Vietnam lies outside of: 102° to 118° E, 6° to 24° N.
 *
 * <p>It holds the mainland (about 102.14–109.47° E, 8.56–23.40° N), Hoàng Sa and Trường Sa (to about 117° E, from about
 * 6.8° N). It is a guard against mistyped numbers, no statement on borders: neighbours' land lies in it too.
 */
public final class VietnamBounds {

    public static final Extent EXTENT = new Extent(102, 6, 118, 24);

    private VietnamBounds() {}

    /** Whether the place may be in Vietnam; the edge belongs to it, NaN never does. */
    public static boolean contains(double longitude, double latitude) {
        return longitude >= EXTENT.west()
                && longitude <= EXTENT.east()
                && latitude >= EXTENT.south()
                && latitude <= EXTENT.north();
    }

    /** A fresh envelope of {@link #EXTENT}. */
    public static Envelope toEnvelope() {
        return EXTENT.toEnvelope();
    }
}
