package vn.anttmap.incident;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.TrailOnly;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Marking, correcting, withdrawing and reading single incidents. Each call is a transaction of its own; what is
 * acknowledged is on disk, and who was not the fastest is shown the present state.
 */
@Service
public class IncidentRegister {

    private final IncidentWriter writer;
    private final IncidentScope.Finder scopes;
    private final IncidentViews views;
    private final IncidentDisclosure disclosure;
    private final TransactionTemplate transaction;

    IncidentRegister(
            IncidentWriter writer,
            IncidentScope.Finder scopes,
            IncidentViews views,
            IncidentDisclosure disclosure,
            PlatformTransactionManager transactions) {
        this.writer = writer;
        this.scopes = scopes;
        this.views = views;
        this.disclosure = disclosure;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param created false where the record was there before, changed or not
     * @param replayedVersion the version that an earlier save with the same key made; null where this is the first
     */
    public record Stored(
            IncidentView incident,
            boolean created,
            @Nullable Long replayedVersion) {}

    /** As the other, without a key: sending the same again changes nothing by its content. */
    public Stored put(AccountView account, UUID id, IncidentDraft draft, @Nullable Long basedOn, Locale locale) {
        return put(account, id, draft, basedOn, null, locale);
    }

    /**
     * Creates or corrects an incident. Sending the same again changes nothing; a changed body needs the version it is
     * based on.
     *
     * @param basedOn version the caller has seen, or null
     * @param key the caller's name for this save, or null: a repeat of the key writes nothing, whatever happened since
     * @throws UserProblem if a value is wrong, the place is too far outside the territory, or somebody else was faster
     */
    public Stored put(
            AccountView account,
            UUID id,
            IncidentDraft draft,
            @Nullable Long basedOn,
            @Nullable UUID key,
            Locale locale) {
        return store(account, id, scope -> draft, basedOn, key, locale);
    }

    /**
     * As {@link #put}, where what is to be said depends on what stands there.
     *
     * @param edit from the present record, null where the account sees none, to what it shall say; may be asked twice
     */
    public Stored edit(
            AccountView account,
            UUID id,
            Function<@Nullable IncidentDraft, IncidentDraft> edit,
            @Nullable Long basedOn,
            @Nullable UUID key,
            Locale locale) {
        return store(account, id, scope -> edit.apply(writer.present(scope, id)), basedOn, key, locale);
    }

    private Stored store(
            AccountView account,
            UUID id,
            Function<IncidentScope, IncidentDraft> draft,
            @Nullable Long basedOn,
            @Nullable UUID key,
            Locale locale) {
        account.require(Right.MARK_INCIDENTS);
        IncidentScope scope = scopes.of(account);
        IncidentWriter.Outcome outcome;
        try {
            outcome = inTransaction(() -> writer.store(scope, id, draft.apply(scope), basedOn, key));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException twoAtOnce) {
            // The other may have been the same save: now its key, its content or its version can be seen.
            try {
                outcome = inTransaction(() -> writer.store(scope, id, draft.apply(scope), basedOn, key));
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                throw stale(scope, id, locale);
            }
        }
        if (outcome.replayedVersion() != null) {
            // A repeat answers with what the record says now, perhaps in the words of somebody else.
            IncidentView present = inTransaction(() -> shown(scope, id, locale, "repeat"));
            return new Stored(present, outcome.created(), outcome.replayedVersion());
        }
        return new Stored(views.of(scope, outcome.incident(), locale), outcome.created(), null);
    }

    /** Takes an open mark back, without a reason. */
    public IncidentView withdraw(AccountView account, UUID id, @Nullable Long basedOn, Locale locale) {
        return withdraw(account, id, basedOn, null, locale);
    }

    /**
     * Takes a mark back. It stays in the history and counts nowhere.
     *
     * @param reason needed where the record is closed
     */
    public IncidentView withdraw(
            AccountView account, UUID id, @Nullable Long basedOn, @Nullable String reason, Locale locale) {
        return change(
                account,
                id,
                basedOn,
                new IncidentWriter.Step(
                        IncidentWritten.Change.WITHDRAWN,
                        reason,
                        incident -> !incident.withdrawn(),
                        Incident::withdraw),
                locale);
    }

    /** One step on a stored incident; asks for the version it is based on where the step is needed. */
    IncidentView change(AccountView account, UUID id, @Nullable Long basedOn, IncidentWriter.Step step, Locale locale) {
        account.require(Right.MARK_INCIDENTS);
        IncidentScope scope = scopes.of(account);
        Incident changed;
        try {
            changed = inTransaction(() -> writer.take(scope, id, basedOn, step));
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw stale(scope, id, locale);
        }
        return views.of(scope, changed, locale);
    }

    /** @throws UserProblem of kind NOT_FOUND also where the account may not see it */
    @Transactional
    public IncidentView get(AccountView account, UUID id, Locale locale) {
        TrailOnly.declare();
        IncidentScope scope = scopes.of(account);
        return shown(scope, id, locale, "record");
    }

    /** The present state goes out with the refusal, so it is recorded as shown, in a transaction that is kept. */
    private UserProblem stale(IncidentScope scope, UUID id, Locale locale) {
        IncidentView current = inTransaction(() -> shown(scope, id, locale, "conflict"));
        return UserProblem.of(Kind.STALE, "incident-changed", current.version()).with("current", current);
    }

    private IncidentView shown(IncidentScope scope, UUID id, Locale locale, String how) {
        IncidentView view = views.of(scope, writer.get(scope, id), locale);
        disclosure.tell(scope.account(), List.of(view), how);
        return view;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
