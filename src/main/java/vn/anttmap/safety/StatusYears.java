package vn.anttmap.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** The statuses of several years beside each other. */
@Service
public class StatusYears {

    private static final int MOST_YEARS = 20;

    private final SafetyAssessmentRepository assessments;
    private final AssessmentRecords records;
    private final SafetyAssessments years;
    private final Territory territory;
    private final Clock clock;

    StatusYears(
            SafetyAssessmentRepository assessments,
            AssessmentRecords records,
            SafetyAssessments years,
            Territory territory,
            Clock clock) {
        this.assessments = assessments;
        this.records = records;
        this.years = years;
        this.territory = territory;
        this.clock = clock;
    }

    /** @param boundaryDay the day whose areas are listed */
    public record Table(LocalDate boundaryDay, int from, int to, List<AreaStatuses> areas) {}

    /**
     * One area over the years.
     *
     * @param statuses by year, oldest first; a year without any record is left out
     * @param streak how many years in a row, up to the last that was decided, it was recognised
     */
    public record AreaStatuses(
            long id,
            String fullName,
            @Nullable String parentName,
            String level,
            SortedMap<Integer, String> statuses,
            int streak) {}

    /**
     * Residential areas and communes of the account's territory, each with what was recorded for it or for an earlier or
     * later state of the same ground.
     *
     * @param within a unit of any level; null for the whole territory
     * @param boundaryDay null for today
     * @throws UserProblem if the years run backwards or are too many, or the account does not see the unit
     */
    @Transactional(readOnly = true)
    public Table of(AccountView account, int from, int to, @Nullable Long within, @Nullable LocalDate boundaryDay) {
        account.require(Right.READ_MAP);
        years.checkYear(from);
        years.checkYear(to);
        if (from > to || to - from >= MOST_YEARS) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "from", to - MOST_YEARS + 1, to)
                    .at("from", from);
        }
        LocalDate day = boundaryDay == null ? VietnamTime.today(clock) : boundaryDay;
        Ground ground = within == null ? null : territory.ground(account, within, day);
        SortedMap<Integer, Map<Long, SafetyAssessment>> byYear = new TreeMap<>();
        assessments
                .findByAssessmentYearBetween(from, to)
                .forEach(record -> byYear.computeIfAbsent(record.assessmentYear(), year -> new HashMap<>())
                        .put(record.unitId(), record));
        List<AreaStatuses> areas = new ArrayList<>();
        for (UnitLevel level : List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE)) {
            for (Unit unit : territory.listOn(account, level, day)) {
                if (ground == null || ground.contains(unit.id())) {
                    areas.add(statuses(unit, byYear));
                }
            }
        }
        return new Table(day, from, to, areas);
    }

    private AreaStatuses statuses(Unit unit, SortedMap<Integer, Map<Long, SafetyAssessment>> byYear) {
        SortedMap<Integer, SafetyStatus> found = new TreeMap<>();
        byYear.forEach((year, recorded) ->
                records.of(unit, recorded).ifPresent(assessment -> found.put(year, assessment.status())));
        SortedMap<Integer, String> keys = new TreeMap<>();
        found.forEach((year, status) -> keys.put(year, status.key()));
        return new AreaStatuses(
                unit.id(),
                unit.fullName(),
                territory.parentName(unit),
                unit.level().key(),
                keys,
                streak(found));
    }

    /**
     * Recognised years in a row up to the last that was decided. A year that is not decided yet does not end it; a year
     * without record or "không xét" before that does.
     */
    static int streak(SortedMap<Integer, SafetyStatus> statuses) {
        int year = statuses.entrySet().stream()
                .filter(entry -> entry.getValue().decided())
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
        int streak = 0;
        while (statuses.get(year - streak) == SafetyStatus.RECOGNISED) {
            streak++;
        }
        return streak;
    }
}
