package vn.anttmap.boundarychange;

import java.util.Locale;

/** What can become of units on a day. */
enum ChangeKind {
    /** Several become one. */
    MERGE,
    /** One becomes several. */
    SPLIT,
    /** Another name, kind, code or parent on the same ground. */
    RENAME,
    /** A unit gets another boundary; what it gains is taken from its neighbours. */
    REDRAW,
    /** A unit gives a part of its ground to another. */
    TRANSFER;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
