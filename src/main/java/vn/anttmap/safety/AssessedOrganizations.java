package vn.anttmap.safety;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Agencies, enterprises and schools of a commune, and how far each is in a year. Nothing is deleted. */
@Service
class AssessedOrganizations {

    private final OrganizationTable table;
    private final OrganizationCheck check;
    private final YearFrames frames;
    private final AssessmentWindows windows;
    private final Territory territory;
    private final Jurisdictions jurisdictions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssessedOrganizations(
            OrganizationTable table,
            OrganizationCheck check,
            YearFrames frames,
            AssessmentWindows windows,
            Territory territory,
            Jurisdictions jurisdictions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.check = check;
        this.frames = frames;
        this.windows = windows;
        this.territory = territory;
        this.jurisdictions = jurisdictions;
        this.events = events;
        this.clock = clock;
    }

    /** What an organization is to be; only validTo may be missing. */
    record Draft(
            @Nullable String name,
            @Nullable String kind,
            @Nullable Long communeId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** The next step of an organization's year, or facts for the one that stands. */
    record StepDraft(
            @Nullable String status,
            @Nullable String decisionNumber,
            @Nullable String note) {}

    record Stored(OrganizationView organization, boolean created) {}

    /** Those of the account's territory that are assessed in a year, by name, with their status. */
    @Transactional(readOnly = true)
    public List<OrganizationView> list(AccountView account, int year) {
        return list(account, year, null, null);
    }

    /**
     * Those of a place.
     *
     * @param within a unit from the commune upwards; null for the whole territory of the account
     * @param asOf as it was recorded by the end of this day in Vietnam, without next steps; null for now
     * @throws UserProblem if the account may not read figures or does not see the unit, the year is not known, or the day has
     *     not begun
     */
    @Transactional(readOnly = true)
    public List<OrganizationView> list(AccountView account, int year, @Nullable Long within, @Nullable LocalDate asOf) {
        account.require(Right.READ_MAP);
        frames.checkYear(year);
        frames.checkAsOf(asOf);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        Set<Long> communes = within == null
                ? Set.of()
                : territory
                        .ground(
                                account,
                                within,
                                windows.of(UnitLevel.COMMUNE, year, asOf).to())
                        .registerIds();
        Map<UUID, OrganizationTable.Step> last = last(year, asOf);
        return table.standing(asOf).stream()
                .filter(row -> jurisdiction.contains(row.content().communeUnitId()))
                .filter(row -> within == null || communes.contains(row.content().communeUnitId()))
                .filter(row -> touches(row.content(), year))
                .map(row -> asOf == null
                        ? ofYear(account, row, last.get(row.id()))
                        : of(row, statusOf(last.get(row.id())), last.get(row.id()), List.of(), false))
                .toList();
    }

    /**
     * Adds an organization or changes one.
     *
     * @param id made by the caller, so that an entry sent twice is one
     * @param basedOn version that the caller has seen; needed for a change
     */
    @Transactional
    public Stored put(AccountView account, UUID id, Draft draft, @Nullable Long basedOn) {
        account.require(Right.SUBMIT_ASSESSMENTS);
        OrganizationTable.Content content = check.content(account, draft);
        Optional<OrganizationTable.Row> stored = table.findLocked(id);
        if (stored.isEmpty()) {
            table.insert(id, content, account.username(), now());
            return written(account, id, "created", true);
        }
        OrganizationTable.Row row = visible(account, stored, id);
        if (row.content().equals(content)) {
            return new Stored(withoutYear(row), false);
        }
        requireVersion(account, row, basedOn);
        table.update(id, content, false, account.username(), now());
        return written(account, id, "changed", false);
    }

    /** Takes an entry made by mistake out of every figure. One that closed gets a validTo instead. */
    @Transactional
    public OrganizationView withdraw(AccountView account, UUID id, @Nullable Long basedOn) {
        account.require(Right.SUBMIT_ASSESSMENTS);
        OrganizationTable.Row row = visible(account, table.findLocked(id), id);
        requireVersion(account, row, basedOn);
        table.update(id, row.content(), true, account.username(), now());
        return written(account, id, "withdrawn", false).organization();
    }

    /** Records a step of an organization's year: registered by who submits, recognised or not by who decides. */
    @Transactional
    public OrganizationView record(AccountView account, int year, UUID id, StepDraft draft) {
        frames.checkYear(year);
        SafetyStatus status = check.status(draft.status());
        OrganizationTable.Row row = visible(account, table.findLocked(id), id);
        OrganizationTable.Step before = last(year, null).get(id);
        SafetyStatus from = statusOf(before);
        account.require(status.neededRight(from));
        String decisionNumber = GivenText.optional("decisionNumber", draft.decisionNumber(), 100);
        String note = GivenText.optional("note", draft.note(), 1_000);
        boolean supplement = before != null && from == status;
        YearRules.checkOrganizationStep(from, status, decisionNumber != null || note != null);
        // What is not said anew goes on to hold.
        OrganizationTable.Step step = new OrganizationTable.Step(
                id,
                status,
                supplement && decisionNumber == null ? before.decisionNumber() : decisionNumber,
                supplement && note == null ? before.note() : note,
                now(),
                account.username());
        table.addStep(year, step);
        events.publishEvent(new OrganizationStatusRecorded(account, id, year, from.key(), status.key()));
        return ofYear(account, row, step);
    }

    private Stored written(AccountView account, UUID id, String change, boolean created) {
        OrganizationTable.Row row = table.findLocked(id).orElseThrow();
        events.publishEvent(new OrganizationWritten(account, id, row.version(), change));
        return new Stored(withoutYear(row), created);
    }

    private OrganizationTable.Row visible(AccountView account, Optional<OrganizationTable.Row> stored, UUID id) {
        return stored.filter(row -> !row.withdrawn()
                        && jurisdictions.of(account).contains(row.content().communeUnitId()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "organization-unknown", id));
    }

    private void requireVersion(AccountView account, OrganizationTable.Row row, @Nullable Long basedOn) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", row.version());
        }
        if (basedOn != row.version()) {
            throw UserProblem.of(Kind.STALE, "organization-changed", row.version())
                    .with("current", withoutYear(row));
        }
    }

    private Map<UUID, OrganizationTable.Step> last(int year, @Nullable LocalDate asOf) {
        Map<UUID, OrganizationTable.Step> last = new HashMap<>();
        table.steps(year, asOf).forEach(step -> last.put(step.organizationId(), step));
        return last;
    }

    private static SafetyStatus statusOf(OrganizationTable.@Nullable Step last) {
        return last == null ? SafetyStatus.NOT_REGISTERED : last.status();
    }

    /** Whether it is assessed on any day of the year. */
    private static boolean touches(OrganizationTable.Content content, int year) {
        return !content.validFrom().isAfter(LocalDate.of(year, 12, 31))
                && (content.validTo() == null || content.validTo().isAfter(LocalDate.of(year, 1, 1)));
    }

    private OrganizationView withoutYear(OrganizationTable.Row row) {
        return of(row, null, null, List.of(), false);
    }

    private OrganizationView ofYear(
            AccountView account, OrganizationTable.Row row, OrganizationTable.@Nullable Step last) {
        SafetyStatus standing = statusOf(last);
        List<String> nextSteps = OrganizationCheck.STATUSES.stream()
                .filter(next ->
                        YearRules.mayFollowForOrganization(standing, next) && account.has(next.neededRight(standing)))
                .map(SafetyStatus::key)
                .toList();
        return of(
                row,
                standing,
                last,
                nextSteps,
                standing != SafetyStatus.NOT_REGISTERED && account.has(standing.neededRight(standing)));
    }

    private OrganizationView of(
            OrganizationTable.Row row,
            @Nullable SafetyStatus status,
            OrganizationTable.@Nullable Step last,
            List<String> nextSteps,
            boolean maySupplement) {
        OrganizationTable.Content content = row.content();
        return new OrganizationView(
                row.id(),
                row.version(),
                content.name(),
                content.kind().key(),
                content.communeUnitId(),
                territory.find(content.communeUnitId()).map(Unit::fullName).orElse(""),
                content.validFrom(),
                content.validTo(),
                row.withdrawn(),
                status == null ? null : status.key(),
                last == null ? null : last.decisionNumber(),
                last == null ? null : last.note(),
                last == null ? null : last.at(),
                last == null ? null : last.by(),
                nextSteps,
                maySupplement);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
