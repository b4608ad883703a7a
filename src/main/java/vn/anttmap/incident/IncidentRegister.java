package vn.anttmap.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Jurisdictions;
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
    private final Territory territory;
    private final Jurisdictions jurisdictions;
    private final IncidentSettings settings;
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
            Territory territory,
            Jurisdictions jurisdictions,
            IncidentSettings settings,
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
        this.territory = territory;
        this.jurisdictions = jurisdictions;
        this.settings = settings;
        this.durability = durability;
        this.events = events;
        this.disclosure = disclosure;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param created false where the record was there before, changed or not */
    public record Stored(IncidentView incident, boolean created) {}

    private record Outcome(Incident incident, boolean created) {}

    /** A commune's register, and whether the place lies outside the officer's territory. */
    private record Register(long communeId, boolean nearBorder) {}

    /**
     * Creates or corrects an incident. Sending the same again changes nothing; a changed body needs the version it is
     * based on.
     *
     * @param basedOn version the caller has seen, or null
     * @throws UserProblem if a value is wrong, the place is too far outside the territory, or somebody else was faster
     */
    public Stored put(AccountView account, UUID id, IncidentDraft draft, @Nullable Long basedOn, Locale locale) {
        account.require(Right.MARK_INCIDENTS);
        IncidentScope scope = scopes.of(account);
        Outcome outcome;
        try {
            outcome = storeEvenIfSentTwice(scope, id, draft, basedOn);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw stale(scope, id, locale);
        }
        durability.force();
        return new Stored(views.of(scope, outcome.incident(), locale), outcome.created());
    }

    /** Takes a mark back. It stays in the history and counts nowhere. */
    public IncidentView withdraw(AccountView account, UUID id, @Nullable Long basedOn, Locale locale) {
        account.require(Right.MARK_INCIDENTS);
        IncidentScope scope = scopes.of(account);
        Incident withdrawn;
        try {
            withdrawn = inTransaction(() -> {
                Incident incident = find(scope, id);
                if (!incident.withdrawn()) {
                    requireVersion(incident, basedOn);
                    incident.withdraw(clock.instant());
                    incidents.saveAndFlush(incident);
                    tell(scope, incident, IncidentWritten.Change.WITHDRAWN);
                }
                return incident;
            });
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw stale(scope, id, locale);
        }
        durability.force();
        return views.of(scope, withdrawn, locale);
    }

    /** @throws UserProblem of kind NOT_FOUND also where the account may not see it */
    @Transactional
    public IncidentView get(AccountView account, UUID id, Locale locale) {
        IncidentScope scope = scopes.of(account);
        return shown(scope, id, locale, "record");
    }

    private Outcome storeEvenIfSentTwice(IncidentScope scope, UUID id, IncidentDraft draft, @Nullable Long basedOn) {
        try {
            return inTransaction(() -> store(scope, id, draft, basedOn));
        } catch (DataIntegrityViolationException sentTwiceAtOnce) {
            return inTransaction(() -> store(scope, id, draft, basedOn));
        }
    }

    private Outcome store(IncidentScope scope, UUID id, IncidentDraft draft, @Nullable Long basedOn) {
        territory.refresh();
        Optional<Incident> stored = incidents.findById(id);
        if (stored.filter(scope::sees).isEmpty()) {
            // As for a new mark, up to the point where it would be made: a taken id tells no more than that it is
            // taken.
            CheckedDraft checked = draftCheck.check(scope.account(), draft, null);
            Register register = register(scope.account(), checked);
            if (stored.isPresent()) {
                throw UserProblem.of(Kind.FORBIDDEN, "incident-not-yours", id);
            }
            Incident incident = new Incident(id, scope.account().username(), clock.instant());
            incident.describe(checked, register.communeId(), register.nearBorder(), clock.instant());
            return new Outcome(save(scope, incident, IncidentWritten.Change.CREATED), true);
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
        Register register = register(scope.account(), checked);
        incident.describe(checked, register.communeId(), register.nearBorder(), clock.instant());
        return new Outcome(save(scope, incident, IncidentWritten.Change.CHANGED), false);
    }

    private Incident save(IncidentScope scope, Incident incident, IncidentWritten.Change change) {
        Incident saved = incidents.saveAndFlush(incident);
        placements.resolve(saved);
        tell(scope, saved, change);
        return saved;
    }

    private void tell(IncidentScope scope, Incident incident, IncidentWritten.Change change) {
        events.publishEvent(new IncidentWritten(
                scope.account(),
                incident.getId(),
                incident.version(),
                change,
                incident.registerCommuneId(),
                incident.category(),
                null));
    }

    private Register register(AccountView account, CheckedDraft draft) {
        LocalDate day = VietnamTime.dayOf(draft.occurredAt());
        Optional<Unit> commune = territory
                .unitAt(UnitLevel.COMMUNE, draft.position(), day)
                .filter(unit -> jurisdictions.of(account).contains(unit.id()));
        if (commune.isPresent()) {
            return new Register(commune.get().id(), false);
        }
        return territory
                .nearestCommune(account, draft.position(), day, settings.nearBorderMeters())
                .map(unit -> new Register(unit.id(), true))
                .orElseThrow(() -> outside(account, draft, day));
    }

    private UserProblem outside(AccountView account, CheckedDraft draft, LocalDate day) {
        double meters = territory.locate(account, draft.position(), day, 0).distanceOutsideMeters();
        long kilometers = Double.isInfinite(meters) ? -1 : Math.round(meters / 1000);
        return UserProblem.of(
                        Kind.FORBIDDEN,
                        kilometers < 0 ? "incident-far-outside" : "incident-outside",
                        kilometers,
                        Math.round(settings.nearBorderMeters()))
                .at("longitude", draft.position().getX());
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
