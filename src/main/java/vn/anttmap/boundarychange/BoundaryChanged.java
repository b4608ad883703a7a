package vn.anttmap.boundarychange;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;

/**
 * A change of boundaries was stored, or taken back: published in the transaction that did it.
 *
 * @param kind merge, split, rename, redraw or transfer
 * @param day first day of the new boundaries
 * @param takenBack false where it was stored
 * @param changes states that ended or began
 * @param decision number and day of the decision; null where none was given
 */
public record BoundaryChanged(
        AccountView account,
        UUID changeId,
        String kind,
        LocalDate day,
        boolean takenBack,
        int changes,
        String reason,
        @Nullable String decision) {}
