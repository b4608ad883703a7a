package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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

    /**
     * Incidents of the account's territory, newest first.
     *
     * @param within a unit of any day: what its territory comes to on {@code boundaryDay}, which is {@code to} unless given
     */
    @GetMapping
    IncidentList.Page list(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String handlingLevel,
            @RequestParam(required = false) @Nullable Boolean majorCase,
            @RequestParam(required = false) @Nullable Boolean nearBorder,
            @RequestParam(required = false) @Nullable Boolean unassigned,
            @RequestParam(required = false) @Nullable Boolean assigned,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable Long areaId,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        AccountView account = currentAccount.get();
        IncidentFilter filter = filter(account, from, to, category, severity, bbox, areaId, mine)
                .with(traits(state, handlingLevel, majorCase, nearBorder, unassigned, assigned))
                .within(ground(account, within, boundaryDay, to));
        return list.page(account, filter, cursor, limit, locale);
    }

    /** What the incidents of the list come to, under the same rights. */
    @GetMapping("/summary")
    IncidentSummary summary(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String handlingLevel,
            @RequestParam(required = false) @Nullable Boolean majorCase,
            @RequestParam(required = false) @Nullable Boolean nearBorder,
            @RequestParam(required = false) @Nullable Boolean unassigned,
            @RequestParam(required = false) @Nullable Boolean assigned,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable Long areaId,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(defaultValue = "false") boolean mine,
            Locale locale) {
        AccountView account = currentAccount.get();
        IncidentFilter filter = filter(account, from, to, category, severity, bbox, areaId, mine)
                .with(traits(state, handlingLevel, majorCase, nearBorder, unassigned, assigned))
                .within(ground(account, within, boundaryDay, to));
        return summaries.of(account, filter, locale);
    }

    /** The number of the period beside that of the same period one year before, on the same ground. */
    @GetMapping("/comparison")
    IncidentComparison.Result comparison(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String handlingLevel,
            @RequestParam(required = false) @Nullable Boolean majorCase,
            @RequestParam(required = false) @Nullable Boolean nearBorder,
            @RequestParam(required = false) @Nullable Boolean unassigned,
            @RequestParam(required = false) @Nullable Boolean assigned,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable Long areaId,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(defaultValue = "false") boolean mine) {
        AccountView account = currentAccount.get();
        IncidentFilter filter = filter(account, from, to, category, severity, bbox, areaId, mine)
                .with(traits(state, handlingLevel, majorCase, nearBorder, unassigned, assigned))
                .within(ground(account, within, boundaryDay, to));
        return comparison.of(account, filter, from, to);
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
        IncidentFilter filter = filter(account, from, to, null, null, null, null, false)
                .with(traits(null, null, null, true, null, false));
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
            AccountView account,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String bbox,
            @Nullable Long areaId,
            boolean mine) {
        if (from != null && to != null && from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
        categories.checkFilter(account, category, severity);
        return new IncidentFilter(
                from, to, category, severity, bbox == null ? null : Extent.parse(bbox), areaId, mine, mine);
    }

    private @Nullable Ground ground(
            AccountView account, @Nullable Long within, @Nullable LocalDate boundaryDay, @Nullable LocalDate to) {
        LocalDate last = to == null ? VietnamTime.today(clock) : to;
        return within == null ? null : territory.ground(account, within, boundaryDay == null ? last : boundaryDay);
    }

    private static IncidentFilter.Traits traits(
            @Nullable String state,
            @Nullable String handlingLevel,
            @Nullable Boolean majorCase,
            @Nullable Boolean nearBorder,
            @Nullable Boolean unassigned,
            @Nullable Boolean assigned) {
        return new IncidentFilter.Traits(
                oneOf("state", state, IncidentState.values()),
                oneOf("handlingLevel", handlingLevel, HandlingLevel.values()),
                majorCase,
                nearBorder,
                unassigned,
                assigned);
    }

    /** A value as answers write it, in small letters. */
    private static <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String value, E[] known) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(known)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(known)
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))
                        .at(name, value));
    }
}
