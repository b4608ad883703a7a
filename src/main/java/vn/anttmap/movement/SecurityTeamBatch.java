package vn.anttmap.movement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;

/** Many security teams at once: all of them or none. */
@Service
public class SecurityTeamBatch {

    private final SecurityTeamRepository repository;
    private final SecurityTeamRecords records;
    private final SecurityTeamCheck check;
    private final MovementKinds kinds;
    private final Jurisdictions jurisdictions;
    private final TransactionTemplate transaction;

    SecurityTeamBatch(
            SecurityTeamRepository repository,
            SecurityTeamRecords records,
            SecurityTeamCheck check,
            MovementKinds kinds,
            Jurisdictions jurisdictions,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.records = records;
        this.check = check;
        this.kinds = kinds;
        this.jurisdictions = jurisdictions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A new team. */
    public record Team(UUID id, SecurityTeamDraft draft) {}

    /** The open list of kinds, in its order. */
    public List<MovementKind> kinds() {
        return List.copyOf(kinds.of(KindLists.TEAM_KINDS).values());
    }

    /** The open list of what members do in a team, in its order. */
    public List<MovementKind> roles() {
        return List.copyOf(kinds.of(KindLists.TEAM_ROLES).values());
    }

    /** What the register would refuse of a new team; empty where it would take it. */
    public Optional<UserProblem> findProblem(AccountView account, SecurityTeamDraft draft) {
        account.require(Right.WRITE_MOVEMENT);
        try {
            check.check(account, draft, null, List.of(), List.of());
            return Optional.empty();
        } catch (UserProblem problem) {
            return Optional.of(problem);
        }
    }

    /**
     * Stores all of them in one transaction, together with what else the caller does in it.
     *
     * @param also runs first, in the same transaction
     * @throws UserProblem if any of them is refused; then none is stored
     */
    public void storeAll(AccountView account, List<Team> teams, Runnable also) {
        account.require(Right.WRITE_MOVEMENT);
        transaction.executeWithoutResult(status -> {
            also.run();
            teams.forEach(team -> records.add(account, team.id(), team.draft()));
        });
    }

    /**
     * Withdraws all of them in one transaction, together with what else the caller does in it.
     *
     * @param also runs first, in the same transaction
     * @throws UserProblem of kind CONFLICT if one was changed since it was stored; then none is withdrawn
     */
    public void withdrawAll(AccountView account, List<UUID> ids, Runnable also) {
        account.require(Right.WRITE_MOVEMENT);
        try {
            transaction.executeWithoutResult(status -> {
                also.run();
                Jurisdiction jurisdiction = jurisdictions.of(account);
                ids.forEach(id -> withdrawUnchanged(account, jurisdiction, id));
            });
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw UserProblem.of(Kind.CONFLICT, "security-team-changed-since");
        }
    }

    /** Whether the account sees every one of them, withdrawn or not. */
    public boolean sees(AccountView account, List<UUID> ids) {
        account.require(Right.READ_MAP);
        List<SecurityTeam> found = repository.findByTeamKeyIn(
                ids.stream().map(SecurityTeamRecords::key).toList());
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return !found.isEmpty()
                && found.size() == ids.size()
                && found.stream()
                        .allMatch(team -> jurisdiction.contains(team.content().areaId()));
    }

    private void withdrawUnchanged(AccountView account, Jurisdiction jurisdiction, UUID id) {
        SecurityTeam team = repository
                .findByTeamKey(SecurityTeamRecords.key(id))
                .filter(found -> jurisdiction.contains(found.content().areaId()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "security-team-unknown", id));
        if (team.withdrawn()) {
            return;
        }
        if (team.version() != 0) {
            throw UserProblem.of(Kind.CONFLICT, "security-team-changed-since");
        }
        records.withdraw(account, team);
    }
}
