package vn.anttmap.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;

/**
 * A file is about to go out: published before the first byte leaves.
 *
 * @param collection id such as {@code residential-areas}; {@code all} for a file of all of them
 * @param format ending of the file, such as {@code shp.zip}
 * @param crs code such as {@code EPSG:9210}; null for a table without places
 * @param bbox west,south,east,north in EPSG:4326; null for all
 * @param within id of the unit to which the file is limited
 * @param category code of the incidents to which the file is limited
 * @param rows of a file that leaves while its rows are read: the most there can be
 */
public record DataExported(
        AccountView account,
        String collection,
        String format,
        @Nullable String crs,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LocalDate boundaryDay,
        @Nullable String bbox,
        @Nullable Long within,
        @Nullable String category,
        long rows) {}
