package vn.anttmap.movement;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;

/** Entries of a register by period and place. */
@Service
public class MovementLists {

    static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
    static final LocalDate END = LocalDate.of(2999, 12, 31);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int LARGEST_PAGE = 1_000;

    private final MovementEntryRepository entries;
    private final PastEntries past;
    private final MovementViews views;
    private final Jurisdictions jurisdictions;
    private final Territory territory;

    MovementLists(
            MovementEntryRepository entries,
            PastEntries past,
            MovementViews views,
            Jurisdictions jurisdictions,
            Territory territory) {
        this.entries = entries;
        this.past = past;
        this.views = views;
        this.jurisdictions = jurisdictions;
        this.territory = territory;
    }

    /**
     * What is asked for.
     *
     * @param from first day; null for the beginning
     * @param to last day, included; null for the end
     * @param within ground that the entry's unit must have become part of; null for all that the account may see
     */
    public record Question(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Ground within) {}

    /** @param next cursor of the next page; null on the last */
    public record Page(
            List<MovementEntryView> entries, @Nullable String next) {}

    /** Entries that touch the period, newest first. */
    @Transactional(readOnly = true)
    public Page page(
            AccountView account,
            Register register,
            Question question,
            @Nullable String cursor,
            int limit,
            Locale locale) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "limit", 1, LARGEST_PAGE)
                    .at("limit", limit);
        }
        List<MovementEntry> found = find(account, register, question, decode(cursor), Limit.of(limit + 1));
        boolean more = found.size() > limit;
        List<MovementEntry> page = more ? found.subList(0, limit) : found;
        return new Page(views.of(page, locale), more ? encode(page.get(page.size() - 1)) : null);
    }

    /** All of them, newest first; to be called inside a transaction. */
    List<MovementEntry> all(AccountView account, Register register, Question question) {
        return find(account, register, question, new Position(END.plusDays(1), BEFORE_ALL), Limit.unlimited());
    }

    /**
     * How many entries of a standing register stood in a ground on its day, as far as they were on record by the end of a
     * past day.
     */
    int standing(AccountView account, Register register, Ground within, LocalDate asOf) {
        account.require(Right.READ_MAP);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return past.standing(register, within.day(), asOf).entrySet().stream()
                .filter(unit -> jurisdiction.contains(unit.getKey()) && liesIn(account, unit.getKey(), within))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private record Position(LocalDate day, UUID id) {}

    private List<MovementEntry> find(
            AccountView account, Register register, Question question, Position after, Limit limit) {
        account.require(Right.READ_MAP);
        LocalDate from = question.from() == null ? BEGINNING : question.from();
        LocalDate to = question.to() == null ? END : question.to();
        if (from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
        List<Long> units = units(account, register, question.within());
        return units.isEmpty()
                ? List.of()
                : entries.list(register.key(), units, from, to, register.standing(), after.day(), after.id(), limit);
    }

    /** Units with entries that the account may see and that lie, or came to lie, in the ground. */
    private List<Long> units(AccountView account, Register register, @Nullable Ground within) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        Map<Long, Boolean> inside = new HashMap<>();
        return entries.unitIds(register.key()).stream()
                .filter(jurisdiction::contains)
                .filter(unitId -> within == null || inside.computeIfAbsent(unitId, id -> liesIn(account, id, within)))
                .toList();
    }

    private boolean liesIn(AccountView account, long unitId, Ground within) {
        if (within.contains(unitId)) {
            return true;
        }
        Ground own = territory.ground(account, unitId, within.day());
        return !own.unitIds().isEmpty() && within.unitIds().containsAll(own.unitIds());
    }

    private static String encode(MovementEntry last) {
        String text = last.content().firstDay() + "_" + last.getId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Position decode(@Nullable String cursor) {
        if (cursor == null) {
            return new Position(END.plusDays(1), BEFORE_ALL);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("_", 2);
            return new Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw UserProblem.of(Kind.INVALID, "cursor-invalid").at("cursor", cursor);
        }
    }
}
