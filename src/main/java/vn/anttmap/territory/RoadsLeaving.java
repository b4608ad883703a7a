package vn.anttmap.territory;

import java.util.Set;

/**
 * Road segments are about to be removed because the change that made them is taken back. What is only derived from them is
 * to be let go in this transaction; {@link BoundariesChanged} follows.
 */
public record RoadsLeaving(Set<Long> roadIds) {

    public RoadsLeaving {
        roadIds = Set.copyOf(roadIds);
    }
}
