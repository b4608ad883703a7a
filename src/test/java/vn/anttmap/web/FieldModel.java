package vn.anttmap.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one incident in a {@link FieldRun}. */
final class FieldModel {
    /** Notes that the device has said it keeps, in order. */
    final List<String> promised = new ArrayList<>();
    /** Notes that were being kept when the tab died, and have no later promise after them. */
    final Set<String> perhaps = new HashSet<>();
    /** Notes that the service confirmed to the colleague. */
    final List<String> others = new ArrayList<>();
    /** The colleague's notes that the officer was shown, when opening the record or in a conflict. */
    final Set<String> shown = new HashSet<>();
    /** The officer's words that gave way after both versions were shown. */
    final Set<String> given = new HashSet<>();

    Instant markedAt = Instant.EPOCH;
    boolean refusedPlace;
    /** The device has said that it keeps the withdrawal, and the officer has not thought better of it. */
    boolean withdrawn;
    /** A tab died while withdrawing. */
    boolean perhapsWithdrawn;
    /** A tab died while correcting: what it had shown before is not known. */
    boolean perhapsShown;

    @Nullable String last() {
        return promised.isEmpty() ? null : promised.get(promised.size() - 1);
    }

    /** Whoever took a mark back leaves it alone from then on. */
    boolean open() {
        return !withdrawn && !perhapsWithdrawn;
    }
}
