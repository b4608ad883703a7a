package vn.anttmap.safety;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper of an area's year.
 *
 * @param mediaType application/pdf, image/jpeg or image/png, by its content
 * @param removedAt null while it can be downloaded
 */
record YearDocument(
        UUID id,
        String name,
        String mediaType,
        int sizeBytes,
        Instant addedAt,
        String addedBy,
        @Nullable Instant removedAt,
        @Nullable String removedBy) {

    /** As it was known before a moment: a later removal is not. */
    YearDocument asOf(Instant end) {
        return removedAt == null || removedAt.isBefore(end)
                ? this
                : new YearDocument(id, name, mediaType, sizeBytes, addedAt, addedBy, null, null);
    }
}
