package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * How far the communes of a place are with what their own title asks of them: the counts of {@link CommuneShares}, for all
 * of them at once.
 */
@Service
class ShareTables {

    private static final String ALL_KINDS = "registered-and-recognised-share";
    private static final List<CriterionSubject> ORGANIZATIONS =
            List.of(CriterionSubject.AGENCY, CriterionSubject.ENTERPRISE, CriterionSubject.SCHOOL);

    private final Territory territory;
    private final YearFrames frames;
    private final AssessmentWindows windows;
    private final AssessmentRecords records;
    private final RecordedStatuses recorded;
    private final CriterionStates criteria;
    private final OrganizationTable organizations;

    ShareTables(
            Territory territory,
            YearFrames frames,
            AssessmentWindows windows,
            AssessmentRecords records,
            RecordedStatuses recorded,
            CriterionStates criteria,
            OrganizationTable organizations) {
        this.territory = territory;
        this.frames = frames;
        this.windows = windows;
        this.records = records;
        this.recorded = recorded;
        this.criteria = criteria;
        this.organizations = organizations;
    }

    /**
     * @param boundaryDay the last day of the communes' window, whose communes these are
     * @param allKinds whether agencies, enterprises and schools count in the share, as since Thông tư 124/2021; residential
     *     areas alone do otherwise
     */
    record Table(
            int year, LocalDate boundaryDay, @Nullable LocalDate asOf, boolean allKinds, List<CommuneShare> communes) {}

    /** @param shares thresholds with what is needed of them */
    record CommuneShare(
            long id, String fullName, @Nullable String parentName, List<KindTally> kinds, List<Share> shares) {}

    /** @param kind residential-area, agency, enterprise or school */
    record KindTally(String kind, int all, int registered, int recognised) {}

    /**
     * @param within a unit of any level from the commune upwards; null for the whole territory of the account
     * @param asOf as it was recorded by the end of this day in Vietnam; null for now
     * @throws vn.anttmap.problem.UserProblem if the account may not read figures or does not see the unit, the year is not
     *     known, or the day has not begun
     */
    @Transactional(readOnly = true)
    public Table of(AccountView account, int year, @Nullable Long within, @Nullable LocalDate asOf) {
        account.require(Right.READ_MAP);
        frames.checkYear(year);
        frames.checkAsOf(asOf);
        AssessmentWindows.Window window = windows.of(UnitLevel.COMMUNE, year, asOf);
        LocalDate day = window.to();
        boolean allKinds = allKinds(window.criteriaSet(), asOf);
        Ground ground = within == null ? null : territory.ground(account, within, day);
        List<Unit> communes = territory.listOn(account, UnitLevel.COMMUNE, day).stream()
                .filter(unit -> ground == null || ground.contains(unit.id()))
                .toList();
        Map<Long, Map<CriterionSubject, List<SafetyStatus>>> statuses = new HashMap<>();
        communes.forEach(commune -> statuses.put(commune.id(), noneOfAnyKind()));
        addAreas(account, recorded.byUnit(year, asOf), day, statuses);
        addOrganizations(account, organizationsOf(year, day, asOf), day, communes, statuses);
        return new Table(
                year,
                day,
                asOf,
                allKinds,
                communes.stream()
                        .map(commune -> share(commune, statuses.getOrDefault(commune.id(), Map.of()), allKinds))
                        .toList());
    }

    private boolean allKinds(String criteriaSet, @Nullable LocalDate asOf) {
        return CriterionStates.holding(
                        criteria.all(criteriaSet, CriterionSubject.COMMUNE),
                        null,
                        asOf == null ? null : YearHistory.endOf(asOf))
                .stream()
                .anyMatch(criterion -> ALL_KINDS.equals(criterion.figure()));
    }

    private static Map<CriterionSubject, List<SafetyStatus>> noneOfAnyKind() {
        Map<CriterionSubject, List<SafetyStatus>> none = new EnumMap<>(CriterionSubject.class);
        none.put(CriterionSubject.RESIDENTIAL_AREA, new ArrayList<>());
        ORGANIZATIONS.forEach(kind -> none.put(kind, new ArrayList<>()));
        return none;
    }

