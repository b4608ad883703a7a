package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.VietnamTime;

/** Lists of incidents and what they come to. All take the same filters. */
@RestController
@RequestMapping("/api/incidents")
class IncidentListController {

    private final IncidentList list;
    private final IncidentSummaries summaries;
    private final IncidentComparison comparison;
    private final IncidentDuplicates duplicates;
    private final IncidentCategories categories;
    private final Territory territory;
    private final CurrentAccount currentAccount;
    private final Clock clock;

    IncidentListController(
            IncidentList list,
            IncidentSummaries summaries,
            IncidentComparison comparison,
            IncidentDuplicates duplicates,
            IncidentCategories categories,
            Territory territory,
            CurrentAccount currentAccount,
            Clock clock) {
        this.list = list;
        this.summaries = summaries;
        this.comparison = comparison;
        this.duplicates = duplicates;
        this.categories = categories;
        this.territory = territory;
        this.currentAccount = currentAccount;
        this.clock = clock;
    }

    /** Incidents of the account's territory, newest first. */
    @GetMapping
    IncidentList.Page list(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @ModelAttribute @ParameterObject IncidentQuery query,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        AccountView account = currentAccount.get();
        return list.page(account, filter(account, from, to, query), cursor, limit, locale);
    }

    /** What the incidents of the list come to, under the same rights. */
    @GetMapping("/summary")
    IncidentSummary summary(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @ModelAttribute @ParameterObject IncidentQuery query,
            Locale locale) {
        AccountView account = currentAccount.get();
        return summaries.of(account, filter(account, from, to, query), locale);
    }

    /** The number of the period beside that of the same period one year before, on the same ground. */
    @GetMapping("/comparison")
    IncidentComparison.Result comparison(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @ModelAttribute @ParameterObject IncidentQuery query) {
        AccountView account = currentAccount.get();
        return comparison.of(account, filter(account, from, to, query), from, to);
    }

    /** @param mayAssign whether the account may put these into an area by hand */
    record NearBorder(
            List<IncidentView> incidents, @Nullable String next, long numberMatched, boolean mayAssign) {}

    /** Marks outside the territory of the officer who made them that nobody has put into an area yet. */
    @GetMapping("/near-border")
    NearBorder nearBorder(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        AccountView account = currentAccount.get();
        IncidentFilter filter = filter(account, from, to, IncidentQuery.NEAR_BORDER);
        IncidentList.Page page = list.page(account, filter, cursor, limit, locale);
        return new NearBorder(page.incidents(), page.next(), page.numberMatched(), account.has(Right.MARK_INCIDENTS));
    }

    /** Incidents on record near a place and a time, nearest first: somebody may have marked the same one before. */
    @GetMapping("/duplicates")
    IncidentDuplicates.Found duplicates(
            @RequestParam double longitude,
            @RequestParam double latitude,
            @RequestParam Instant occurredAt,
            @RequestParam(required = false) @Nullable Instant occurredUntil,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable UUID except,
            Locale locale) {
        AccountView account = currentAccount.get();
        categories.checkFilter(account, category, null);
        return duplicates.near(
                account,
                new IncidentDuplicates.Question(longitude, latitude, occurredAt, occurredUntil, category, except),
                locale);
    }

    private IncidentFilter filter(
            AccountView account, @Nullable LocalDate from, @Nullable LocalDate to, IncidentQuery query) {
        if (from != null && to != null && from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
        categories.checkFilter(account, query.category(), query.severity());
        Extent extent = query.bbox() == null ? null : Extent.parse(query.bbox());
        boolean mine = query.mineOnly();
        return new IncidentFilter(from, to, query.category(), query.severity(), extent, query.areaId(), mine, mine)
                .with(query.traits())
                .within(ground(account, query, to));
    }

    private @Nullable Ground ground(AccountView account, IncidentQuery query, @Nullable LocalDate to) {
        if (query.within() == null) {
            return null;
        }
        LocalDate last = to == null ? VietnamTime.today(clock) : to;
        LocalDate day = query.boundaryDay() == null ? last : query.boundaryDay();
        return territory.ground(account, query.within(), day);
    }
}
