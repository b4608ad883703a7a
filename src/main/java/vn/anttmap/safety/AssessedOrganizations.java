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
import java.util.stream.Collectors;
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

    private static final int LONGEST_NAME = 300;
    private static final LocalDate EARLIEST = LocalDate.of(1945, 8, 19);
    private static final Set<CriterionSubject> KINDS =
            Set.of(CriterionSubject.AGENCY, CriterionSubject.ENTERPRISE, CriterionSubject.SCHOOL);
    private static final List<SafetyStatus> STATUSES = List.of(
            SafetyStatus.NOT_REGISTERED, SafetyStatus.REGISTERED, SafetyStatus.RECOGNISED, SafetyStatus.NOT_RECOGNISED);

    private final OrganizationTable table;
    private final YearFrames frames;
    private final AssessmentWindows windows;
    private final Territory territory;
    private final Jurisdictions jurisdictions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssessedOrganizations(
            OrganizationTable table,
            YearFrames frames,
            AssessmentWindows windows,
            Territory territory,
            Jurisdictions jurisdictions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
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

    /** The next step of an organization's year. */
    record StepDraft(
            @Nullable String status,
            @Nullable String decisionNumber,
            @Nullable String note) {}

    /**
     * @param kind agency, enterprise or school
     * @param communeName of the commune as it was when the entry was made
     * @param status key of the status in the year that was asked for; null where no year was
     * @param nextSteps keys of the statuses that the account may record now; empty where no year was asked for
     */
    record View(
            UUID id,
            long version,
            String name,
            String kind,
            long communeId,
            String communeName,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean withdrawn,
            @Nullable String status,
            @Nullable String decisionNumber,
            @Nullable String note,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy,
            List<String> nextSteps) {}

    record Stored(View organization, boolean created) {}

    /** Those of the account's territory that are assessed in a year, by name, with their status. */
    @Transactional(readOnly = true)
    public List<View> list(AccountView account, int year) {
        return list(account, year, null);
    }

    /**
     * Those of a place.
     *
     * @param within a unit from the commune upwards; null for the whole territory of the account
     * @throws UserProblem if the account may not read figures or does not see the unit, or the year is not known
     */
    @Transactional(readOnly = true)
    public List<View> list(AccountView account, int year, @Nullable Long within) {
        account.require(Right.READ_MAP);
        frames.checkYear(year);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        Set<Long> communes = within == null
                ? Set.of()
                : territory
                        .ground(
                                account,
                                within,
                                windows.of(UnitLevel.COMMUNE, year).to())
                        .registerIds();
        Map<UUID, OrganizationTable.Step> last = last(year);
        return table.standing().stream()
                .filter(row -> jurisdiction.contains(row.content().communeUnitId()))
                .filter(row -> within == null || communes.contains(row.content().communeUnitId()))
                .filter(row -> touches(row.content(), year))
                .map(row -> view(account, row, last.get(row.id()), true))
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
        OrganizationTable.Content content = check(account, draft);
        Optional<OrganizationTable.Row> stored = table.findLocked(id);
        if (stored.isEmpty()) {
            table.insert(id, content, account.username(), now());
            return written(account, id, "created", true);
        }
        OrganizationTable.Row row = visible(account, stored, id);
        if (row.content().equals(content)) {
            return new Stored(view(account, row, null, false), false);
        }
        requireVersion(account, row, basedOn);
        table.update(id, content, false, account.username(), now());
        return written(account, id, "changed", false);
    }

    /** Takes an entry made by mistake out of every figure. One that closed gets a validTo instead. */
    @Transactional
    public View withdraw(AccountView account, UUID id, @Nullable Long basedOn) {
        account.require(Right.SUBMIT_ASSESSMENTS);
        OrganizationTable.Row row = visible(account, table.findLocked(id), id);
        requireVersion(account, row, basedOn);
        table.update(id, row.content(), true, account.username(), now());
        return written(account, id, "withdrawn", false).organization();
    }

    /** Records a step of an organization's year: registered by who submits, recognised or not by who decides. */
    @Transactional
    public View record(AccountView account, int year, UUID id, StepDraft draft) {
        frames.checkYear(year);
        SafetyStatus status = status(draft.status());
        OrganizationTable.Row row = visible(account, table.findLocked(id), id);
        OrganizationTable.Step before = last(year).get(id);
        SafetyStatus from = before == null ? SafetyStatus.NOT_REGISTERED : before.status();
        account.require(status.neededRight(from));
        YearRules.checkOrganizationStep(from, status);
        OrganizationTable.Step step = new OrganizationTable.Step(
                id,
                status,
                GivenText.optional("decisionNumber", draft.decisionNumber(), 100),
                GivenText.optional("note", draft.note(), 1_000),
                now(),
                account.username());
        table.addStep(year, step);
        events.publishEvent(new OrganizationStatusRecorded(account, id, year, from.key(), status.key()));
        return view(account, row, step, true);
    }

    private Stored written(AccountView account, UUID id, String change, boolean created) {
        OrganizationTable.Row row = table.findLocked(id).orElseThrow();
        events.publishEvent(new OrganizationWritten(account, id, row.version(), change));
        return new Stored(view(account, row, null, false), created);
    }

    private OrganizationTable.Row visible(AccountView account, Optional<OrganizationTable.Row> stored, UUID id) {
        return stored.filter(row -> !row.withdrawn()
                        && jurisdictions.of(account).contains(row.content().communeUnitId()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "organization-unknown", id));
    }

    private OrganizationTable.Content check(AccountView account, Draft draft) {
        String name = GivenText.required("name", draft.name(), LONGEST_NAME);
        Unit commune = territory.get(account, required("communeId", draft.communeId()));
        if (commune.level() != UnitLevel.COMMUNE) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "organization-commune", commune.fullName())
                    .at("communeId", draft.communeId());
        }
        LocalDate from = required("validFrom", draft.validFrom());
        if (from.isBefore(EARLIEST)) {
            throw UserProblem.of(Kind.INVALID, "register-day-invalid", EARLIEST).at("validFrom", from);
        }
        LocalDate to = draft.validTo();
        if (to != null && !to.isAfter(from)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("validTo", to);
        }
        return new OrganizationTable.Content(name, kind(required("kind", draft.kind())), commune.id(), from, to);
    }

    private static CriterionSubject kind(String key) {
        return KINDS.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "kind",
                                KINDS.stream()
                                        .sorted()
                                        .map(CriterionSubject::key)
                                        .collect(Collectors.joining(", ")))
                        .at("kind", key));
    }

    private static SafetyStatus status(@Nullable String key) {
        String given = required("status", key);
        return STATUSES.stream()
                .filter(status -> status.key().equals(given))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "organization-status",
                                STATUSES.stream().map(SafetyStatus::key).collect(Collectors.joining(", ")))
                        .at("status", given));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }

    private void requireVersion(AccountView account, OrganizationTable.Row row, @Nullable Long basedOn) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", row.version());
        }
        if (basedOn != row.version()) {
            throw UserProblem.of(Kind.STALE, "organization-changed", row.version())
                    .with("current", view(account, row, null, false));
        }
    }

    private Map<UUID, OrganizationTable.Step> last(int year) {
        Map<UUID, OrganizationTable.Step> last = new HashMap<>();
        table.steps(year).forEach(step -> last.put(step.organizationId(), step));
        return last;
    }

    /** Whether it is assessed on any day of the year. */
    private static boolean touches(OrganizationTable.Content content, int year) {
        return !content.validFrom().isAfter(LocalDate.of(year, 12, 31))
                && (content.validTo() == null || content.validTo().isAfter(LocalDate.of(year, 1, 1)));
    }

    private View view(
            AccountView account, OrganizationTable.Row row, OrganizationTable.@Nullable Step last, boolean ofYear) {
        OrganizationTable.Content content = row.content();
        SafetyStatus standing = last == null ? SafetyStatus.NOT_REGISTERED : last.status();
        return new View(
                row.id(),
                row.version(),
                content.name(),
                content.kind().key(),
                content.communeUnitId(),
                territory.find(content.communeUnitId()).map(Unit::fullName).orElse(""),
                content.validFrom(),
                content.validTo(),
                row.withdrawn(),
                last != null || ofYear ? standing.key() : null,
                last == null ? null : last.decisionNumber(),
                last == null ? null : last.note(),
                last == null ? null : last.at(),
                last == null ? null : last.by(),
                ofYear
                        ? STATUSES.stream()
                                .filter(next -> YearRules.mayFollowForOrganization(standing, next)
                                        && account.has(next.neededRight(standing)))
                                .map(SafetyStatus::key)
                                .toList()
                        : List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
