package vn.anttmap.movement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Changeset;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Jurisdictions;

/** Entering, correcting and withdrawing single entries of the registers. */
@Service
public class MovementRegisters {

    private static final int LONGEST_REASON = 500;

    private final MovementEntryRepository entries;
    private final EntryCheck check;
    private final MovementViews views;
    private final Jurisdictions jurisdictions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MovementRegisters(
            MovementEntryRepository entries,
            EntryCheck check,
            MovementViews views,
            Jurisdictions jurisdictions,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.entries = entries;
        this.check = check;
        this.views = views;
        this.jurisdictions = jurisdictions;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param created false where the entry was there before, changed or not */
    public record Stored(MovementEntryView entry, boolean created) {}

    /**
     * Enters something new or corrects an entry. Sending the same again changes nothing; a change needs the version it is
     * based on.
     *
     * @param basedOn version the caller has seen, or null
     * @throws UserProblem if a value is wrong, the unit lies outside the account's territory, or somebody was faster
     */
    public Stored put(
            AccountView account, Register register, UUID id, EntryDraft draft, @Nullable Long basedOn, Locale locale) {
        account.require(Right.WRITE_MOVEMENT);
        try {
            return inTransaction(() -> store(account, register, id, draft, basedOn, locale));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException twoAtOnce) {
            // The other may have been the same entry: now its content or its version can be seen.
            try {
                return inTransaction(() -> store(account, register, id, draft, basedOn, locale));
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                throw stale(account, register, id, locale);
            }
        }
    }

    /**
     * Takes an entry back. It stays in the history and counts nowhere.
     *
     * @param givenReason kept in the history
     */
    public MovementEntryView withdraw(
            AccountView account,
            Register register,
            UUID id,
            @Nullable Long basedOn,
            @Nullable String givenReason,
            Locale locale) {
        account.require(Right.WRITE_MOVEMENT);
        String reason = GivenText.required("reason", givenReason, LONGEST_REASON);
        try {
            return inTransaction(() -> {
                Changeset.because(reason);
                MovementEntry entry = find(account, register, id);
                if (!entry.withdrawn()) {
                    requireVersion(entry, basedOn);
                    entry.withdraw(now());
                    write(account, register, entry, MovementEntryWritten.Change.WITHDRAWN);
                }
                return views.of(entry, locale);
            });
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw stale(account, register, id, locale);
        }
    }

    /** @throws UserProblem of kind NOT_FOUND also where the account may not see it */
    @Transactional(readOnly = true)
    public MovementEntryView get(AccountView account, Register register, UUID id, Locale locale) {
        account.require(Right.READ_MAP);
        return views.of(find(account, register, id), locale);
    }

    /** Only for loading demonstration data: stores without an officer. */
    @Transactional
    public void load(Collection<RecordedEntry> recorded) {
        for (RecordedEntry each : recorded) {
            MovementEntry entry = new MovementEntry(each.id(), "gis-data");
            entry.describe(check.recorded(each), now());
            if (each.synthetic()) {
                entry.markSynthetic();
            }
            entries.save(entry);
        }
        entries.flush();
    }

    /** The stored entry, where the account may see it. To be called inside a transaction. */
    MovementEntry find(AccountView account, Register register, UUID id) {
        return entries.findById(id)
                .filter(entry -> entry.content().register() == register)
                .filter(entry ->
                        jurisdictions.of(account).contains(entry.content().unitId()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "register-entry-unknown", id));
    }

    private Stored store(
            AccountView account, Register register, UUID id, EntryDraft draft, @Nullable Long basedOn, Locale locale) {
        Optional<MovementEntry> stored = entries.findById(id);
        if (stored.isEmpty()) {
            MovementEntry entry = new MovementEntry(id, account.username());
            entry.describe(check.check(account, register, draft, null), now());
            return new Stored(
                    views.of(write(account, register, entry, MovementEntryWritten.Change.CREATED), locale), true);
        }
        MovementEntry entry = find(account, register, id);
        MovementEntry.Content content =
                check.check(account, register, draft, entry.content().kind());
        if (entry.content().equals(content)) {
            return new Stored(views.of(entry, locale), false);
        }
        if (entry.withdrawn()) {
            throw UserProblem.of(Kind.CONFLICT, "register-entry-withdrawn");
        }
        requireVersion(entry, basedOn);
        entry.describe(content, now());
        return new Stored(
                views.of(write(account, register, entry, MovementEntryWritten.Change.CHANGED), locale), false);
    }

    private MovementEntry write(
            AccountView account, Register register, MovementEntry entry, MovementEntryWritten.Change change) {
        MovementEntry saved = entries.saveAndFlush(entry);
        events.publishEvent(new MovementEntryWritten(account, register, saved.getId(), saved.version(), change));
        return saved;
    }

    /** To the microsecond, as both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireVersion(MovementEntry entry, @Nullable Long basedOn) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", entry.version());
        }
        if (basedOn != entry.version()) {
            throw new OptimisticLockingFailureException("version " + basedOn + " is not the present one");
        }
    }

    private UserProblem stale(AccountView account, Register register, UUID id, Locale locale) {
        MovementEntryView current = inTransaction(() -> get(account, register, id, locale));
        return UserProblem.of(Kind.STALE, "register-entry-changed", current.version())
                .with("current", current);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
