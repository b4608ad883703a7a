package vn.anttmap.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register says beside the status; never the status itself.
 *
 * @param verdict met, not_met or insufficient_data
 * @param majorCases trọng án in the window; null where the register does not cover it
 * @param needsChecking true while the comparison rule is not verified against the full text
 */
public record SafetyHint(
        String verdict,
        Counted current,
        Counted previous,
        @Nullable Integer majorCases,
        boolean needsChecking,
        String text) {

    /** @param count null where the register does not cover the window */
    public record Counted(
            LocalDate from, LocalDate to, @Nullable Integer count) {}
}
