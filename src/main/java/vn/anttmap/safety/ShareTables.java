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
    private final CriterionStates criteria;
    private final OrganizationTable organizations;

    ShareTables(
            Territory territory,
            YearFrames frames,
            AssessmentWindows windows,
            AssessmentRecords records,
            CriterionStates criteria,
            OrganizationTable organizations) {
        this.territory = territory;
        this.frames = frames;
        this.windows = windows;
        this.records = records;
        this.criteria = criteria;
        this.organizations = organizations;
    }

    /**
     * @param boundaryDay the last day of the communes' window, whose communes these are
     * @param allKinds whether agencies, enterprises and schools count in the share, as since Thông tư 124/2021; residential
     *     areas alone do otherwise
     */
    record Table(int year, LocalDate boundaryDay, boolean allKinds, List<CommuneShare> communes) {}

    /** @param shares thresholds with what is needed of them */
    record CommuneShare(
            long id, String fullName, @Nullable String parentName, List<KindTally> kinds, List<Share> shares) {}

    /** @param kind residential-area, agency, enterprise or school */
    record KindTally(String kind, int all, int registered, int recognised) {}

    /**
     * @param within a unit of any level from the commune upwards; null for the whole territory of the account
     * @throws vn.anttmap.problem.UserProblem if the account may not read figures or does not see the unit, or the year is
     *     not known
     */
    @Transactional(readOnly = true)
    public Table of(AccountView account, int year, @Nullable Long within) {
        account.require(Right.READ_MAP);
        frames.checkYear(year);
        AssessmentWindows.Window window = windows.of(UnitLevel.COMMUNE, year);
        LocalDate day = window.to();
        boolean allKinds = allKinds(window.criteriaSet());
        Ground ground = within == null ? null : territory.ground(account, within, day);
        List<Unit> communes = territory.listOn(account, UnitLevel.COMMUNE, day).stream()
                .filter(unit -> ground == null || ground.contains(unit.id()))
                .toList();
        Map<Long, Map<CriterionSubject, List<SafetyStatus>>> statuses = new HashMap<>();
        communes.forEach(commune -> statuses.put(commune.id(), noneOfAnyKind()));
        addAreas(account, year, day, statuses);
        addOrganizations(account, year, day, communes, statuses);
        return new Table(
                year,
                day,
                allKinds,
                communes.stream()
                        .map(commune -> share(commune, statuses.getOrDefault(commune.id(), Map.of()), allKinds))
                        .toList());
    }

    private boolean allKinds(String criteriaSet) {
        return CriterionStates.holding(criteria.all(criteriaSet, CriterionSubject.COMMUNE), null, null).stream()
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
            int year,
            LocalDate day,
            Map<Long, Map<CriterionSubject, List<SafetyStatus>>> statuses) {
        Map<Long, SafetyAssessment> byUnit = records.byUnit(year);
        for (Unit area : territory.listOn(account, UnitLevel.RESIDENTIAL_AREA, day)) {
            territory
                    .ancestor(area, UnitLevel.COMMUNE)
                    .map(commune -> statuses.get(commune.id()))
                    .ifPresent(own -> add(
                            own,
                            CriterionSubject.RESIDENTIAL_AREA,
                            records.of(area, byUnit)
                                    .map(SafetyAssessment::status)
                                    .orElse(SafetyStatus.NOT_REGISTERED)));
        }
    }

    /** An entry made for an earlier state of a commune counts for what that became. */
    private void addOrganizations(
            AccountView account,
            int year,
            LocalDate day,
            List<Unit> communes,
            Map<Long, Map<CriterionSubject, List<SafetyStatus>>> statuses) {
        Map<UUID, SafetyStatus> last = new HashMap<>();
        organizations.steps(year).forEach(step -> last.put(step.organizationId(), step.status()));
        Map<Long, List<Long>> communesOfRegister = new HashMap<>();
        for (Unit commune : communes) {
            territory
                    .ground(account, commune.id(), day)
                    .registerIds()
                    .forEach(register -> communesOfRegister
                            .computeIfAbsent(register, id -> new ArrayList<>())
                            .add(commune.id()));
        }
        for (OrganizationTable.Row row : organizations.standing()) {
            if (row.content().holdsOn(day)) {
                communesOfRegister
                        .getOrDefault(row.content().communeUnitId(), List.of())
                        .forEach(commune -> add(
                                statuses.getOrDefault(commune, noneOfAnyKind()),
                                row.content().kind(),
                                last.getOrDefault(row.id(), SafetyStatus.NOT_REGISTERED)));
            }
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
