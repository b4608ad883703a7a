package vn.anttmap.incident;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.Wgs84;

/** An incident made up for demonstration. */
public record SyntheticIncident(
        UUID id,
        String createdBy,
        IncidentDraft draft,
        @Nullable String syntheticNote) {

    CheckedDraft checked() {
        return new CheckedDraft(
                Wgs84.point(Objects.requireNonNull(draft.longitude()), Objects.requireNonNull(draft.latitude())),
                Objects.requireNonNull(draft.placeAccuracy()),
                Objects.requireNonNull(draft.occurredAt()),
                draft.occurredUntil(),
                Objects.requireNonNull(draft.reportedAt()),
                Objects.requireNonNull(draft.category()),
                draft.severity(),
                Boolean.TRUE.equals(draft.majorCase()),
                draft.personsInvolved(),
                draft.dead(),
                draft.injured(),
                draft.damageDong(),
                Objects.requireNonNull(draft.handlingLevel()),
                Objects.requireNonNull(draft.state()),
                draft.note());
    }
}
