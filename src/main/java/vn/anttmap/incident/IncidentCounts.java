package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Counts of incidents in units and on roads, from what was resolved when they were written. */
@Service
public class IncidentCounts {

    // The line break keeps it apart from whatever it is appended to: PostgreSQL refuses "1and".
    static final String PERIOD_AND_SCOPE = """

            and i.withdrawn = false and i.state <> 'NOT_A_CASE' and i.local_date between :from and :to
            and (:category = '' or i.category = :category) and (:severity = '' or i.severity = :severity)
            and (:majorOnly = false or i.major_case = true)
            and\s""" + IncidentScope.SQL_CONDITION;

    private final NamedParameterJdbcTemplate jdbc;
    private final IncidentScope.Finder scopes;
    private final IncidentCategories categories;
    private final CountedIncidents incidents;
    private final FigureGuard guard;
    private final GuardedCounts guarded;

    IncidentCounts(
            NamedParameterJdbcTemplate jdbc,
            IncidentScope.Finder scopes,
            IncidentCategories categories,
            CountedIncidents incidents,
            FigureGuard guard,
            GuardedCounts guarded) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.categories = categories;
        this.incidents = incidents;
        this.guard = guard;
        this.guarded = guarded;
    }

    /**
     * What is counted.
     *
     * @param from first calendar day in Vietnam
     * @param to last calendar day in Vietnam, included
     * @param category code, or null for all
     * @param severity code, or null for all
     * @param majorCasesOnly trọng án only
     * @param boundaryDay the day whose units are counted in
     * @param within the ground on that day to which the total is limited, or null for all that the account may see
     */
    public record Question(
            LocalDate from,
            LocalDate to,
            @Nullable String category,
            @Nullable String severity,
            boolean majorCasesOnly,
            LocalDate boundaryDay,
            @Nullable Ground within) {

        public Question(
                LocalDate from,
                LocalDate to,
                @Nullable String category,
                @Nullable String severity,
                boolean majorCasesOnly,
                LocalDate boundaryDay) {
            this(from, to, category, severity, majorCasesOnly, boundaryDay, null);
        }

        public static Question period(LocalDate from, LocalDate to, LocalDate boundaryDay) {
            return new Question(from, to, null, null, false, boundaryDay);
        }

        public Question majorCases() {
            return new Question(from, to, category, severity, true, boundaryDay, within);
        }

        public Question within(@Nullable Ground ground) {
            return new Question(from, to, category, severity, majorCasesOnly, boundaryDay, ground);
        }
    }

    /** Whether figures for this account leave something out because a category is restricted. */
    public boolean leavesOutRestricted(AccountView account) {
        return !categories.hiddenFrom(account).isEmpty();
    }

    /** Incidents per unit of a level; units without any are missing from the map. The question's ground is left aside. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> byUnit(AccountView account, UnitLevel level, Question question) {
        return byUnit(incidents.select(account, question), level);
    }

    static Map<Long, Integer> byUnit(CountedIncidents.Selection selection, UnitLevel level) {
        int[] byList = new int[selection.units().size()];
        selection.forEach((month, i) -> byList[month.units()[i]]++);
        return counts(byList, selection.units(), list -> selection.unitsOn(list, level));
    }

    /**
     * Numbers as an account may see them.
     *
     * @param counts units without any incident are missing
     * @param withheld units whose number is not told, and that are in no sum
     */
    public record Published(Map<Long, Integer> counts, Set<Long> withheld) {

        int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** As {@link #byUnit}, for whatever account: one whose figures are guarded gets those that are published. */
    @Transactional(readOnly = true)
    public Published published(AccountView account, UnitLevel level, Question question) {
        return guard.guards(account)
                ? guarded.byUnit(account, level, question)
                : new Published(byUnit(account, level, question), Set.of());
    }

    private static Map<Long, Integer> counts(int[] byList, List<IdList> lists, Function<IdList, long[]> counted) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i < byList.length; i++) {
            if (byList[i] > 0) {
                for (long id : counted.apply(lists.get(i))) {
                    counts.merge(id, byList[i], Integer::sum);
                }
            }
        }
        return counts;
    }

    /** One of the incidents that were counted, without its place. @param severity null while not classified */
    public record Case(UUID id, String category, @Nullable String severity, boolean majorCase) {}

    /**
     * The incidents of a period on the ground of one unit, whichever units that ground was divided into when they happened.
     *
     * @param from first calendar day in Vietnam
     * @param to last calendar day in Vietnam, included
     */
    @Transactional(readOnly = true)
    public List<Case> cases(AccountView account, Unit unit, LocalDate from, LocalDate to) {
        Map<String, Object> parameters = parameters(account, Question.period(from, to, to));
        parameters.put("unitId", unit.id());
        return jdbc.query(
                """
                select i.id, i.category, i.severity, i.major_case
                from incident i join incident_placement p on p.incident_id = i.id and p.unit_id = :unitId
                where 1 = 1""" + PERIOD_AND_SCOPE + " order by i.local_date, i.id",
                parameters,
                (row, number) -> new Case(
                        row.getObject("id", UUID.class),
                        row.getString("category"),
                        row.getString("severity"),
                        row.getBoolean("major_case")));
    }

    /** Incidents per road: each counts for the nearest road valid on the boundary day, and for no other. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> byRoad(AccountView account, Question question) {
        CountedIncidents.Selection selection = incidents.select(account, question);
        int[] byList = new int[selection.roads().size()];
        selection.forEach((month, i) -> byList[month.roads()[i]]++);
        return counts(byList, selection.roads(), selection::roadOn);
    }

    /**
     * How the incidents of a period split up.
     *
     * @param total all that the account may see
     * @param inexact those whose place is not exact enough for anything finer than a residential area
     * @param unknown those whose place is unknown, so that they lie in no unit of the level
     */
    public record Split(int total, int inexact, int unknown) {}

    @Transactional(readOnly = true)
    public Split split(AccountView account, UnitLevel level, Question question) {
        if (guard.guards(account)) {
            // Of what is withheld, and of what lies in no area, nothing is told.
            return new Split(guarded.byUnit(account, level, question).total(), 0, 0);
        }
        CountedIncidents.Selection selection = incidents.selectWithin(account, question);
        // Of how many each list is all that is known of the place.
        int[] unknownIn = new int[selection.units().size()];
        int[] counted = new int[2];
        selection.forEach((month, i) -> {
            counted[0]++;
            counted[1] += month.is(i, CountedMonth.FINER_THAN_AREA) ? 0 : 1;
            if (month.is(i, CountedMonth.PLACE_UNKNOWN) && !month.is(i, CountedMonth.NEAR_BORDER)) {
                unknownIn[month.units()[i]]++;
            }
        });
        int unknown = 0;
        for (int i = 0; i < unknownIn.length; i++) {
            if (unknownIn[i] > 0 && selection.unitsOn(selection.units().get(i), level).length == 0) {
                unknown += unknownIn[i];
            }
        }
        return new Split(counted[0], counted[1], unknown);
    }

    Map<String, Object> parameters(AccountView account, Question question) {
        Map<String, Object> parameters = new HashMap<>(scopes.of(account).parameters());
        parameters.put("from", question.from());
        parameters.put("to", question.to());
        parameters.put("category", question.category() == null ? "" : question.category());
        parameters.put("severity", question.severity() == null ? "" : question.severity());
        parameters.put("majorOnly", question.majorCasesOnly());
        parameters.put("boundaryDay", question.boundaryDay());
        return parameters;
    }
}
