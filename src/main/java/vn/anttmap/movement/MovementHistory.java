package vn.anttmap.movement;

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
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;

/** Who changed an entry, when, and what it said before. */
@Service
public class MovementHistory {

    private final EntityManager entityManager;
    private final MovementRegisters registers;
    private final MovementViews views;
    private final Jurisdictions jurisdictions;

    MovementHistory(
            EntityManager entityManager,
            MovementRegisters registers,
            MovementViews views,
            Jurisdictions jurisdictions) {
        this.entityManager = entityManager;
        this.registers = registers;
        this.views = views;
        this.jurisdictions = jurisdictions;
    }

    /**
     * @param change created, corrected or withdrawn
     * @param reason why, where it was said
     */
    public record State(
            Instant changedAt,
            String changedBy,
            String change,
            @Nullable String reason,
            MovementEntryView entry) {}

    /**
     * All states, oldest first; those that belonged to a unit outside the account's territory are left out.
     *
     * @throws UserProblem of kind NOT_FOUND if the account may not see the entry as it is now
     */
    @Transactional(readOnly = true)
    public List<State> of(AccountView account, Register register, UUID id, Locale locale) {
        account.require(Right.READ_MAP);
        registers.find(account, register, id);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        List<State> states = new ArrayList<>();
        try (AuditLog log = AuditLogFactory.create(entityManager)) {
            List<AuditEntry<MovementEntry>> kept = log.getHistory(MovementEntry.class, id);
            // Each change is one state and one version; the audit log itself does not keep version numbers.
            List<MovementEntryView> said = views.past(
                    kept.stream()
                            .map(each -> Objects.requireNonNull(each.entity()))
                            .toList(),
                    locale);
            for (int version = 0; version < kept.size(); version++) {
                MovementEntryView state = said.get(version);
                if (jurisdiction.contains(state.unit().id())) {
                    Changeset changeset = (Changeset) kept.get(version).changeset();
                    states.add(new State(
                            changeset.changedAt(),
                            changeset.username(),
                            version == 0 ? "created" : state.withdrawn() ? "withdrawn" : "corrected",
                            changeset.reason(),
                            state));
                }
            }
        }
        return states;
    }
}
