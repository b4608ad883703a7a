package vn.anttmap.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;

/** Many incidents at once: all of them or none. What is acknowledged is on disk. */
@Service
public class IncidentBatch {

    private final IncidentWriter writer;
    private final IncidentRepository incidents;
    private final IncidentScope.Finder scopes;
    private final TransactionTemplate transaction;

    IncidentBatch(
            IncidentWriter writer,
            IncidentRepository incidents,
            IncidentScope.Finder scopes,
            PlatformTransactionManager transactions) {
        this.writer = writer;
        this.incidents = incidents;
        this.scopes = scopes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A new incident. */
    public record Entry(UUID id, IncidentDraft draft) {}

    /** What the register would refuse of a new incident; empty where it would take it. */
    public Optional<UserProblem> findProblem(AccountView account, IncidentDraft draft) {
        account.require(Right.MARK_INCIDENTS);
        try {
            writer.check(scopes.of(account), draft);
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
    public void storeAll(AccountView account, List<Entry> entries, Runnable also) {
        account.require(Right.MARK_INCIDENTS);
        IncidentScope scope = scopes.of(account);
        transaction.executeWithoutResult(status -> {
            also.run();
            entries.forEach(entry -> writer.storeNew(scope, entry.id(), entry.draft()));
        });
    }

    /**
     * Withdraws all of them in one transaction, together with what else the caller does in it.
     *
     * @param reason kept in the history of each
     * @param also runs first, in the same transaction
     * @throws UserProblem of kind CONFLICT if one was corrected since it was stored; then none is withdrawn
     */
    public void withdrawAll(AccountView account, List<UUID> ids, String reason, Runnable also) {
        account.require(Right.MARK_INCIDENTS);
        IncidentScope scope = scopes.of(account);
        transaction.executeWithoutResult(status -> {
            also.run();
            ids.forEach(id -> writer.withdrawUnchanged(scope, id, reason));
        });
    }

    /** Whether the account sees every one of them, withdrawn or not. */
    public boolean sees(AccountView account, List<UUID> ids) {
        IncidentScope scope = scopes.of(account);
        List<Incident> found = incidents.findAllById(ids);
        return !found.isEmpty() && found.size() == ids.size() && found.stream().allMatch(scope::sees);
    }
}
