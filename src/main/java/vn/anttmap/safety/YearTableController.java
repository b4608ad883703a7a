package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;

/** A year of a whole place. */
@RestController
@RequestMapping("/api/safety/{year}")
class YearTableController {

    private final YearTables tables;
    private final ShareTables shares;
    private final CurrentAccount currentAccount;

    YearTableController(YearTables tables, ShareTables shares, CurrentAccount currentAccount) {
        this.tables = tables;
        this.shares = shares;
        this.currentAccount = currentAccount;
    }

    /**
     * Each residential area and commune of a place: status, households, papers, what is missing, what is late, streak.
     *
     * @param within a unit of any level; the whole territory of the account without it
     * @param boundaryDay the day whose areas are listed; the last day of the residential areas' window without it
     * @param asOf as it was recorded by the end of this day; now without it
     */
    @GetMapping("/table")
    YearTable table(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Locale locale) {
        return tables.of(currentAccount.get(), year, within, boundaryDay, asOf, locale);
    }

    /**
     * How many of the areas and organizations of each commune are registered and recognised, with the 70 % that its own
     * title asks for.
     *
     * @param within a unit from the commune upwards; the whole territory of the account without it
     * @param asOf as it was recorded by the end of this day; now without it
     */
    @GetMapping("/shares")
    ShareTables.Table shares(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        return shares.of(currentAccount.get(), year, within, asOf);
    }
}
