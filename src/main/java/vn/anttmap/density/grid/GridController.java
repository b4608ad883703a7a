package vn.anttmap.density.grid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.density.PeriodQuestions;

@RestController
class GridController {

    private final GridDensity grids;
    private final PeriodQuestions questions;
    private final CurrentAccount currentAccount;

    GridController(GridDensity grids, PeriodQuestions questions, CurrentAccount currentAccount) {
        this.grids = grids;
        this.questions = questions;
        this.currentAccount = currentAccount;
    }

    /**
     * Incidents with an exact or street place in hexagons or squares of equal area, as GeoJSON; for accounts with the right to
     * exact places. Days are calendar days in Vietnam, both included.
     *
     * @param shape {@code hexagon} or {@code square}
     * @param sizeM square root of the area of a cell, 50 to 50000 metres
     * @param within a unit of any day: only what its territory comes to on the boundary day
     */
    @GetMapping("/api/density/grid")
    GridView grid(
            @RequestParam(defaultValue = "hexagon") String shape,
            @RequestParam(defaultValue = "" + GridDensity.USUAL_SIZE_M) int sizeM,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Long within) {
        AccountView account = currentAccount.get();
        return GridView.of(grids.report(
                account,
                GridShape.ofKey(shape),
                sizeM,
                questions.of(account, from, to, category, severity, boundaryDay, within)));
    }
}
