package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.FigureGuard;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.KnownIncidents;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * The register of incidents as hints read it. Everywhere {@code asOf} is the past day at whose end it is asked; null for
 * now, which is answered from the present rows alone.
 */
@Component
class KnownRegister {

    private final IncidentCounts counts;
    private final KnownIncidents known;
    private final RegisterCoverage coverage;
    private final IncidentCategories categories;
    private final FigureGuard guard;

    KnownRegister(
            IncidentCounts counts,
            KnownIncidents known,
            RegisterCoverage coverage,
            IncidentCategories categories,
            FigureGuard guard) {
        this.guard = guard;
        this.counts = counts;
        this.known = known;
        this.coverage = coverage;
        this.categories = categories;
    }

    Map<Long, Integer> byUnit(
            AccountView account, UnitLevel level, IncidentCounts.Question question, @Nullable LocalDate asOf) {
        if (guard.guards(account)) {
            return Map.of();
        }
        return asOf == null ? counts.byUnit(account, level, question) : known.byUnit(account, level, question, asOf);
    }

    List<IncidentCounts.Case> cases(
            AccountView account, Unit unit, AssessmentWindows.Window window, @Nullable LocalDate asOf) {
        if (guard.guards(account)) {
            return List.of();
        }
        return asOf == null
                ? counts.cases(account, unit, window.from(), window.to())
                : known.cases(account, unit, window.from(), window.to(), asOf);
    }

    /** Covers nothing for an account whose figures are guarded: its hints say that data are missing. */
    RegisterCoverage.Calendar calendar(AccountView account, @Nullable LocalDate asOf) {
        if (guard.guards(account)) {
            return coverage.nothing(account);
        }
        return asOf == null ? coverage.calendar(account) : coverage.calendar(account, asOf);
    }

    Map<String, IncidentCategory> categories(@Nullable LocalDate asOf) {
        return asOf == null ? categories.all() : categories.all(asOf);
    }

    /** By the rights of today, also for a past day. */
    boolean leavesOutRestricted(AccountView account) {
        return counts.leavesOutRestricted(account);
    }
}
