package vn.anttmap.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** Everything that was ever recorded of an organization. */
@Service
class OrganizationHistory {

    private final OrganizationTable table;
    private final Territory territory;
    private final Jurisdictions jurisdictions;

    OrganizationHistory(OrganizationTable table, Territory territory, Jurisdictions jurisdictions) {
        this.table = table;
        this.territory = territory;
        this.jurisdictions = jurisdictions;
    }

    /** @param history what it was @param steps what was recorded of its years; both oldest first */
    record View(List<State> history, List<YearStep> steps) {}

    /** @param change created, corrected or withdrawn */
    record State(
            Instant changedAt,
            String changedBy,
            String change,
            String name,
            String kind,
            String communeName,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** @param status key of the status that was recorded, or that stood and got a number or a note */
    record YearStep(
            int year,
            String status,
            @Nullable String decisionNumber,
            @Nullable String note,
            Instant recordedAt,
            String recordedBy) {}

    /**
     * States of communes outside the account's territory are left out.
     *
     * @throws UserProblem if the account may not read figures or does not see the organization as it is now
     */
    @Transactional(readOnly = true)
    public View of(AccountView account, UUID id) {
        account.require(Right.READ_MAP);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        if (table.find(id)
                .filter(row -> jurisdiction.contains(row.content().communeUnitId()))
                .isEmpty()) {
            throw UserProblem.of(Kind.NOT_FOUND, "organization-unknown", id);
        }
        List<State> states = table.states(id).stream()
                .filter(state -> jurisdiction.contains(state.row().content().communeUnitId()))
                .map(this::state)
                .toList();
        return new View(states, table.steps(id));
    }

    private State state(OrganizationTable.State state) {
        OrganizationTable.Row row = state.row();
        OrganizationTable.Content content = row.content();
        return new State(
                state.changedAt(),
                state.changedBy(),
                row.version() == 0 ? "created" : row.withdrawn() ? "withdrawn" : "corrected",
                content.name(),
                content.kind().key(),
                territory.find(content.communeUnitId()).map(Unit::fullName).orElse(""),
                content.validFrom(),
                content.validTo());
    }
}
