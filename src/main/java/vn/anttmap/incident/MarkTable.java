package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.incident.IncidentMap.Mark;

/**
 * Marks in columns, in the order of the places of a Z-shaped curve, so that each square tile of the map is one run of them.
 * Immutable; those that came later stand in a list of their own until there are many.
 */
final class MarkTable {

    /** Bits of a place in each direction: a unit of a tile at zoom 18. */
    static final int BITS = 30;

    private static final int MOST_LATER = 20_000;

    private final MarkColumns columns;
    private final long[] codes;
    private final BitSet gone;
    private final List<Mark> later;

    static MarkTable of(Collection<Mark> marks) {
        MarkColumns columns = new MarkColumns(new MarkWords(), marks.size());
        marks.forEach(columns::add);
        return ofColumns(columns);
    }

    /** @param columns not to be used any more */
    static MarkTable ofColumns(MarkColumns columns) {
        return new MarkTable(columns.sorted(), new BitSet(), List.of());
    }

    private MarkTable(MarkColumns columns, BitSet gone, List<Mark> later) {
        this.columns = columns;
        this.codes = columns.codes;
        this.gone = gone;
        this.later = later;
    }

    /** The table in which these stand anew, or no longer. */
    MarkTable with(Set<UUID> changed, List<Mark> now) {
        BitSet alsoGone = (BitSet) gone.clone();
        positions(changed).forEach(alsoGone::set);
        List<Mark> rest = new ArrayList<>(later);
        rest.removeIf(mark -> changed.contains(mark.id()));
        rest.addAll(now);
        MarkTable next = new MarkTable(columns, alsoGone, List.copyOf(rest));
        return rest.size() > MOST_LATER ? ofColumns(next.all()) : next;
    }

    /** Those of the ids that are there. */
    List<Mark> find(Set<UUID> wanted) {
        List<Mark> found = new ArrayList<>();
        Object[] known = columns.words.toArray();
        positions(wanted).forEach(i -> found.add(mark(i, known)));
        later.stream().filter(mark -> wanted.contains(mark.id())).forEach(found::add);
        return found;
    }

    private List<Integer> positions(Set<UUID> wanted) {
        List<Integer> found = new ArrayList<>();
        Set<Long> firstHalves = new HashSet<>();
        wanted.forEach(id -> firstHalves.add(id.getMostSignificantBits()));
        long only = wanted.size() == 1 ? firstHalves.iterator().next() : 0;
        for (int i = 0; i < codes.length; i++) {
            long first = columns.ids[2 * i];
            if ((wanted.size() == 1 ? first == only : firstHalves.contains(first))
                    && wanted.contains(new UUID(first, columns.ids[2 * i + 1]))
                    && !gone.get(i)) {
                found.add(i);
            }
        }
        return found;
    }

    private MarkColumns all() {
        MarkColumns all = new MarkColumns(columns.words, size());
        for (int i = gone.nextClearBit(0); i < codes.length; i = gone.nextClearBit(i + 1)) {
            all.add(columns, i);
        }
        later.forEach(all::add);
        return all;
    }

    int size() {
        return codes.length - gone.cardinality() + later.size();
    }

    private Mark mark(int i, Object[] known) {
        return new Mark(
                new UUID(columns.ids[2 * i], columns.ids[2 * i + 1]),
                codes[i],
                columns.days[i],
                (Long) known[columns.communes[i]],
                (String) known[columns.categories[i]],
                (String) known[columns.severities[i]],
                PlaceAccuracy.values()[columns.accuracies[i]]);
    }

    /** Which marks are meant; days are {@link LocalDate#toEpochDay()}, both included. */
    record Wanted(int from, int to, String category, String severity, IncidentAudience.View view) {

        boolean covers(Mark mark) {
            return mark.epochDay() >= from
                    && mark.epochDay() <= to
                    && (category.isEmpty() || mark.category().equals(category))
                    && (severity.isEmpty() || mark.severity().equals(severity))
                    && view.covers(mark.registerCommuneId(), mark.category());
        }
    }

    /** Takes one mark: its place in units of zoom 18, and how to learn the rest of it. */
    @FunctionalInterface
    interface Taker {

