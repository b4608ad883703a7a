package vn.anttmap.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;

/**
 * An incident was stored anew, changed or withdrawn. Published inside the writing transaction: a listener that throws
 * undoes the write.
 *
 * @param version the version that the write made
 * @param registerCommuneId commune whose register holds the incident; rights follow it
 * @param reason why a closed record was changed, where one was given
 */
public record IncidentWritten(
        AccountView account,
        UUID incidentId,
        long version,
        Change change,
        long registerCommuneId,
        String category,
        @Nullable String reason) {

    /** What was done. */
    public enum Change {
        CREATED,
        CHANGED,
        WITHDRAWN,
        /** An area was assigned by hand, or the assignment taken back. */
        ASSIGNED,
        /** A text was removed for good, history included. */
        REDACTED,
        /** A photo was added; the version stays. */
        PHOTO_ADDED,
        /** A photo was removed for good; the version stays. */
        PHOTO_REMOVED
    }
}
