package vn.anttmap.incident;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counted incidents, month by month, as the database has them at the time of the question: months are kept in memory
 * and read again once {@link CountChanges} says that they changed. What is kept goes where memory runs short.
 */
@Component
class CountedMonths {

    /** So many months are read at once: what is read of each is held twice while they are made. */
    private static final int MONTHS_AT_ONCE = 6;

    private final CountedMonthLoader loader;
    private final CountChanges changes;
    private final CountChanges.Reader reader;
    private final JdbcTemplate jdbc;
    private volatile Kept kept = new Kept();

    CountedMonths(CountedMonthLoader loader, CountChanges changes, JdbcTemplate jdbc) {
        this.loader = loader;
        this.changes = changes;
        this.reader = changes.reader();
        this.jdbc = jdbc;
    }

    /** Months and the names of the numbers in them. */
    record Period(CountedNames names, List<CountedMonth> months) {}

    /** What is kept under the same names. */
    private static final class Kept {
        private final CountedNames names = new CountedNames();
        private final ConcurrentHashMap<YearMonth, Slot> slots = new ConcurrentHashMap<>();

        Slot slot(YearMonth month) {
            return slots.computeIfAbsent(month, key -> new Slot());
        }
    }

    private static final class Slot {
        private final ReentrantLock reading = new ReentrantLock();
        private SoftReference<@Nullable CountedMonth> month = new SoftReference<>(null);
        private long changes;

        synchronized @Nullable CountedMonth find() {
            return month.get();
        }

        synchronized long changes() {
            return changes;
        }

        synchronized void drop() {
            month = new SoftReference<>(null);
            changes++;
        }

        /** Not where a change came to light since the reading began: what was read may be older. */
        synchronized void keep(CountedMonth read, long since) {
            if (changes == since) {
                month = new SoftReference<>(read);
            }
        }
    }

    /**
     * The months that a period touches, as far as the register reaches; days before and after the period are in them.
     * Inside a transaction that changed what counts, everything is read anew, since only that transaction sees what it wrote.
     */
    @Transactional(readOnly = true)
    Period of(LocalDate from, LocalDate to) {
        boolean touched = changes.touchedInThisTransaction();
        if (!touched) {
            reader.read(this::drop);
        }
        Reach reach = reach();
        LocalDate begin = from.isBefore(reach.first()) ? reach.first() : from;
        LocalDate end = to.isAfter(reach.last()) ? reach.last() : to;
        if (begin.isAfter(end)) {
            return new Period(new CountedNames(), List.of());
        }
        YearMonth first = YearMonth.from(begin);
        YearMonth last = YearMonth.from(end);
        if (touched) {
            CountedNames names = new CountedNames();
            return new Period(names, loader.loadAsSeenHere(names, first, last));
        }
        return keptPeriod(kept, first, last);
    }

    /** The days of the first and the last incident; without any, the last is before the first. */
    record Reach(LocalDate first, LocalDate last) {}

    @Transactional(readOnly = true)
    Reach reach() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select (select min(local_date) from incident) as earliest, (select max(local_date) from incident) as latest",
                (row, number) -> {
                    LocalDate first = row.getObject("earliest", LocalDate.class);
                    LocalDate last = row.getObject("latest", LocalDate.class);
                    return first == null || last == null
                            ? new Reach(LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1))
                            : new Reach(first, last);
                }));
    }

    private void drop(@Nullable YearMonth changed) {
        if (changed == null) {
            // Units that went may stand in lists that nothing names any more.
            kept = new Kept();
        } else {
            kept.slot(changed).drop();
        }
    }

    private Period keptPeriod(Kept from, YearMonth first, YearMonth last) {
        List<CountedMonth> months = new ArrayList<>();
        YearMonth next = first;
        while (!next.isAfter(last)) {
            CountedMonth known = from.slot(next).find();
            List<CountedMonth> found = known == null ? read(from, next, last) : List.of(known);
            months.addAll(found);
            next = next.plusMonths(found.size());
        }
        return new Period(from.names, months);
    }

    /** @return that month and those after it that are not known either, one at least */
    private List<CountedMonth> read(Kept from, YearMonth first, YearMonth last) {
        ReentrantLock reading = from.slot(first).reading;
        reading.lock();
        try {
            CountedMonth meanwhile = from.slot(first).find();
            if (meanwhile != null) {
                return List.of(meanwhile);
            }
            List<Slot> slots = new ArrayList<>();
            List<Long> since = new ArrayList<>();
            for (YearMonth month = first;
                    slots.size() < MONTHS_AT_ONCE
                            && !month.isAfter(last)
                            && from.slot(month).find() == null;
                    month = month.plusMonths(1)) {
                slots.add(from.slot(month));
                since.add(from.slot(month).changes());
            }
            List<CountedMonth> read = loader.load(from.names, first, first.plusMonths(slots.size() - 1L));
            for (int i = 0; i < slots.size(); i++) {
                slots.get(i).keep(read.get(i), since.get(i));
            }
            return read;
        } finally {
            reading.unlock();
        }
    }
}
