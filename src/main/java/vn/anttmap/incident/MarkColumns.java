package vn.anttmap.incident;

import java.util.Arrays;
import vn.anttmap.incident.IncidentMap.Mark;

/**
 * Marks in columns of plain numbers, 37 bytes each, filled without an object for each, so that reading millions takes little
 * more than holding them. For one thread while it is filled; nobody changes it once it is {@link #sorted}.
 */
final class MarkColumns {

    private static final int LEAST = 16;

    final MarkWords words;
    long[] codes;
    long[] ids;
    int[] days;
    int[] communes;
    short[] categories;
    short[] severities;
    byte[] accuracies;
    private int size;

    /** @param expected about how many there will be; more find room, too */
    MarkColumns(MarkWords words, int expected) {
        this.words = words;
        int capacity = Math.max(LEAST, expected);
        codes = new long[capacity];
        ids = new long[2 * capacity];
        days = new int[capacity];
        communes = new int[capacity];
        categories = new short[capacity];
        severities = new short[capacity];
        accuracies = new byte[capacity];
    }

    int size() {
        return size;
    }

    void add(Mark mark) {
        int i = next();
        codes[i] = mark.code();
        ids[2 * i] = mark.id().getMostSignificantBits();
        ids[2 * i + 1] = mark.id().getLeastSignificantBits();
        days[i] = mark.epochDay();
        communes[i] = words.number(mark.registerCommuneId());
        categories[i] = (short) words.number(mark.category());
        severities[i] = (short) words.number(mark.severity());
        accuracies[i] = (byte) mark.accuracy().ordinal();
    }

    /** One of others that have the same words. */
    void add(MarkColumns others, int other) {
        int i = next();
        codes[i] = others.codes[other];
        ids[2 * i] = others.ids[2 * other];
        ids[2 * i + 1] = others.ids[2 * other + 1];
        days[i] = others.days[other];
        communes[i] = others.communes[other];
        categories[i] = others.categories[other];
        severities[i] = others.severities[other];
        accuracies[i] = others.accuracies[other];
    }

    private int next() {
        if (size == codes.length) {
            resize(size + size / 2);
        }
        return size++;
    }

    private void resize(int capacity) {
        codes = Arrays.copyOf(codes, capacity);
        ids = Arrays.copyOf(ids, 2 * capacity);
        days = Arrays.copyOf(days, capacity);
        communes = Arrays.copyOf(communes, capacity);
        categories = Arrays.copyOf(categories, capacity);
        severities = Arrays.copyOf(severities, capacity);
        accuracies = Arrays.copyOf(accuracies, capacity);
    }

    /** In the order of their places; those of one place in the order in which they came. @return this, without spare room */
    MarkColumns sorted() {
        if (size < codes.length) {
            resize(size);
        }
        long[] sorted = codes.clone();
        Arrays.sort(sorted);
        move(targets(sorted));
        codes = sorted;
        return this;
    }

    /** Where each goes: to the first of its place, and as many further as came before it. */
    private int[] targets(long[] sorted) {
        int[] targets = new int[size];
        int[] taken = new int[size];
        for (int i = 0; i < size; i++) {
            int first = MarkTable.first(sorted, codes[i]);
            targets[i] = first + taken[first]++;
        }
        return targets;
    }

    /** Each to its target, within the columns: what stood there goes on to its own, until the round is closed. */
    private void move(int[] targets) {
        for (int i = 0; i < size; i++) {
            while (targets[i] != i) {
                int target = targets[i];
                exchange(i, target);
                targets[i] = targets[target];
                targets[target] = target;
            }
        }
    }

    /** All but the places, which are sorted by themselves. */
    private void exchange(int i, int j) {
        for (int half = 0; half < 2; half++) {
            long id = ids[2 * i + half];
            ids[2 * i + half] = ids[2 * j + half];
            ids[2 * j + half] = id;
        }
        int day = days[i];
        days[i] = days[j];
        days[j] = day;
        int commune = communes[i];
        communes[i] = communes[j];
        communes[j] = commune;
        short category = categories[i];
        categories[i] = categories[j];
        categories[j] = category;
        short severity = severities[i];
        severities[i] = severities[j];
        severities[j] = severity;
        byte accuracy = accuracies[i];
        accuracies[i] = accuracies[j];
        accuracies[j] = accuracy;
    }
}
