package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** Marking, correcting, withdrawing and reading single incidents. What is acknowledged is on disk. */
@Service
public class IncidentRegister {

    private final IncidentRepository incidents;
    private final IncidentScope.Finder scopes;
    private final IncidentPlacements placements;
    private final IncidentViews views;
    private final DraftCheck draftCheck;
    private final IncidentSubmissions submissions;
    private final Territory territory;
    private final HoldingRegister holder;
    private final CommitDurability durability;
    private final ApplicationEventPublisher events;
    private final IncidentDisclosure disclosure;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IncidentRegister(
            IncidentRepository incidents,
            IncidentScope.Finder scopes,
            IncidentPlacements placements,
            IncidentViews views,
            DraftCheck draftCheck,
            IncidentSubmissions submissions,
            Territory territory,
            HoldingRegister holder,
            CommitDurability durability,
            ApplicationEventPublisher events,
            IncidentDisclosure disclosure,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.incidents = incidents;
        this.scopes = scopes;
        this.placements = placements;
        this.views = views;
        this.draftCheck = draftCheck;
        this.submissions = submissions;
        this.territory = territory;
        this.holder = holder;
        this.durability = durability;
        this.events = events;
        this.disclosure = disclosure;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param created false where the record was there before, changed or not
     * @param replayedVersion the version that an earlier save with the same key made; null where this is the first
     */
    public record Stored(
            IncidentView incident,
            boolean created,
            @Nullable Long replayedVersion) {}

    private record Outcome(
            Incident incident, boolean created, @Nullable Long replayedVersion) {

        Outcome(Incident incident, boolean created) {
            this(incident, created, null);
        }
    }

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
        account.require(Right.MARK_INCIDENTS);
        IncidentScope scope = scopes.of(account);
        Outcome outcome;
        try {
            outcome = inTransaction(() -> storeOnce(scope, id, draft, basedOn, key));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException twoAtOnce) {
            // The other may have been the same save: now its key, its content or its version can be seen.
            try {
                outcome = inTransaction(() -> storeOnce(scope, id, draft, basedOn, key));
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                throw stale(scope, id, locale);
            }
        }
        durability.force();
        if (outcome.replayedVersion() != null) {
            // A repeat answers with what the record says now, perhaps in the words of somebody else.
            IncidentView present = inTransaction(() -> shown(scope, id, locale, "repeat"));
            return new Stored(present, outcome.created(), outcome.replayedVersion());
        }
        return new Stored(views.of(scope, outcome.incident(), locale), outcome.created(), outcome.replayedVersion());
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
                new Step(
                        IncidentWritten.Change.WITHDRAWN,
                        reason,
                        incident -> !incident.withdrawn(),
                        incident -> incident.withdraw(now())),
                locale);
    }

    /**
     * One step on a stored incident.
     *
     * @param reason needed where the record is closed
     * @param needed whether there is anything to do; where not, no version is asked for and nothing is written
     * @param apply changes the incident, inside the transaction
     */
    record Step(
            IncidentWritten.Change change,
            @Nullable String reason,
            Predicate<Incident> needed,
            Consumer<Incident> apply) {}

    IncidentView change(AccountView account, UUID id, @Nullable Long basedOn, Step step, Locale locale) {
        account.require(Right.MARK_INCIDENTS);
        IncidentScope scope = scopes.of(account);
        Incident changed;
        try {
            changed = inTransaction(() -> {
                territory.refresh();
                Incident incident = find(scope, id);
                if (step.needed().test(incident)) {
                    if (incident.withdrawn()) {
                        throw UserProblem.of(Kind.CONFLICT, "incident-withdrawn", id);
                    }
                    requireVersion(incident, basedOn);
                    String why = draftCheck.reason(step.reason(), incident);
                    step.apply().accept(incident);
                    write(scope, incident, step.change(), why);
                }
                return incident;
            });
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw stale(scope, id, locale);
        }
        durability.force();
        return views.of(scope, changed, locale);
    }

    /** @throws UserProblem of kind NOT_FOUND also where the account may not see it */
    @Transactional
    public IncidentView get(AccountView account, UUID id, Locale locale) {
        IncidentScope scope = scopes.of(account);
        return shown(scope, id, locale, "record");
    }

    /** @throws UserProblem as {@link #put} would for a new incident */
    void check(IncidentScope scope, IncidentDraft draft) {
        holder.of(scope.account(), draftCheck.check(scope.account(), draft, null));
    }

    /** Stores a new incident in the caller's transaction; one that is there already stays as it is. */
    void storeNew(IncidentScope scope, UUID id, IncidentDraft draft) {
        territory.refresh();
        if (incidents.existsById(id)) {
            return;
        }
        CheckedDraft checked = draftCheck.check(scope.account(), draft, null);
        HoldingRegister.Held register = holder.of(scope.account(), checked);
        Incident incident = new Incident(id, scope.account().username(), now());
        incident.describe(checked, register.communeId(), register.nearBorder(), now());
        save(scope, incident, IncidentWritten.Change.CREATED, null);
    }

    /**
     * Withdraws an incident in the caller's transaction; refuses where somebody corrected it since it was stored.
     *
     * @param reason kept in the history
     */
    void withdrawUnchanged(IncidentScope scope, UUID id, String reason) {
        Incident incident = find(scope, id);
        if (incident.withdrawn()) {
            return;
        }
        if (incident.version() != 0) {
            throw UserProblem.of(Kind.CONFLICT, "incident-corrected-since", id);
        }
        incident.withdraw(now());
        write(scope, incident, IncidentWritten.Change.WITHDRAWN, reason);
    }

    private Outcome storeOnce(
            IncidentScope scope, UUID id, IncidentDraft draft, @Nullable Long basedOn, @Nullable UUID key) {
        if (key == null) {
            return store(scope, id, draft, basedOn);
        }
        String username = scope.account().username();
        Optional<Long> version = submissions.versionOf(key, id, username);
        if (version.isPresent()) {
            return new Outcome(find(scope, id), false, version.get());
        }
        Outcome outcome = store(scope, id, draft, basedOn);
        submissions.remember(key, id, username, outcome.incident().version());
        return outcome;
    }

    private Outcome store(IncidentScope scope, UUID id, IncidentDraft draft, @Nullable Long basedOn) {
        territory.refresh();
        Optional<Incident> stored = incidents.findById(id);
        if (stored.filter(scope::sees).isEmpty()) {
            // As for a new mark, up to the point where it would be made: a taken id tells no more than that it is
            // taken.
            CheckedDraft checked = draftCheck.check(scope.account(), draft, null);
            String reason = draftCheck.reason(draft.reason(), null);
            HoldingRegister.Held register = holder.of(scope.account(), checked);
            if (stored.isPresent()) {
                throw UserProblem.of(Kind.FORBIDDEN, "incident-not-yours", id);
            }
            Incident incident = new Incident(id, scope.account().username(), now());
            incident.describe(checked, register.communeId(), register.nearBorder(), now());
            return new Outcome(save(scope, incident, IncidentWritten.Change.CREATED, reason), true);
        }
        Incident incident = stored.get();
        CheckedDraft checked = draftCheck.check(scope.account(), draft, incident);
        if (incident.says(checked)) {
            return new Outcome(incident, false);
        }
        if (incident.withdrawn()) {
            throw UserProblem.of(Kind.CONFLICT, "incident-withdrawn", id);
        }
        requireVersion(incident, basedOn);
        incident.requireStepTo(checked.state());
        String reason = draftCheck.reason(draft.reason(), incident);
        HoldingRegister.Held register = holder.of(scope.account(), checked);
        long communeId = placements
                .assignedCommune(incident, VietnamTime.dayOf(checked.occurredAt()))
                .map(Unit::id)
                .orElse(register.communeId());
        incident.describe(checked, communeId, register.nearBorder(), now());
        return new Outcome(save(scope, incident, IncidentWritten.Change.CHANGED, reason), false);
    }

    private Incident save(
            IncidentScope scope, Incident incident, IncidentWritten.Change change, @Nullable String reason) {
        Incident saved = write(scope, incident, change, reason);
        placements.resolve(saved);
        return saved;
    }

    private Incident write(
            IncidentScope scope, Incident incident, IncidentWritten.Change change, @Nullable String reason) {
        Changeset.because(reason);
        Incident saved = incidents.saveAndFlush(incident);
        events.publishEvent(new IncidentWritten(
                scope.account(),
                saved.getId(),
                saved.version(),
                change,
                saved.registerCommuneId(),
                saved.category(),
                reason));
        return saved;
    }

    /** To the microsecond, as both databases keep it: what was just written reads the same later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Incident find(IncidentScope scope, UUID id) {
        return incidents
                .findById(id)
                .filter(scope::sees)
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "incident-unknown", id));
    }

    /** @throws OptimisticLockingFailureException if the caller has seen an older version, as when somebody was faster */
    private static void requireVersion(Incident incident, @Nullable Long basedOn) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", incident.version());
        }
        if (basedOn != incident.version()) {
            throw new OptimisticLockingFailureException("version " + basedOn + " is not the present one");
        }
    }

    /** The present state goes out with the refusal, so it is recorded as shown, in a transaction that is kept. */
    private UserProblem stale(IncidentScope scope, UUID id, Locale locale) {
        IncidentView current = inTransaction(() -> shown(scope, id, locale, "conflict"));
        return UserProblem.of(Kind.STALE, "incident-changed", current.version()).with("current", current);
    }

    private IncidentView shown(IncidentScope scope, UUID id, Locale locale, String how) {
        IncidentView view = views.of(scope, find(scope, id), locale);
        disclosure.tell(scope.account(), List.of(view), how);
        return view;
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Only for loading demonstration data: stores without an officer, keeping the records' own times. */
    @Transactional
    public void load(List<SyntheticIncident> synthetic) {
        List<Incident> loaded = new ArrayList<>();
        for (SyntheticIncident entry : synthetic) {
            CheckedDraft checked = entry.checked();
            long communeId = territory
                    .unitAt(UnitLevel.COMMUNE, checked.position(), VietnamTime.dayOf(checked.occurredAt()))
                    .orElseThrow(() -> new IllegalArgumentException("no commune for incident " + entry.id()))
                    .id();
            Incident incident = new Incident(entry.id(), entry.createdBy(), checked.reportedAt());
            incident.describe(checked, communeId, false, checked.reportedAt());
            incident.markSynthetic(entry.syntheticNote());
            loaded.add(incidents.save(incident));
        }
        incidents.flush();
        loaded.forEach(placements::resolve);
    }
}
