package vn.anttmap.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import vn.anttmap.geo.Extent;

/**
 * A self-managed road segment, without its course.
 *
 * @param owner the organisation that looks after it
 * @param lengthKm on the WGS 84 ellipsoid
 * @param middle the point half-way along its course, EPSG:4326; the commune there is the one it belongs to
 */
public record Road(
        long id,
        String key,
        String name,
        String nameFolded,
        @Nullable String fromDescription,
        @Nullable String toDescription,
        @Nullable String owner,
        @Nullable LocalDate foundedOn,
        Validity validity,
        double lengthKm,
        boolean synthetic,
        @Nullable String syntheticNote,
        Extent extent,
        Point middle) {}