        void take(int x, int y, Supplier<Mark> mark);
    }

    /** What an account may see of this table, for one thread: what it covers is worked out once for all squares. */
    Reading reading(Wanted wanted) {
        return new Reading(wanted);
    }

    /** One question to the table. */
    final class Reading {

        private final Wanted wanted;
        private final Object[] known = columns.words.toArray();
        private final Sight sight;

        private Reading(Wanted wanted) {
            this.wanted = wanted;
            this.sight = new Sight(known, wanted);
        }

        /** All of those meant in a square of the map. @param zoom from 0; x and y count from the north-west */
        void in(int zoom, int column, int row, Taker taker) {
            int[] days = columns.days;
            int shift = 2 * (BITS - zoom);
            long begin = code(column, row) << shift;
            long end = begin + (1L << shift);
            for (int i = first(codes, begin); i < codes.length && codes[i] < end; i++) {
                if (days[i] >= wanted.from()
                        && days[i] <= wanted.to()
                        && sight.covers(columns.communes[i], columns.categories[i], columns.severities[i])
                        && !gone.get(i)) {
                    int at = i;
                    taker.take(half(codes[i]), half(codes[i] >>> 1), () -> mark(at, known));
                }
            }
            for (Mark mark : later) {
                if (mark.code() >= begin && mark.code() < end && wanted.covers(mark)) {
                    taker.take(half(mark.code()), half(mark.code() >>> 1), () -> mark);
                }
            }
        }
    }

    /** The first in an ascending row that is not below the code. */
    static int first(long[] ascending, long code) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] < code) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** What a question covers, worked out once for each pair of commune and category. */
    private static final class Sight {

        private final Object[] known;
        private final Wanted wanted;
        private final Map<Long, Boolean> pairs = new HashMap<>();
        private final int category;
        private final int severity;
        private long lastPair = -1;
        private boolean last;

        Sight(Object[] known, Wanted wanted) {
            this.known = known;
            this.wanted = wanted;
            ToIntFunction<String> number =
                    word -> word.isEmpty() ? -1 : Arrays.asList(known).indexOf(word);
            category = number.applyAsInt(wanted.category());
            severity = number.applyAsInt(wanted.severity());
        }

        boolean covers(int commune, int itsCategory, int itsSeverity) {
            if (!wanted.category().isEmpty() && itsCategory != category
                    || !wanted.severity().isEmpty() && itsSeverity != severity) {
                return false;
            }
            long pair = (long) commune << 32 | itsCategory;
            if (pair != lastPair) {
                lastPair = pair;
                last = pairs.computeIfAbsent(
                        pair, key -> wanted.view().covers((Long) known[commune], (String) known[itsCategory]));
            }
            return last;
        }
    }

    /** The place on the curve of a degree position. */
    static long code(double longitude, double latitude) {
        double side = 1L << BITS;
        int most = (1 << BITS) - 1;
        return code((int) Math.max(0, Math.min(most, Math.rint(WebMercator.x(longitude) * side))), (int)
                Math.max(0, Math.min(most, Math.rint(WebMercator.y(latitude) * side))));
    }

    static long code(int x, int y) {
        return spread(x) | spread(y) << 1;
    }

    private static long spread(int value) {
        long bits = value;
        bits = (bits | bits << 16) & 0x0000FFFF0000FFFFL;
        bits = (bits | bits << 8) & 0x00FF00FF00FF00FFL;
        bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0FL;
        bits = (bits | bits << 2) & 0x3333333333333333L;
        return (bits | bits << 1) & 0x5555555555555555L;
    }

    static int half(long code) {
        long bits = code & 0x5555555555555555L;
        bits = (bits | bits >>> 1) & 0x3333333333333333L;
        bits = (bits | bits >>> 2) & 0x0F0F0F0F0F0F0F0FL;
        bits = (bits | bits >>> 4) & 0x00FF00FF00FF00FFL;
        bits = (bits | bits >>> 8) & 0x0000FFFF0000FFFFL;
        return (int) (bits | bits >>> 16);
    }
}
