package vn.anttmap.territory;

import org.jspecify.annotations.Nullable;

/**
 * A unit state that begins on the day of a change.
 *
 * @param unit its parent and predecessors by key are not looked at
 * @param parentId the unit it belongs to
 * @param follows the state that ends on that day and that it continues; null where it is new
 * @param change renamed, moved or continued; null where it is new
 */
public record NewState(
        NewUnit unit,
        long parentId,
        @Nullable Long follows,
        @Nullable String change) {}
