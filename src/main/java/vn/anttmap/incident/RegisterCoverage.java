package vn.anttmap.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.VietnamTime;

/** For which days a unit's register is complete. Outside them the answer is "không đủ số liệu", never 0. */
@Service
public class RegisterCoverage {

    private final JdbcClient jdbc;
    private final Territory territory;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    RegisterCoverage(JdbcClient jdbc, Territory territory, Jurisdictions jurisdictions, Clock clock) {
        this.jdbc = jdbc;
        this.territory = territory;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /**
     * A covered period.
     *
     * @param from first covered day
     * @param to last covered day, included
     */
    public record Period(long unitId, LocalDate from, LocalDate to, String source, boolean synthetic) {}

    /** Records that a unit's register is complete for a period. */
    @Transactional
    public void add(Period period) {
        store(period, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** As {@link #add}, from data that do not say when that was recorded. */
    @Transactional
    public void load(Period period) {
        store(period, null);
    }

    /**
     * Says since when a unit's register is complete and kept on; one day for each unit, which can be said anew.
     *
     * @param since first covered day, not after today; null where nothing is to be said any more
     * @return whether that says something new
     * @throws UserProblem if the day is after today
     */
    @Transactional
    public boolean keepSince(AccountView account, long unitId, @Nullable LocalDate since) {
        account.require(Right.ADMINISTER);
        if (since != null && since.isAfter(VietnamTime.today(clock))) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "register-since-later").at("since", since);
        }
        if (Objects.equals(keptSince().get(unitId), since)) {
            return false;
        }
        jdbc.sql("delete from register_coverage where unit_id = ? and covered_to is null")
                .param(unitId)
                .update();
        if (since != null) {
            jdbc.sql("""
                            insert into register_coverage
                              (unit_id, covered_from, covered_to, source, synthetic, recorded_at)
                            values (?, ?, null, ?, false, ?)""")
                    .params(
                            unitId,
                            since,
                            account.username(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                    .update();
        }
        return true;
    }

    /** First covered days of registers that are kept on, by unit. */
    @Transactional(readOnly = true)
    public Map<Long, LocalDate> keptSince() {
        Map<Long, LocalDate> since = new HashMap<>();
        jdbc.sql("select unit_id, covered_from from register_coverage where covered_to is null")
                .query(row -> {
                    since.put(row.getLong("unit_id"), row.getObject("covered_from", LocalDate.class));
                });
        return since;
    }

    private void store(Period period, @Nullable Instant recordedAt) {
        jdbc.sql("""
                        insert into register_coverage
                          (unit_id, covered_from, covered_to, source, synthetic, recorded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        period.unitId(),
                        period.from(),
                        period.to(),
                        period.source(),
                        period.synthetic(),
                        recordedAt == null ? null : recordedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All covered periods within the account's territory, by unit and day. */
    public List<Period> list(AccountView account) {
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return all().stream()
                .filter(period -> jurisdiction.contains(period.unitId()))
                .toList();
    }

    /**
     * The period that the newest data fill: it ends on the last covered day, and begins where every register that
     * reaches that day has begun. Empty without any covered period.
     */
    public Optional<Period> newest(AccountView account) {
        List<Period> periods = list(account);
        Optional<LocalDate> last = periods.stream().map(Period::to).max(Comparator.naturalOrder());
        return last.flatMap(to ->
                periods.stream().filter(period -> period.to().equals(to)).max(Comparator.comparing(Period::from)));
    }

    /**
     * A view of the coverage as it stands, for asking about many units. Registers outside the account's territory cover
     * nothing for it: it sees none of their incidents, so a figure that needs them would be too small.
     */
    public Calendar calendar(AccountView account) {
        return new Calendar(
                territory, jurisdictions.of(account), all().stream().collect(Collectors.groupingBy(Period::unitId)));
    }

    /** A view that covers nothing. */
    public Calendar nothing(AccountView account) {
        return new Calendar(territory, jurisdictions.of(account), Map.of());
    }

    /**
     * The coverage as it was known at the end of a past day. A period of which it was not kept when it was recorded is
     * taken as known day by day, as it went; so are those of demonstration data.
     */
    public Calendar calendar(AccountView account, LocalDate asOf) {
        return new Calendar(
                territory,
                jurisdictions.of(account),
                recorded().stream()
                        .flatMap(recorded -> recorded.asOf(asOf).stream())
                        .collect(Collectors.groupingBy(Period::unitId)));
    }

    /** @param at null where it was not kept */
    private record Recorded(Period period, @Nullable Instant at) {

        Optional<Period> asOf(LocalDate day) {
            if (at != null) {
                return at.isBefore(VietnamTime.endOf(day)) ? Optional.of(period) : Optional.empty();
            }
            if (!period.to().isAfter(day)) {
                return Optional.of(period);
            }
            return period.from().isAfter(day)
                    ? Optional.empty()
                    : Optional.of(new Period(period.unitId(), period.from(), day, period.source(), period.synthetic()));
        }
    }

    private List<Period> all() {
        return recorded().stream().map(Recorded::period).toList();
    }

    /** A register that is kept on covers the days until today. */
    private List<Recorded> recorded() {
        LocalDate today = VietnamTime.today(clock);
        return jdbc.sql("""
                        select unit_id, covered_from, covered_to, source, synthetic, recorded_at
                        from register_coverage order by unit_id, covered_from""")
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject("recorded_at", OffsetDateTime.class);
                    LocalDate from = row.getObject("covered_from", LocalDate.class);
                    LocalDate to = row.getObject("covered_to", LocalDate.class);
                    return new Recorded(
                            new Period(
                                    row.getLong("unit_id"),
                                    from,
                                    to != null ? to : from.isAfter(today) ? from : today,
                                    row.getString("source"),
                                    row.getBoolean("synthetic")),
                            at == null ? null : at.toInstant());
                })
                .list();
    }

    /** Answers whether the territory of a unit is covered, day by day, through the units it came from and became. */
    public static final class Calendar {

        private final Territory territory;
        private final Jurisdiction jurisdiction;
        private final Map<Long, List<Period>> periods;
        private final Map<Asked, Boolean> registers = new ConcurrentHashMap<>();

        /** The nearest unit with covered periods; those above it count as well. */
        private record Asked(long firstId, LocalDate from, LocalDate to) {}

        private Calendar(Territory territory, Jurisdiction jurisdiction, Map<Long, List<Period>> periods) {
            this.territory = territory;
            this.jurisdiction = jurisdiction;
            this.periods = periods;
        }

        /**
         * Whether every day of the period is covered on all of the unit's territory: by the register of the unit or of
         * a unit it belongs to while it was valid, before that by those of all its predecessors, after it by those of
         * all its successors.
         */
        public boolean covers(Unit unit, LocalDate from, LocalDate to) {
            return covers(unit, from, to, new HashSet<>());
        }

        private boolean covers(Unit unit, LocalDate from, LocalDate to, Set<Long> asked) {
            if (from.isAfter(to)) {
                return true;
            }
            if (!asked.add(unit.id())) {
                return false;
            }
            LocalDate begin = unit.validity().from();
            LocalDate end = unit.validity().to();
            LocalDate ownFrom = begin == null || from.isAfter(begin) ? from : begin;
            LocalDate ownTo = end == null || to.isBefore(end) ? to : end.minusDays(1);
            boolean own = ownFrom.isAfter(ownTo) || coversOwn(unit, ownFrom, ownTo);
            return own
                    && (begin == null
                            || !from.isBefore(begin)
                            || all(
                                    territory.predecessors(unit.id()),
                                    from,
                                    to.isBefore(begin) ? to : begin.minusDays(1),
                                    asked))
                    && (end == null
                            || to.isBefore(end)
                            || all(territory.successors(unit.id()), from.isBefore(end) ? end : from, to, asked));
        }

        private boolean all(List<Territory.Related> related, LocalDate from, LocalDate to, Set<Long> asked) {
            return !related.isEmpty()
                    && related.stream().allMatch(entry -> covers(entry.unit(), from, to, new HashSet<>(asked)));
        }

        private boolean coversOwn(Unit unit, LocalDate from, LocalDate to) {
            if (!jurisdiction.contains(unit.id())) {
                return false;
            }
            // Most areas have no register of their own: what holds for the commune's is worked out once.
            @Nullable Unit first = unit;
            while (first != null && !periods.containsKey(first.id())) {
                first = territory.parent(first).orElse(null);
            }
            if (first == null) {
                return false;
            }
            Asked asked = new Asked(first.id(), from, to);
            Boolean answer = registers.get(asked);
            if (answer == null) {
                answer = coveredBy(first, from, to);
                registers.put(asked, answer);
            }
            return answer;
        }

        private boolean coveredBy(Unit first, LocalDate from, LocalDate to) {
            List<Period> known = new ArrayList<>();
            @Nullable Unit holder = first;
            while (holder != null) {
                known.addAll(periods.getOrDefault(holder.id(), List.of()));
                holder = territory.parent(holder).orElse(null);
            }
            known.sort(Comparator.comparing(Period::from));
            LocalDate next = from;
            for (Period period : known) {
                if (!period.from().isAfter(next) && !period.to().isBefore(next)) {
                    next = period.to().plusDays(1);
                }
            }
            return next.isAfter(to);
        }
    }
}
