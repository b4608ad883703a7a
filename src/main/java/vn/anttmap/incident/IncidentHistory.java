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
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Who changed an incident, when, and what it said before. */
@Service
public class IncidentHistory {

    private final EntityManager entityManager;
    private final IncidentScope.Finder scopes;
    private final IncidentRepository incidents;
    private final IncidentViews views;

    IncidentHistory(
            EntityManager entityManager,
            IncidentScope.Finder scopes,
            IncidentRepository incidents,
            IncidentViews views) {
        this.entityManager = entityManager;
        this.scopes = scopes;
        this.incidents = incidents;
        this.views = views;
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
     * A step of the handling.
     *
     * @param reason for those who may read notes
     */
    public record Step(
            String state,
            String handlingLevel,
            Instant changedAt,
            String changedBy,
            @Nullable String reason) {}

    /**
     * How the handling went.
     *
     * @param steps each change of state or handling level, oldest first
     * @param next states that the account may set now
     */
    public record Steps(List<Step> steps, List<String> next) {}

    /**
     * All states, oldest first; states that lay outside the account's scope are left out.
     *
     * @throws UserProblem of kind NOT_FOUND if the account may not see the incident as it is now
     */
    @Transactional(readOnly = true)
    public List<Entry> of(AccountView account, UUID id, Locale locale) {
        IncidentScope scope = scopes.of(account);
        Incident present = present(scope, id);
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
        return entries;
    }

    /**
     * The steps of the handling; those that lay outside the account's scope are left out.
     *
     * @throws UserProblem of kind NOT_FOUND if the account may not see the incident as it is now
     */
    @Transactional(readOnly = true)
    public Steps steps(AccountView account, UUID id) {
        IncidentScope scope = scopes.of(account);
        Incident present = present(scope, id);
        List<Step> steps = new ArrayList<>();
        Incident before = null;
        try (AuditLog log = AuditLogFactory.create(entityManager)) {
            for (AuditEntry<Incident> entry : log.getHistory(Incident.class, id)) {
                Incident state = Objects.requireNonNull(entry.entity());
                boolean step = before == null
                        || before.state() != state.state()
                        || before.handlingLevel() != state.handlingLevel();
                if (step && scope.sees(state)) {
                    Changeset changeset = (Changeset) entry.changeset();
                    steps.add(new Step(
                            state.state().key(),
                            state.handlingLevel().key(),
                            changeset.changedAt(),
                            changeset.username(),
                            reason(account, changeset)));
                }
                before = state;
            }
        }
        boolean mayStep = account.has(Right.MARK_INCIDENTS) && !present.withdrawn();
        return new Steps(
                steps,
                mayStep
                        ? present.state().next().stream()
                                .map(IncidentState::key)
                                .toList()
                        : List.of());
    }

    private Incident present(IncidentScope scope, UUID id) {
        return incidents
                .findById(id)
                .filter(scope::sees)
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "incident-unknown", id));
    }

    /** A reason is free text like a note, and goes to the same people. */
    private static @Nullable String reason(AccountView account, Changeset changeset) {
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
