package vn.anttmap.movement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Changeset;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Jurisdictions;

/** Many entries of a register at once: all of them or none. */
@Service
public class MovementBatch {

    private final MovementEntryRepository entries;
    private final MovementRegisters registers;
    private final EntryCheck check;
    private final Jurisdictions jurisdictions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MovementBatch(
            MovementEntryRepository entries,
            MovementRegisters registers,
            EntryCheck check,
            Jurisdictions jurisdictions,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.entries = entries;
        this.registers = registers;
        this.check = check;
        this.jurisdictions = jurisdictions;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A new entry. */
    public record Entry(UUID id, EntryDraft draft) {}

    /** What the register would refuse of a new entry; empty where it would take it. */
    public Optional<UserProblem> findProblem(AccountView account, Register register, EntryDraft draft) {
        account.require(Right.WRITE_MOVEMENT);
        try {
            check.check(account, register, draft, null);
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
    public void storeAll(AccountView account, Register register, List<Entry> drafts, Runnable also) {
        account.require(Right.WRITE_MOVEMENT);
        transaction.executeWithoutResult(status -> {
            also.run();
            for (Entry each : drafts) {
                MovementEntry entry = new MovementEntry(each.id(), account.username());
                entry.describe(check.check(account, register, each.draft(), null), now());
                write(account, register, entry, MovementEntryWritten.Change.CREATED);
            }
        });
    }

    /**
     * Withdraws all of them in one transaction, together with what else the caller does in it.
     *
     * @param reason kept in the history of each
     * @param also runs first, in the same transaction
     * @throws UserProblem of kind CONFLICT if one was corrected since it was stored; then none is withdrawn
     */
    public void withdrawAll(AccountView account, Register register, List<UUID> ids, String reason, Runnable also) {
        account.require(Right.WRITE_MOVEMENT);
        try {
            transaction.executeWithoutResult(status -> {
                Changeset.because(reason);
                also.run();
                ids.forEach(id -> withdrawUnchanged(account, register, id));
            });
        } catch (OptimisticLockingFailureException correctedMeanwhile) {
            throw UserProblem.of(Kind.CONFLICT, "register-entry-corrected-since");
        }
    }

    /** Whether the account sees every one of them, withdrawn or not. */
    public boolean sees(AccountView account, Register register, List<UUID> ids) {
        account.require(Right.READ_MAP);
        List<MovementEntry> found = entries.findAllById(ids);
        return !found.isEmpty()
                && found.size() == ids.size()
                && found.stream()
                        .map(MovementEntry::content)
                        .allMatch(content -> content.register() == register
                                && jurisdictions.of(account).contains(content.unitId()));
    }

    private void withdrawUnchanged(AccountView account, Register register, UUID id) {
        MovementEntry entry = registers.find(account, register, id);
        if (entry.withdrawn()) {
            return;
        }
        if (entry.version() != 0) {
            throw UserProblem.of(Kind.CONFLICT, "register-entry-corrected-since");
        }
        entry.withdraw(now());
        write(account, register, entry, MovementEntryWritten.Change.WITHDRAWN);
    }

    private void write(
            AccountView account, Register register, MovementEntry entry, MovementEntryWritten.Change change) {
        MovementEntry saved = entries.saveAndFlush(entry);
        events.publishEvent(new MovementEntryWritten(account, register, saved.getId(), saved.version(), change));
    }

    /** To the microsecond, as both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
