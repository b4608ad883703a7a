package vn.anttmap.incident;

import java.util.List;
import java.util.UUID;
import vn.anttmap.access.AccountView;

/**
 * Exact places or notes of incidents go out to an account. Published inside the reading transaction, or in none where the
 * answer comes from memory, before the answer: what cannot be recorded is not shown.
 *
 * @param incidentIds the incidents, in the order of the answer; never empty
 * @param how where they are shown, such as {@code list}, {@code record}, {@code history}, {@code export}
 */
public record IncidentsShown(
        AccountView account, List<UUID> incidentIds, boolean exactPlaces, boolean notes, String how) {

    public IncidentsShown {
        incidentIds = List.copyOf(incidentIds);
    }
}
