package vn.anttmap.territory;

import java.util.Set;

/** Unit states are about to lose their first boundary, because the file that brought it is taken back. Who needs it objects. */
public record FirstBoundariesLeaving(Set<Long> unitIds) {

    public FirstBoundariesLeaving {
        unitIds = Set.copyOf(unitIds);
    }
}
