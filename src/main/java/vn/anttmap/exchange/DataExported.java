package vn.anttmap.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;

/**
 * A file is about to go out: published when every row has been read, before the first byte leaves.
 *
 * @param collection id such as {@code residential-areas}
 * @param format ending of the file, such as {@code shp.zip}
 * @param crs code such as {@code EPSG:9210}
 * @param bbox west,south,east,north in EPSG:4326; null for all
 */
public record DataExported(
        AccountView account,
        String collection,
        String format,
        String crs,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LocalDate boundaryDay,
        @Nullable String bbox,
        long rows) {}
