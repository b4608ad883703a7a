package vn.anttmap.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** The statuses of several years beside each other. */
@Service
public class StatusYears {

    private static final int MOST_YEARS = 20;

    private final YearHistories histories;
    private final AssessmentRecords records;
    private final EarlierAreas earlierAreas;
    private final YearFrames frames;
    private final Territory territory;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    StatusYears(
            YearHistories histories,
            AssessmentRecords records,
            EarlierAreas earlierAreas,
            YearFrames frames,
            Territory territory,
            Jurisdictions jurisdictions,
            Clock clock) {
        this.histories = histories;
        this.records = records;
        this.earlierAreas = earlierAreas;
        this.jurisdictions = jurisdictions;
        this.frames = frames;
        this.territory = territory;
        this.clock = clock;
    }

    /** @param boundaryDay the day whose areas are listed @param asOf as {@link #of} was asked */
    public record Table(LocalDate boundaryDay, @Nullable LocalDate asOf, int from, int to, List<AreaStatuses> areas) {}

    /**
     * One area over the years.
     *
     * @param statuses by year, oldest first; a year without any record is left out
     * @param earlier for years without a record of its own: what was recorded for the areas that it came from
     * @param streak how many years in a row, up to the last that was decided, it was recognised
     */
    public record AreaStatuses(
            long id,
            String fullName,
            @Nullable String parentName,
            String level,
            SortedMap<Integer, String> statuses,
            SortedMap<Integer, List<EarlierStatus>> earlier,
            int streak) {}

    /** An area that another was merged with or divided from. */
    public record EarlierStatus(long id, String fullName, String status) {}

    /**
     * Residential areas and communes of the account's territory, each with what was recorded for it or for an earlier or
     * later state of the same ground.
     *
     * @param within a unit of any level; null for the whole territory
     * @param boundaryDay null for today
     * @param asOf as it was recorded by the end of this day in Vietnam; null for now
     * @throws UserProblem if the years run backwards or are too many, or the account does not see the unit
     */
    @Transactional(readOnly = true)
    public Table of(
            AccountView account,
            int from,
            int to,
            @Nullable Long within,
            @Nullable LocalDate boundaryDay,
            @Nullable LocalDate asOf) {
        account.require(Right.READ_MAP);
        frames.checkYear(from);
        frames.checkYear(to);
        frames.checkAsOf(asOf);
        if (from > to || to - from >= MOST_YEARS) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "from", to - MOST_YEARS + 1, to)
                    .at("from", from);
        }
        LocalDate day = boundaryDay == null ? VietnamTime.today(clock) : boundaryDay;
        Ground ground = within == null ? null : territory.ground(account, within, day);
        SortedMap<Integer, Map<Long, SafetyStatus>> byYear = histories.statuses(from, to, asOf);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        List<AreaStatuses> areas = new ArrayList<>();
        for (UnitLevel level : List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE)) {
            for (Unit unit : territory.listOn(account, level, day)) {
                if (ground == null || ground.contains(unit.id())) {
                    areas.add(statuses(unit, byYear, jurisdiction));
                }
            }
        }
        return new Table(day, asOf, from, to, areas);
    }

    private AreaStatuses statuses(
            Unit unit, SortedMap<Integer, Map<Long, SafetyStatus>> byYear, Jurisdiction jurisdiction) {
        SortedMap<Integer, SafetyStatus> found = new TreeMap<>();
        SortedMap<Integer, List<EarlierStatus>> earlier = new TreeMap<>();
        byYear.forEach((year, recorded) -> records.of(unit, recorded)
                .ifPresentOrElse(status -> found.put(year, status), () -> {
                    List<EarlierStatus> before = earlierAreas.of(unit, recorded, jurisdiction);
                    if (!before.isEmpty()) {
                        earlier.put(year, before);
                    }
                }));
        SortedMap<Integer, String> keys = new TreeMap<>();
        found.forEach((year, status) -> keys.put(year, status.key()));
        return new AreaStatuses(
                unit.id(),
                unit.fullName(),
                territory.parentName(unit),
                unit.level().key(),
                keys,
                earlier,
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
