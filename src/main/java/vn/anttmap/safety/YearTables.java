package vn.anttmap.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** Puts the year of a whole place together. The number of statements does not grow with the areas, except by thousands. */
@Service
public class YearTables {

    private static final int YEARS_LOOKED_BACK = 19;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Territory territory;
    private final YearFrames frames;
    private final AssessmentWindows windows;
    private final AssessmentDeadlines deadlines;
    private final AssessmentRecords records;
    private final CriterionStates criteria;
    private final YearHistories histories;
    private final MissingItems missingItems;
    private final MessageSource messages;
    private final Clock clock;

    YearTables(
            Territory territory,
            YearFrames frames,
            AssessmentWindows windows,
            AssessmentDeadlines deadlines,
            AssessmentRecords records,
            CriterionStates criteria,
            YearHistories histories,
            MissingItems missingItems,
            MessageSource messages,
            Clock clock) {
        this.territory = territory;
        this.frames = frames;
        this.windows = windows;
        this.deadlines = deadlines;
        this.records = records;
        this.criteria = criteria;
        this.histories = histories;
        this.missingItems = missingItems;
        this.messages = messages;
        this.clock = clock;
    }

    /** What all areas of one level share. @param states every state of every criterion of the set */
    private record LevelRules(
            AssessmentWindows.Window window,
            AssessmentDeadlines.Calendar calendar,
            List<CriterionStates.State> states,
            Map<String, List<CriterionStates.State>> holding) {}

    /** What one area is described from. */
    private record Known(
            Map<Long, SafetyAssessment> assessments,
            Map<Long, YearHistory> histories,
            Map<Long, Integer> documents,
            Map<Long, Integer> streaks) {}

    /**
     * @param within a unit of any level; null for the whole territory of the account
     * @param boundaryDay the day whose areas are listed; null for the last day of the residential areas' window
     * @param asOf everything as it was recorded by the end of this day in Vietnam; null for now
     * @throws vn.anttmap.problem.UserProblem if the account may not read figures or does not see the unit, the year is not
     *     known, or the day has not begun
     */
    @Transactional(readOnly = true)
    public YearTable of(
            AccountView account,
            int year,
            @Nullable Long within,
            @Nullable LocalDate boundaryDay,
            @Nullable LocalDate asOf,
            Locale locale) {
        account.require(Right.READ_MAP);
        frames.checkYear(year);
        frames.checkAsOf(asOf);
        LevelRules areaRules = rules(UnitLevel.RESIDENTIAL_AREA, year, asOf);
        LevelRules communeRules = rules(UnitLevel.COMMUNE, year, asOf);
        LocalDate day = boundaryDay == null ? areaRules.window().to() : boundaryDay;
        Ground ground = within == null ? null : territory.ground(account, within, day);
        List<Unit> areas = units(account, UnitLevel.RESIDENTIAL_AREA, day, ground);
        List<Unit> communes = units(account, UnitLevel.COMMUNE, day, ground);
        Map<Long, SafetyAssessment> byUnit = records.byUnit(year);
        Map<Long, SafetyAssessment> found = new HashMap<>();
        for (List<Unit> level : List.of(areas, communes)) {
            level.forEach(unit -> records.of(unit, byUnit).ifPresent(own -> found.put(unit.id(), own)));
        }
        List<Long> ids = found.values().stream().map(SafetyAssessment::id).toList();
        Known known = new Known(
                found, histories.of(ids), histories.documents(ids, asOf), streaks(year, asOf, areas, communes));
        List<YearTable.Row> rows = new ArrayList<>();
        areas.forEach(unit -> rows.add(row(unit, areaRules, known, asOf, locale)));
        communes.forEach(unit -> rows.add(row(unit, communeRules, known, asOf, locale)));
        return new YearTable(
                year,
                ground == null ? null : ground.unit().fullName(),
                day,
                asOf,
                new SafetyYear.Windows(window(areaRules), window(communeRules)),
                rows);
    }

    private LevelRules rules(UnitLevel level, int year, @Nullable LocalDate asOf) {
        AssessmentWindows.Window window = windows.of(level, year, asOf);
        CriterionSubject subject =
                level == UnitLevel.COMMUNE ? CriterionSubject.COMMUNE : CriterionSubject.RESIDENTIAL_AREA;
        return new LevelRules(
                window,
                deadlines.calendar(year, window, asOf),
                criteria.all(window.criteriaSet(), subject),
                new HashMap<>());
    }

