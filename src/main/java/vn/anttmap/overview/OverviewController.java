package vn.anttmap.overview;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;

@RestController
class OverviewController {

    private final Overviews overviews;
    private final CurrentAccount currentAccount;

    OverviewController(Overviews overviews, CurrentAccount currentAccount) {
        this.overviews = overviews;
        this.currentAccount = currentAccount;
    }

    /**
     * What a leader sees first: titles of the year, what is late, where incidents rise, the newest marks by area.
     *
     * @param within a unit of any level and day; the whole territory of the account without it
     * @param from first day; 1 January of the last day's year without it
     * @param to last day, included; the newest day with data without it
     * @param year assessment year; that of the last day without it
     * @param boundaryDay the day whose areas are listed and counted in, such as today; the last day without it
     */
    @GetMapping("/api/overview")
    Overview overview(
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            Locale locale) {
        return overviews.of(currentAccount.get(), new OverviewQuestion(within, from, to, year, boundaryDay), locale);
    }
}
