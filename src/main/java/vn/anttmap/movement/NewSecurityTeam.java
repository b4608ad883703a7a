package vn.anttmap.movement;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import vn.anttmap.territory.Validity;

/**
 * A team to be stored.
 *
 * @param kind code of the open list of kinds
 * @param areaId the unit it looks after
 * @param position EPSG:4326, longitude first
 */
public record NewSecurityTeam(
        String key,
        String name,
        String kind,
        @Nullable Integer memberCount,
        long areaId,
        Validity validity,
        boolean synthetic,
        @Nullable String syntheticNote,
        Point position) {}
