package vn.anttmap.incident;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.TrailOnly;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;

/** The list of incidents, newest first, in pages that do not shift when new ones come in. */
@Service
public class IncidentList {

    public static final int LARGEST_PAGE = 1_000;

    private final IncidentQueries queries;
    private final IncidentScope.Finder scopes;
    private final IncidentViews views;
    private final Territory territory;
    private final IncidentDisclosure disclosure;

    IncidentList(
            IncidentQueries queries,
            IncidentScope.Finder scopes,
            IncidentViews views,
            Territory territory,
            IncidentDisclosure disclosure) {
        this.queries = queries;
        this.scopes = scopes;
        this.views = views;
        this.territory = territory;
        this.disclosure = disclosure;
    }

    /**
     * @param next where the following page begins, or null on the last page
     * @param numberMatched incidents of all pages, as counted for the first one
     */
    public record Page(
            List<IncidentView> incidents, @Nullable String next, long numberMatched) {}

    /**
     * One page.
     *
     * @param cursor {@code next} of the page before, or null
     * @throws UserProblem if the account asks by exact place without the right to exact places, since a small box would
     *     tell them
     */
    @Transactional
    public Page page(AccountView account, IncidentFilter filter, @Nullable String cursor, int limit, Locale locale) {
        return page(account, filter, cursor, limit, locale, "list");
    }

    /**
     * As {@link #page(AccountView, IncidentFilter, String, int, Locale)}, for another output than the list.
     *
     * @param how what the audit trail calls that output
     */
    @Transactional
    public Page page(
            AccountView account, IncidentFilter filter, @Nullable String cursor, int limit, Locale locale, String how) {
        TrailOnly.declare();
        IncidentScope scope = scopes.of(account);
        requireRights(account, filter);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "limit", 1, LARGEST_PAGE)
                    .at("limit", limit);
        }
        Cursor begin = decode(cursor);
        List<Incident> found = queries.list(scope, filter, begin == null ? null : begin.after(), limit + 1);
        boolean more = found.size() > limit;
        List<Incident> page = more ? found.subList(0, limit) : found;
        long total = total(scope, filter, begin, more, found.size());
        return new Page(
                disclosure.tell(account, views.of(scope, page, locale), how),
                more ? encode(page.get(page.size() - 1), total) : null,
                total);
    }

    /** @throws UserProblem if the filter asks by a place that the account may not ask by */
    void requireRights(AccountView account, IncidentFilter filter) {
        if (filter.extent() != null) {
            account.require(Right.SEE_INCIDENT_POINTS);
        }
        if (filter.unitId() != null) {
            territory.get(account, filter.unitId());
        }
    }

    /** Counting a million takes longer than reading a page: it is done once, and the cursor carries it on. */
    private long total(IncidentScope scope, IncidentFilter filter, @Nullable Cursor begin, boolean more, int found) {
        if (begin != null) {
            return begin.total();
        }
        return more ? queries.count(scope, filter) : found;
    }

    /** @param total incidents of all pages */
    private record Cursor(IncidentQueries.Position after, long total) {}

    private static String encode(Incident last, long total) {
        String text = last.localDate() + "_" + last.getId() + "_" + total;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static @Nullable Cursor decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            String[] parts = text.split("_", 3);
            return new Cursor(
                    new IncidentQueries.Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1])),
                    Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw UserProblem.of(Kind.INVALID, "cursor-invalid").at("cursor", cursor);
        }
    }
}
