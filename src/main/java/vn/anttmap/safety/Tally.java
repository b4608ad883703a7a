package vn.anttmap.safety;

import java.util.List;

/** How many of one kind there are, and how far they are. */
record Tally(int all, int registered, int recognised) {

    static Tally of(List<SafetyStatus> statuses) {
        return new Tally(
                statuses.size(),
                (int) statuses.stream().filter(Tally::registered).count(),
                (int) statuses.stream()
                        .filter(status -> status == SafetyStatus.RECOGNISED)
                        .count());
    }

    private static boolean registered(SafetyStatus status) {
        return status != SafetyStatus.NOT_REGISTERED && status != SafetyStatus.NOT_CONSIDERED;
    }
}
