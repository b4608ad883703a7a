package vn.anttmap.density;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;

@RestController
class DensityController {

    private final Density density;
    private final IncidentCategories categories;
    private final Territory territory;
    private final CurrentAccount currentAccount;

    DensityController(
            Density density, IncidentCategories categories, Territory territory, CurrentAccount currentAccount) {
        this.density = density;
        this.categories = categories;
        this.territory = territory;
        this.currentAccount = currentAccount;
    }

    /**
     * Incident density of every area of a level; days are calendar days in Vietnam, both included.
     *
     * @param within a unit of any day: only what its territory comes to on the boundary day
     */
    @GetMapping("/api/density/{level}")
    DensityReport density(
            @PathVariable String level,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Long within,
            Locale locale) {
        if (from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
        AccountView account = currentAccount.get();
        categories.checkFilter(account, category, severity);
        LocalDate day = boundaryDay == null ? to : boundaryDay;
        Ground ground = within == null ? null : territory.ground(account, within, day);
        return density.report(
                account,
                DensityLevel.ofKey(level),
                new IncidentCounts.Question(from, to, category, severity, false, day, ground),
                locale);
    }
}
