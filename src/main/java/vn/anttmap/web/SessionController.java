package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.access.SecondFactors;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.incident.IncidentSettings;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.node.Installation;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** What the page needs to know at start. */
@RestController
class SessionController {

    private final CurrentAccount currentAccount;
    private final Territory territory;
    private final RegisterCoverage coverage;
    private final Installation installation;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final IncidentSettings incidentSettings;
    private final Clock clock;

    SessionController(
            CurrentAccount currentAccount,
            Territory territory,
            RegisterCoverage coverage,
            Installation installation,
            Accounts accounts,
            SecondFactors factors,
            IncidentSettings incidentSettings,
            Clock clock) {
        this.currentAccount = currentAccount;
        this.territory = territory;
        this.coverage = coverage;
        this.installation = installation;
        this.accounts = accounts;
        this.factors = factors;
        this.incidentSettings = incidentSettings;
        this.clock = clock;
    }

    record Rights(
            boolean readMap,
            boolean markIncidents,
            boolean viewIncidentPoints,
            boolean viewRestricted,
            boolean exportData,
            boolean submitAssessments,
            boolean decideAssessments,
            boolean changeBoundaries) {}

    record Place(
            long id,
            String name,
            String fullName,
            double[] bbox,
            @Nullable String projectedCrs) {}

    record Period(LocalDate from, LocalDate to) {}

    record Covered(long unitId, String unitName, LocalDate from, LocalDate to) {}

    /** What the operator has switched on. */
    record Features(boolean photos, boolean secondFactor) {}

    record Csrf(String headerName, String token) {}

    record Session(
            String username,
            String displayName,
            List<String> roles,
            Rights rights,
            Features features,
            List<Place> places,
            @Nullable Period defaultPeriod,
            List<Covered> coverage,
            LocalDate today,
            boolean demo,
            boolean mustChangePassword,
            boolean secondFactorMissing,
            @Nullable Csrf csrf) {}

    /**
     * The account, its places and rights, the newest period with data, and the CSRF token: none for tools, which need
     * none, and to which making one would give a session.
     */
    @GetMapping("/api/session")
    Session session(CsrfToken csrf, HttpServletRequest request) {
        AccountView account = currentAccount.get();
        return new Session(
                account.username(),
                account.displayName(),
                List.of(account.role().name()),
                new Rights(
                        account.has(Right.READ_MAP),
                        account.has(Right.MARK_INCIDENTS),
                        account.has(Right.SEE_INCIDENT_POINTS),
                        account.has(Right.SEE_RESTRICTED_CATEGORIES),
                        account.has(Right.EXPORT_DATA),
                        account.has(Right.SUBMIT_ASSESSMENTS),
                        account.has(Right.DECIDE_ASSESSMENTS),
                        account.has(Right.CHANGE_BOUNDARIES)),
                new Features(incidentSettings.photos(), factors.offered()),
                places(account),
                coverage.newest(account)
                        .map(period -> new Period(period.from(), period.to()))
                        .orElse(null),
                covered(account),
                VietnamTime.today(clock),
                installation.demo(),
                accounts.mustChangePassword(account.username()),
                factors.missing(account.username()),
                new ToolRequestMatcher().matches(request) ? null : new Csrf(csrf.getHeaderName(), csrf.getToken()));
    }

    private List<Place> places(AccountView account) {
        List<Place> places = new ArrayList<>();
        for (long id : account.namedUnitIds()) {
            territory
                    .find(id)
                    .filter(unit -> unit.extent() != null)
                    .ifPresent(unit -> places.add(new Place(
                            unit.id(),
                            unit.name(),
                            unit.fullName(),
                            java.util.Objects.requireNonNull(unit.extent()).toArray(),
                            projectedSystem(unit))));
        }
        return places;
    }

    private @Nullable String projectedSystem(Unit unit) {
        return territory
                .ancestor(unit, UnitLevel.PROVINCE)
                .map(Unit::code)
                .flatMap(CoordinateSystems::forProvince)
                .map(CoordinateSystem::code)
                .orElse(null);
    }

    private List<Covered> covered(AccountView account) {
        return coverage.list(account).stream()
                .map(period -> new Covered(
                        period.unitId(),
                        territory.find(period.unitId()).map(Unit::fullName).orElse(""),
                        period.from(),
                        period.to()))
                .toList();
    }
}
