package vn.anttmap.ogcapi.tiles;

import java.util.Arrays;

/** Places of a line or a ring in units of a tile, in arrays that grow. A ring does not repeat its first place. */
final class Places {

    private int[] xs = new int[64];
    private int[] ys = new int[64];
    private int size;

    int size() {
        return size;
    }

    int x(int i) {
        return xs[i];
    }

    int y(int i) {
        return ys[i];
    }

    void clear() {
        size = 0;
    }

    void removeLast() {
        size--;
    }

    void add(int x, int y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    /** Unless it is the last one already. */
    void addOther(int x, int y) {
        if (size == 0 || xs[size - 1] != x || ys[size - 1] != y) {
            add(x, y);
        }
    }

    /** Twice the area, positive where the ring runs clockwise as seen on the screen. */
    long doubleArea() {
        long sum = 0;
        for (int i = 0, before = size - 1; i < size; before = i++) {
            sum += (long) xs[before] * ys[i] - (long) xs[i] * ys[before];
        }
        return sum;
    }

    /**
     * The ring without places that say nothing: repeated ones, those on the straight line between their neighbours, and the
     * tips of spikes that lead there and back. What the ring encloses stays the same to the unit, so that neighbours may
     * differ in what they drop.
     *
     * @param into gets the ring; empty where nothing with an area is left
     */
    void tidyRing(Places into) {
        into.clear();
        for (int i = 0; i < size; i++) {
            into.addOther(xs[i], ys[i]);
            into.dropMiddles();
        }
        // The beginning of the ring is looked at last, from both sides.
        int first = 0;
        boolean dropped = true;
        while (dropped && into.size - first >= 3) {
            dropped = false;
            int last = into.size - 1;
            if (into.same(first, last) || into.straight(last - 1, last, first)) {
                into.size--;
                dropped = true;
            } else if (into.straight(last, first, first + 1)) {
                first++;
                dropped = true;
            }
        }
        if (into.size - first < 3) {
            into.clear();
        } else if (first > 0) {
            System.arraycopy(into.xs, first, into.xs, 0, into.size - first);
            System.arraycopy(into.ys, first, into.ys, 0, into.size - first);
            into.size -= first;
        }
    }

    /** The line without repeated places and those on a straight line forwards. */
    void tidyLine(Places into) {
        into.clear();
        for (int i = 0; i < size; i++) {
            into.addOther(xs[i], ys[i]);
            int n = into.size;
            if (n >= 3 && into.straight(n - 3, n - 2, n - 1) && into.between(n - 3, n - 2, n - 1)) {
                into.xs[n - 2] = into.xs[n - 1];
                into.ys[n - 2] = into.ys[n - 1];
                into.size--;
            }
        }
    }

    private void dropMiddles() {
        while (size >= 3 && straight(size - 3, size - 2, size - 1)) {
            xs[size - 2] = xs[size - 1];
            ys[size - 2] = ys[size - 1];
            size--;
            if (size >= 2 && same(size - 2, size - 1)) {
                size--;
            }
        }
    }

    private boolean same(int i, int j) {
        return xs[i] == xs[j] && ys[i] == ys[j];
    }

    private boolean straight(int i, int j, int k) {
        return (long) (xs[j] - xs[i]) * (ys[k] - ys[j]) == (long) (ys[j] - ys[i]) * (xs[k] - xs[j]);
    }

    private boolean between(int i, int j, int k) {
        return (long) (xs[j] - xs[i]) * (xs[k] - xs[j]) + (long) (ys[j] - ys[i]) * (ys[k] - ys[j]) >= 0;
    }
}
