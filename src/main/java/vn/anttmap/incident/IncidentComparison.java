package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** A period beside the same period of the year before, on the same ground. */
@Service
public class IncidentComparison {

    private final IncidentQueries queries;
    private final IncidentScope.Finder scopes;
    private final IncidentList list;
    private final RegisterCoverage coverage;
    private final Territory territory;

    IncidentComparison(
            IncidentQueries queries,
            IncidentScope.Finder scopes,
            IncidentList list,
            RegisterCoverage coverage,
            Territory territory) {
        this.queries = queries;
        this.scopes = scopes;
        this.list = list;
        this.coverage = coverage;
        this.territory = territory;
    }

    /**
     * One of the two periods.
     *
     * @param count null where the registers are not complete: a smaller number would look like fewer incidents
     * @param recorded what is on record in any case
     */
    public record Side(
            LocalDate from, LocalDate to, @Nullable Long count, long recorded, boolean covered) {}

    /** @param difference null unless both periods are covered */
    public record Result(Side period, Side before, @Nullable Long difference, boolean restrictedLeftOut) {}

    /** 29 February is compared with 28 February. */
    @Transactional(readOnly = true)
    public Result of(AccountView account, IncidentFilter filter, LocalDate from, LocalDate to) {
        IncidentScope scope = scopes.of(account);
        list.requireRights(account, filter);
        List<Unit> units = units(account, filter, to);
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        Side period = side(scope, filter, units, calendar, from, to);
        Side before = side(scope, filter, units, calendar, from.minusYears(1), to.minusYears(1));
        return new Result(
                period,
                before,
                period.count() == null || before.count() == null ? null : period.count() - before.count(),
                !scope.hiddenCategories().isEmpty());
    }

    /** Whether the registers are complete in a period and in the same of the year before. */
    public record Coverage(boolean period, boolean before) {}

    /** What {@link #of} says of the registers, without counting. */
    @Transactional(readOnly = true)
    public Coverage coverage(AccountView account, IncidentFilter filter, LocalDate from, LocalDate to) {
        list.requireRights(account, filter);
        List<Unit> units = units(account, filter, to);
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        return new Coverage(
                covered(units, calendar, from, to), covered(units, calendar, from.minusYears(1), to.minusYears(1)));
    }

    private static boolean covered(List<Unit> units, RegisterCoverage.Calendar calendar, LocalDate from, LocalDate to) {
        return !units.isEmpty() && units.stream().allMatch(unit -> calendar.covers(unit, from, to));
    }

    private Side side(
            IncidentScope scope,
            IncidentFilter filter,
            List<Unit> units,
            RegisterCoverage.Calendar calendar,
            LocalDate from,
            LocalDate to) {
        boolean covered = covered(units, calendar, from, to);
        long recorded = queries.countCases(scope, filter.counted().during(from, to));
        return new Side(from, to, covered ? recorded : null, recorded, covered);
    }

    /** The units whose registers must be complete for the figure to be so. */
    private List<Unit> units(AccountView account, IncidentFilter filter, LocalDate day) {
        if (filter.unitId() != null) {
            return List.of(territory.get(account, filter.unitId()));
        }
        if (filter.within() != null) {
            return List.copyOf(filter.within().holders());
        }
        return territory.listOn(account, UnitLevel.COMMUNE, day).stream()
                .filter(unit -> filter.extent() == null
                        || unit.extent() == null
                        || unit.extent().toEnvelope().intersects(filter.extent().toEnvelope()))
                .toList();
    }
}
