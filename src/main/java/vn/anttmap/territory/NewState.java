package vn.anttmap.territory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit state that begins on the day of a change.
 *
 * @param unit its predecessors by key are not looked at
 * @param parentId the unit it belongs to; null where that begins with the same change, earlier in the list, and is named by
 *     the {@code parentKey} of {@code unit}
 * @param follows the states that end on that day and that it follows; empty where it is new
 */
public record NewState(NewUnit unit, @Nullable Long parentId, List<Follows> follows) {

    /**
     * What a state follows.
     *
     * @param change renamed, merged, split, moved, continued, or {@link #PART}
     */
    public record Follows(long unitId, String change) {}

    /** The change by which a unit gets a part of the ground of another that itself goes on. */
    public static final String PART = "part";

    private static final Set<String> SAME_UNIT = Set.of("continued", "renamed", "moved");

    /** Whether a state that follows another by this change is the same unit, with its titles and texts, and not a new one. */
    public static boolean isSameUnit(String change) {
        return SAME_UNIT.contains(change);
    }

    public NewState {
        follows = List.copyOf(follows);
    }
}
