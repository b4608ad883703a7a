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

    /** @param next where the following page begins, or null on the last page */
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
        IncidentScope scope = scopes.of(account);
        if (filter.extent() != null) {
            account.require(Right.SEE_INCIDENT_POINTS);
        }
        if (filter.unitId() != null) {
            territory.get(account, filter.unitId());
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "limit", 1, LARGEST_PAGE)
                    .at("limit", limit);
        }
        List<Incident> found = queries.list(scope, filter, decode(cursor), limit + 1);
        boolean more = found.size() > limit;
        List<Incident> page = more ? found.subList(0, limit) : found;
        return new Page(
                disclosure.tell(account, views.of(scope, page, locale), how),
                more ? encode(page.get(page.size() - 1)) : null,
                queries.count(scope, filter));
    }

    private static String encode(Incident last) {
        String text = last.localDate() + "_" + last.getId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static IncidentQueries.@Nullable Position decode(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            String[] parts = text.split("_", 2);
            return new IncidentQueries.Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw UserProblem.of(Kind.INVALID, "cursor-invalid").at("cursor", cursor);
        }
    }
}
