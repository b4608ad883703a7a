package vn.anttmap.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period of legal validity {@code [from, to)}.
 *
 * @param from first day, or null where it is open or unknown
 * @param to first day no longer valid, or null while it lasts
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Validity ALWAYS = new Validity(null, null);

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /**
     * Whether any day of a period lies in it.
     *
     * @param firstDay null for open
     * @param lastDay included; null for open
     */
    public boolean overlaps(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        return (from == null || lastDay == null || !from.isAfter(lastDay))
                && (to == null || firstDay == null || to.isAfter(firstDay));
    }
}
