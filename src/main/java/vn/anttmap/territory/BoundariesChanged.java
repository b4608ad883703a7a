package vn.anttmap.territory;

import java.util.Set;
import vn.anttmap.geo.Extent;

/**
 * Boundaries of a level changed: published in the transaction that changed them, so that whoever keeps places resolved
 * does it anew in the same transaction.
 *
 * @param unitIds states that began, ended or came back
 * @param extent all that lies in one of them, EPSG:4326
 */
public record BoundariesChanged(Set<Long> unitIds, Extent extent) {

    public BoundariesChanged {
        unitIds = Set.copyOf(unitIds);
    }
}
