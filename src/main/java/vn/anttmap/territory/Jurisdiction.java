package vn.anttmap.territory;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * What an account's territory comes to: the named units, all their parts, and whatever follows them. A successor counts
 * from the day it begins because every question is asked of the unit that was valid on the day in question.
 *
 * @param wholeCountry no limit; the sets are then empty
 * @param unitIds all units of all levels
 * @param communeIds those of them that are communes
 */
public record Jurisdiction(boolean wholeCountry, Set<Long> unitIds, Set<Long> communeIds) {

    public Jurisdiction {
        unitIds = copyOf(unitIds);
        communeIds = copyOf(communeIds);
    }

    /**
     * Not as {@link Set#copyOf} does it: that looks for the next free place in one long row, in which ids given one after the
     * other stand side by side, so that a question can go through thousands of them.
     */
    private static Set<Long> copyOf(Set<Long> ids) {
        return Collections.unmodifiableSet(new HashSet<>(ids));
    }

    public boolean contains(long unitId) {
        return wholeCountry || unitIds.contains(unitId);
    }
}
