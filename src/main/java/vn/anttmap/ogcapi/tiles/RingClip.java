package vn.anttmap.ogcapi.tiles;

import java.util.function.Consumer;

/** Cuts rings and lines at the sides of a square (Sutherland and Hodgman for rings, Liang and Barsky for lines). */
final class RingClip {

    private final int low;
    private final int high;
    private final Places spare = new Places();
    private final Places piece = new Places();

    RingClip(int low, int high) {
        this.low = low;
        this.high = high;
    }

    /** @param into gets the ring; empty where nothing is left */
    void ring(Places ring, Places into) {
        copy(ring, into);
        if (inside(ring)) {
            return;
        }
        side(into, spare, true, low, true);
        side(spare, into, true, high, false);
        side(into, spare, false, low, true);
        side(spare, into, false, high, false);
    }

    private boolean inside(Places ring) {
        for (int i = 0; i < ring.size(); i++) {
            if (ring.x(i) < low || ring.x(i) > high || ring.y(i) < low || ring.y(i) > high) {
                return false;
            }
        }
        return true;
    }

    private static void copy(Places from, Places into) {
        into.clear();
        for (int i = 0; i < from.size(); i++) {
            into.add(from.x(i), from.y(i));
        }
    }

    private static void side(Places from, Places into, boolean upright, int limit, boolean keepAbove) {
        into.clear();
        int size = from.size();
        for (int i = 0, before = size - 1; i < size; before = i++) {
            int here = upright ? from.x(i) : from.y(i);
            int there = upright ? from.x(before) : from.y(before);
            boolean in = keepAbove ? here >= limit : here <= limit;
            boolean wasIn = keepAbove ? there >= limit : there <= limit;
            if (in != wasIn) {
                cross(from, before, i, upright, limit, into);
            }
            if (in) {
                into.addOther(from.x(i), from.y(i));
            }
        }
    }

    /** The same place whichever end comes first, so that both sides of a border are cut at the same place. */
    private static void cross(Places from, int i, int j, boolean upright, int limit, Places into) {
        boolean swap = from.x(i) > from.x(j) || from.x(i) == from.x(j) && from.y(i) > from.y(j);
        int a = swap ? j : i;
        int b = swap ? i : j;
        if (upright) {
            into.addOther(limit, between(from.y(a), from.y(b), limit - (long) from.x(a), from.x(b) - (long) from.x(a)));
        } else {
            into.addOther(between(from.x(a), from.x(b), limit - (long) from.y(a), from.y(b) - (long) from.y(a)), limit);
        }
    }

    private static int between(int from, int to, long part, long whole) {
        return (int) Math.floor(from + ((double) to - from) * part / whole + 0.5);
    }

    /** @param each gets every piece that lies in the square; it is used again afterwards */
    void line(Places line, Consumer<Places> each) {
        piece.clear();
        for (int i = 1; i < line.size(); i++) {
            double dx = line.x(i) - (double) line.x(i - 1);
            double dy = line.y(i) - (double) line.y(i - 1);
            double[] part = {0, 1};
            boolean in = cut(-dx, line.x(i - 1) - (double) low, part)
                    && cut(dx, high - (double) line.x(i - 1), part)
                    && cut(-dy, line.y(i - 1) - (double) low, part)
                    && cut(dy, high - (double) line.y(i - 1), part);
            if (!in) {
                finish(each);
                continue;
            }
            if (part[0] > 0) {
                finish(each);
            }
            piece.addOther(along(line.x(i - 1), dx, part[0]), along(line.y(i - 1), dy, part[0]));
            piece.addOther(along(line.x(i - 1), dx, part[1]), along(line.y(i - 1), dy, part[1]));
            if (part[1] < 1) {
                finish(each);
            }
        }
        finish(each);
    }

    private void finish(Consumer<Places> each) {
        if (piece.size() >= 2) {
            each.accept(piece);
        }
        piece.clear();
    }

    private static int along(int from, double difference, double part) {
        return (int) Math.floor(from + difference * part + 0.5);
    }

    private static boolean cut(double direction, double room, double[] part) {
        if (direction == 0) {
            return room >= 0;
        }
        double at = room / direction;
        if (direction < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] < part[1] || part[0] == part[1] && part[0] >= 0 && part[1] <= 1;
    }
}
