package vn.anttmap.exchange;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes the rows of one layer one by one, in whatever format. For one thread.
 *
 * <p>Closing without {@link #finish()}, as when reading the rows failed, leaves nothing that looks whole.
 */
interface FeatureWriter extends Closeable {

    /**
     * Adds a row. After an exception the file is not whole: close without finishing.
     *
     * @param wgs84 EPSG:4326; null or empty for a row without geometry
     * @param values one for each field, in order, each of its field's type or null
     * @throws IllegalArgumentException if the values do not fit the layer
     * @throws vn.anttmap.geo.CoordinateTransformException if the layer's system cannot hold the geometry
     */
    void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException;

    /** How many rows were added so far. */
    long rows();

    /** Ends the layer; no row can follow. */
    void finish() throws IOException;
}
