package vn.anttmap.density.hotspot;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.density.PeriodQuestions;

@RestController
class HotSpotController {

    private final HotSpots hotSpots;
    private final HotSpotTrends trends;
    private final PeriodQuestions questions;
    private final CurrentAccount currentAccount;

    HotSpotController(
            HotSpots hotSpots, HotSpotTrends trends, PeriodQuestions questions, CurrentAccount currentAccount) {
        this.hotSpots = hotSpots;
        this.trends = trends;
        this.questions = questions;
        this.currentAccount = currentAccount;
    }

    /**
     * Hot and cold spots (Gi*, Gi) or clusters and outliers (local Moran) of areas or cells, with method, settings, sample and
     * correction. Days are calendar days in Vietnam, both included. 422 with the reason where data are too few.
     *
     * @param level {@code residential-areas}, {@code villages}, {@code residential-blocks}, {@code communes}, {@code hexagons},
     *     {@code squares}; the last two for accounts with the right to exact places
     * @param sizeM of a cell: square root of its area, 50 to 50000 metres
     * @param within a unit of any day: only what its territory comes to on the boundary day
     */
    @GetMapping("/api/density/hotspots")
    HotSpotReport hotSpots(
            @RequestParam String level,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable Integer sizeM,
            @ModelAttribute @ParameterObject HotSpotQuery query,
            Locale locale) {
        AccountView account = currentAccount.get();
        return hotSpots.report(
                account,
                level,
                sizeM,
                questions.of(account, from, to, category, severity, boundaryDay, within),
                query.settings(),
                locale);
    }

    /**
     * Which hot spots are new, persistent or fading over the windows of a period, at most twelve. A window that cannot be
     * judged is there with its reason; 422 where fewer than three can.
     *
     * @param step {@code quarter}, {@code half-year} or {@code year}
     */
    @GetMapping("/api/density/hotspots/series")
    HotSpotSeries series(
            @RequestParam String level,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "quarter") String step,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable Integer sizeM,
            @ModelAttribute @ParameterObject HotSpotQuery query,
            Locale locale) {
        AccountView account = currentAccount.get();
        return trends.of(
                account,
                level,
                sizeM,
                questions.of(account, from, to, category, severity, boundaryDay, within),
                step,
                query.settings(),
                locale);
    }
}