    private static SafetyYear.Window window(LevelRules rules) {
        AssessmentWindows.Window window = rules.window();
        return new SafetyYear.Window(window.from(), window.to(), window.verified());
    }

    /** Those of one commune beside each other. */
    private List<Unit> units(AccountView account, UnitLevel level, LocalDate day, @Nullable Ground ground) {
        return territory.listOn(account, level, day).stream()
                .filter(unit -> ground == null || ground.contains(unit.id()))
                .sorted(Comparator.comparing(
                        unit -> Objects.requireNonNullElse(territory.parentName(unit), ""), VietnameseText.collator()))
                .toList();
    }

    private Map<Long, Integer> streaks(int year, @Nullable LocalDate asOf, List<Unit> areas, List<Unit> communes) {
        SortedMap<Integer, Map<Long, SafetyStatus>> byYear = histories.statuses(year - YEARS_LOOKED_BACK, year, asOf);
        Map<Long, Integer> streaks = new HashMap<>();
        for (List<Unit> level : List.of(areas, communes)) {
            for (Unit unit : level) {
                SortedMap<Integer, SafetyStatus> own = new TreeMap<>();
                byYear.forEach((of, recorded) -> records.of(unit, recorded).ifPresent(status -> own.put(of, status)));
                streaks.put(unit.id(), StatusYears.streak(own));
            }
        }
        return streaks;
    }

    private YearTable.Row row(Unit unit, LevelRules rules, Known known, @Nullable LocalDate asOf, Locale locale) {
        SafetyAssessment assessment = known.assessments().get(unit.id());
        YearHistory all = assessment == null
                ? YearHistory.NONE
                : known.histories().getOrDefault(assessment.id(), YearHistory.NONE);
        YearHistory history = asOf == null ? all : all.asOf(asOf);
        SafetyStatus status = history.status();
        return new YearTable.Row(
                unit.id(),
                unit.name(),
                unit.fullName(),
                unit.level().key(),
                unit.kind().label(locale),
                territory.parentName(unit),
                status.key(),
                history.synthetic(),
                history.householdsTotal(),
                history.householdsRegistered(),
                papers(history, status),
                assessment == null ? 0 : known.documents().getOrDefault(assessment.id(), 0),
                missingItems.of(unit.level(), history, holding(unit, rules, asOf), locale),
                late(rules, status, asOf == null ? VietnamTime.today(clock) : asOf, locale),
                known.streaks().get(unit.id()));
    }

    private static YearTable.Papers papers(YearHistory history, SafetyStatus status) {
        return new YearTable.Papers(
                history.latest(SafetyStatus.REGISTERED, StepFacts::resolutionNumber),
                history.latest(SafetyStatus.SELF_ASSESSED, StepFacts::meetingDate),
                history.latest(SafetyStatus.UNDER_REVIEW, StepFacts::submittedOn),
                history.latest(status, StepFacts::decisionNumber),
                history.latest(status, StepFacts::decisionDate),
                history.latest(status, StepFacts::certificateNumber));
    }

    /** The criteria of a province are the same for all its areas. */
    private List<CriterionStates.State> holding(Unit unit, LevelRules rules, @Nullable LocalDate asOf) {
        String province =
                territory.ancestor(unit, UnitLevel.PROVINCE).map(Unit::code).orElse(null);
        return rules.holding()
                .computeIfAbsent(
                        province == null ? "" : province,
                        key -> CriterionStates.holding(
                                rules.states(), province, asOf == null ? null : YearHistory.endOf(asOf)));
    }

    private YearTable.@Nullable Late late(LevelRules rules, SafetyStatus status, LocalDate on, Locale locale) {
        return rules.calendar().of(status, on).stream()
                .filter(AssessmentDeadlines.Deadline::late)
                .findFirst()
                .map(deadline -> new YearTable.Late(
                        deadline.status(),
                        deadline.due(),
                        deadline.verified(),
                        messages.getMessage(
                                deadline.verified() ? "label.late" : "label.late.unverified",
                                new Object[] {
                                    messages.getMessage("label.late-step." + deadline.status(), null, locale),
                                    DAY.format(deadline.due())
                                },
                                locale)))
                .orElse(null);
    }
}