    private void addAreas(
            AccountView account,
            Map<Long, RecordedStatus> byUnit,
            LocalDate day,
            Map<Long, Map<CriterionSubject, List<SafetyStatus>>> statuses) {
        for (Unit area : territory.listOn(account, UnitLevel.RESIDENTIAL_AREA, day)) {
            territory
                    .ancestor(area, UnitLevel.COMMUNE)
                    .map(commune -> statuses.get(commune.id()))
                    .ifPresent(own -> add(
                            own,
                            CriterionSubject.RESIDENTIAL_AREA,
                            records.of(area, byUnit).map(RecordedStatus::status).orElse(SafetyStatus.NOT_REGISTERED)));
        }
    }

    private record OrganizationStatus(OrganizationTable.Content content, SafetyStatus status) {}

    private List<OrganizationStatus> organizationsOf(int year, LocalDate day, @Nullable LocalDate asOf) {
        Map<UUID, SafetyStatus> last = new HashMap<>();
        organizations.steps(year, asOf).forEach(step -> last.put(step.organizationId(), step.status()));
        return organizations.standing(asOf).stream()
                .filter(row -> row.content().holdsOn(day))
                .map(row ->
                        new OrganizationStatus(row.content(), last.getOrDefault(row.id(), SafetyStatus.NOT_REGISTERED)))
                .toList();
    }

    /** An entry made for an earlier state of a commune counts for what that became. */
    private void addOrganizations(
            AccountView account,
            List<OrganizationStatus> standing,
            LocalDate day,
            List<Unit> communes,
            Map<Long, Map<CriterionSubject, List<SafetyStatus>>> statuses) {
        Map<Long, List<Long>> communesOfRegister = new HashMap<>();
        for (Unit commune : communes) {
            territory
                    .ground(account, commune.id(), day)
                    .registerIds()
                    .forEach(register -> communesOfRegister
                            .computeIfAbsent(register, id -> new ArrayList<>())
                            .add(commune.id()));
        }
        for (OrganizationStatus each : standing) {
            communesOfRegister
                    .getOrDefault(each.content().communeUnitId(), List.of())
                    .forEach(commune -> add(
                            statuses.getOrDefault(commune, noneOfAnyKind()),
                            each.content().kind(),
                            each.status()));
        }
    }

    private static void add(
            Map<CriterionSubject, List<SafetyStatus>> statuses, CriterionSubject kind, SafetyStatus status) {
        statuses.computeIfAbsent(kind, none -> new ArrayList<>()).add(status);
    }

    private CommuneShare share(Unit commune, Map<CriterionSubject, List<SafetyStatus>> statuses, boolean allKinds) {
        Map<CriterionSubject, Tally> tallies = new LinkedHashMap<>();
        statuses.forEach((kind, own) -> tallies.put(kind, Tally.of(own)));
        List<Tally> counted = allKinds
                ? List.copyOf(tallies.values())
                : List.of(tallies.getOrDefault(CriterionSubject.RESIDENTIAL_AREA, Tally.of(List.of())));
        int all = counted.stream().mapToInt(Tally::all).sum();
        List<Share> shares = new ArrayList<>();
        if (allKinds) {
            shares.add(Share.all(
                    "registered", counted.stream().mapToInt(Tally::registered).sum(), all));
        }
        shares.add(Share.seventyPercent(
                "recognised", counted.stream().mapToInt(Tally::recognised).sum(), all));
        return new CommuneShare(
                commune.id(),
                commune.fullName(),
                territory.parentName(commune),
                tallies.entrySet().stream()
                        .map(entry -> new KindTally(
                                entry.getKey().key(),
                                entry.getValue().all(),
                                entry.getValue().registered(),
                                entry.getValue().recognised()))
                        .toList(),
                shares);
    }
}
