package vn.anttmap.exchange.territoryimport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A file as it was read, before anything in it was understood.
 *
 * @param fields names of the columns, as bytes in the file's own encoding
 * @param systemText what the file says about its reference system: a WKT, a code or null
 * @param declaredEncoding what the file says about its letters; null where it says nothing
 * @param unicode whether the format fixes UTF-8, so that only letters of old fonts inside it are in question
 */
record RawLayer(
        String format,
        List<byte[]> fields,
        List<Row> rows,
        @Nullable String systemText,
        @Nullable String declaredEncoding,
        boolean unicode) {

    /**
     * @param number of the feature in the file, from 1
     * @param geometry in the file's system, x east; null where there is none
     * @param hasZ whether heights were left out
     * @param fault message key of what made the geometry unreadable; null where it was read
     * @param cells one for each field
     */
    record Row(
            int number,
            @Nullable Geometry geometry,
            boolean hasZ,
            @Nullable String fault,
            List<byte[]> cells) {}
}
