package vn.anttmap.incident;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.audit.AuditEntry;
import org.hibernate.audit.AuditLog;
import org.hibernate.audit.AuditLogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Changeset;
import vn.anttmap.access.Right;
import vn.anttmap.node.TrailOnly;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Who changed an incident, when, and what it said before. */
@Service
public class IncidentHistory {

    private final EntityManager entityManager;
    private final IncidentScope.Finder scopes;
    private final IncidentRepository incidents;
    private final IncidentViews views;
    private final IncidentDisclosure disclosure;

    IncidentHistory(
            EntityManager entityManager,
            IncidentScope.Finder scopes,
            IncidentRepository incidents,
            IncidentViews views,
            IncidentDisclosure disclosure) {
        this.entityManager = entityManager;
        this.scopes = scopes;
        this.incidents = incidents;
        this.views = views;
        this.disclosure = disclosure;
    }

    /**
     * @param change created, moved, corrected, assigned (put into an area by hand), released (that taken back), redacted or
     *     withdrawn
     * @param reason for those who may read notes
     */
    public record Entry(
            Instant changedAt,
            String changedBy,
            String change,
            @Nullable String reason,
            IncidentView incident) {}

    /**
     * All states, oldest first; states that lay outside the account's scope are left out.
     *
     * @throws UserProblem of kind NOT_FOUND if the account may not see the incident as it is now
     */
    @Transactional
    public List<Entry> of(AccountView account, UUID id, Locale locale) {
        TrailOnly.declare();
        IncidentScope scope = scopes.of(account);
        Incident present = incidents
                .findById(id)
                .filter(scope::sees)
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "incident-unknown", id));
        List<Entry> entries = new ArrayList<>();
        Incident before = null;
        try (AuditLog log = AuditLogFactory.create(entityManager)) {
            List<AuditEntry<Incident>> states = log.getHistory(Incident.class, id);
            for (int version = 0; version < states.size(); version++) {
                Incident state = Objects.requireNonNull(states.get(version).entity());
                if (scope.sees(state)) {
                    Changeset changeset = (Changeset) states.get(version).changeset();
                    // Each change is one state and one version; the audit log itself does not keep version numbers.
                    IncidentView view = version == present.version()
                            ? views.of(scope, present, locale)
                            : views.past(scope, state, version, locale);
                    entries.add(new Entry(
                            changeset.changedAt(),
                            changeset.username(),
                            change(before, state),
                            reason(account, changeset),
                            view));
                }
                before = state;
            }
        }
        disclosure.tell(account, entries.stream().map(Entry::incident).toList(), "history");
        return entries;
    }

    /** A reason is free text like a note, and goes to the same people. */
    static @Nullable String reason(AccountView account, Changeset changeset) {
        return account.has(Right.SEE_INCIDENT_NOTES) ? changeset.reason() : null;
    }

    private static String change(@Nullable Incident before, Incident after) {
        if (before == null) {
            return "created";
        }
        if (after.withdrawn() && !before.withdrawn()) {
            return "withdrawn";
        }
        if (!Objects.equals(after.noteRedactedAt(), before.noteRedactedAt())) {
            return "redacted";
        }
        if (!Objects.equals(after.assignedAreaId(), before.assignedAreaId())) {
            return after.assignedAreaId() == null ? "released" : "assigned";
        }
        return after.position().equalsExact(before.position()) ? "corrected" : "moved";
    }
}
