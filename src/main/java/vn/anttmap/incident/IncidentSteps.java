package vn.anttmap.incident;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.audit.AuditEntry;
import org.hibernate.audit.AuditLog;
import org.hibernate.audit.AuditLogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Changeset;
import vn.anttmap.access.Right;
import vn.anttmap.node.TrailOnly;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** How the handling of an incident went: who took which step when, and which may follow. */
@Service
public class IncidentSteps {

    private final EntityManager entityManager;
    private final IncidentScope.Finder scopes;
    private final IncidentRepository incidents;
    private final ApplicationEventPublisher events;

    IncidentSteps(
            EntityManager entityManager,
            IncidentScope.Finder scopes,
            IncidentRepository incidents,
            ApplicationEventPublisher events) {
        this.entityManager = entityManager;
        this.scopes = scopes;
        this.incidents = incidents;
        this.events = events;
    }

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
     * The steps of the handling; those that lay outside the account's scope are left out.
     *
     * @throws UserProblem of kind NOT_FOUND if the account may not see the incident as it is now
     */
    @Transactional
    public Steps of(AccountView account, UUID id) {
        TrailOnly.declare();
        IncidentScope scope = scopes.of(account);
        Incident present = incidents
                .findById(id)
                .filter(scope::sees)
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "incident-unknown", id));
        List<Step> steps = steps(scope, id);
        if (steps.stream().anyMatch(step -> step.reason() != null)) {
            events.publishEvent(new IncidentsShown(account, List.of(id), false, true, "steps"));
        }
        boolean mayStep = account.has(Right.MARK_INCIDENTS) && !present.withdrawn();
        List<IncidentState> next = mayStep ? present.state().next() : List.of();
        return new Steps(steps, next.stream().map(IncidentState::key).toList());
    }

    private List<Step> steps(IncidentScope scope, UUID id) {
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
                            IncidentHistory.reason(scope.account(), changeset)));
                }
                before = state;
            }
        }
        return steps;
    }
}
