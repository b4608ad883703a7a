package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import vn.anttmap.access.Changeset;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.VietnamTime;

/**
 * What is written of single incidents, and what has to hold before. Works in the caller's transaction; the caller has
 * asked for the right to mark and sees to it that what is acknowledged is on disk.
 */
@Component
class IncidentWriter {

    private final IncidentRepository incidents;
    private final IncidentPlacements placements;
    private final DraftCheck draftCheck;
    private final IncidentSubmissions submissions;
    private final Territory territory;
    private final HoldingRegister holder;
    private final CountChanges countChanges;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentWriter(
            IncidentRepository incidents,
            IncidentPlacements placements,
            DraftCheck draftCheck,
            IncidentSubmissions submissions,
            Territory territory,
            HoldingRegister holder,
            CountChanges countChanges,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.placements = placements;
        this.draftCheck = draftCheck;
        this.submissions = submissions;
        this.territory = territory;
        this.holder = holder;
        this.countChanges = countChanges;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param created false where the record was there before, changed or not
     * @param replayedVersion the version that an earlier save with the same key made; null where this is the first
     */
    record Outcome(
            Incident incident, boolean created, @Nullable Long replayedVersion) {

        Outcome(Incident incident, boolean created) {
            this(incident, created, null);
        }
    }

    /**
     * One step on a stored incident.
     *
     * @param reason needed where the record is closed
     * @param needed whether there is anything to do; where not, no version is asked for and nothing is written
     * @param apply changes the incident, as of this instant, inside the transaction
     */
    record Step(
            IncidentWritten.Change change,
            @Nullable String reason,
            Predicate<Incident> needed,
            BiConsumer<Incident, Instant> apply) {}

    /** @throws UserProblem of kind NOT_FOUND also where the account may not see it */
    Incident get(IncidentScope scope, UUID id) {
        return incidents
                .findById(id)
                .filter(scope::sees)
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "incident-unknown", id));
    }

    /** What the record says now; null where the account sees none. */
    @Nullable IncidentDraft present(IncidentScope scope, UUID id) {
        return incidents.findById(id).filter(scope::sees).map(Incident::asDraft).orElse(null);
    }

    /** @throws UserProblem as {@link #storeNew} would */
    void check(IncidentScope scope, IncidentDraft draft) {
        holder.of(scope.account(), draftCheck.check(scope.account(), draft, null));
    }

    /** Stores a new incident; one that is there already stays as it is. */
    void storeNew(IncidentScope scope, UUID id, IncidentDraft draft) {
        territory.refresh();
        if (incidents.existsById(id)) {
            return;
        }
        CheckedDraft checked = draftCheck.check(scope.account(), draft, null);
        create(scope, id, checked, holder.of(scope.account(), checked), null);
    }

    /**
     * Creates or corrects an incident.
     *
     * @param basedOn version the caller has seen, or null
     * @param key the caller's name for this save, or null: a repeat of the key writes nothing
     * @throws OptimisticLockingFailureException if the caller has seen an older version
     */
    Outcome store(IncidentScope scope, UUID id, IncidentDraft draft, @Nullable Long basedOn, @Nullable UUID key) {
        if (key == null) {
            return store(scope, id, draft, basedOn);
        }
        String username = scope.account().username();
        Optional<Long> version = submissions.versionOf(key, id, username);
        if (version.isPresent()) {
            return new Outcome(get(scope, id), false, version.get());
        }
        Outcome outcome = store(scope, id, draft, basedOn);
        submissions.remember(key, id, username, outcome.incident().version());
        return outcome;
    }

    private Outcome store(IncidentScope scope, UUID id, IncidentDraft draft, @Nullable Long basedOn) {
        territory.refresh();
        Optional<Incident> stored = incidents.findById(id);
        if (stored.filter(scope::sees).isPresent()) {
            return correct(scope, stored.get(), draft, basedOn);
        }
        // As for a new mark, up to the point where it would be made: a taken id tells no more than that it is taken.
        CheckedDraft checked = draftCheck.check(scope.account(), draft, null);
        String reason = draftCheck.reason(draft.reason(), null);
        HoldingRegister.Held register = holder.of(scope.account(), checked);
        if (stored.isPresent()) {
            throw UserProblem.of(Kind.FORBIDDEN, "incident-not-yours", id);
        }
        return new Outcome(create(scope, id, checked, register, reason), true);
    }

    private Incident create(
            IncidentScope scope,
            UUID id,
            CheckedDraft checked,
            HoldingRegister.Held register,
            @Nullable String reason) {
        Incident incident = new Incident(id, scope.account().username(), now());
        incident.describe(checked, register.communeId(), register.nearBorder(), now());
        return save(scope, incident, IncidentWritten.Change.CREATED, reason);
    }

    private Outcome correct(IncidentScope scope, Incident incident, IncidentDraft draft, @Nullable Long basedOn) {
        CheckedDraft checked = draftCheck.check(scope.account(), draft, incident);
        if (incident.says(checked)) {
            return new Outcome(incident, false);
        }
        requireNotWithdrawn(incident);
        requireVersion(incident, basedOn);
        incident.requireStepTo(checked.state());
        String reason = draftCheck.reason(draft.reason(), incident);
        HoldingRegister.Held register = holder.of(scope.account(), checked);
        long communeId = placements
                .assignedCommune(incident, VietnamTime.dayOf(checked.occurredAt()))
                .map(Unit::id)
                .orElse(register.communeId());
        countChanges.touch(incident.localDate());
        incident.describe(checked, communeId, register.nearBorder(), now());
        return new Outcome(save(scope, incident, IncidentWritten.Change.CHANGED, reason), false);
    }

    /** @throws OptimisticLockingFailureException if the caller has seen an older version, and the step is needed */
    Incident take(IncidentScope scope, UUID id, @Nullable Long basedOn, Step step) {
        territory.refresh();
        Incident incident = get(scope, id);
        if (step.needed().test(incident)) {
            requireNotWithdrawn(incident);
            requireVersion(incident, basedOn);
            String why = draftCheck.reason(step.reason(), incident);
            step.apply().accept(incident, now());
            write(scope, incident, step.change(), why);
        }
        return incident;
    }

    /**
     * Withdraws an incident; refuses where somebody corrected it since it was stored.
     *
     * @param reason kept in the history
     */
    void withdrawUnchanged(IncidentScope scope, UUID id, String reason) {
        Incident incident = get(scope, id);
        if (incident.withdrawn()) {
            return;
        }
        if (incident.version() != 0) {
            throw UserProblem.of(Kind.CONFLICT, "incident-corrected-since", id);
        }
        incident.withdraw(now());
        write(scope, incident, IncidentWritten.Change.WITHDRAWN, reason);
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
        countChanges.touch(saved.localDate());
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

    private static void requireNotWithdrawn(Incident incident) {
        if (incident.withdrawn()) {
            throw UserProblem.of(Kind.CONFLICT, "incident-withdrawn", incident.getId());
        }
    }

    private static void requireVersion(Incident incident, @Nullable Long basedOn) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", incident.version());
        }
        if (basedOn != incident.version()) {
            throw new OptimisticLockingFailureException("version " + basedOn + " is not the present one");
        }
    }

    /** To the microsecond, as both databases keep it: what was just written reads the same later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
