package vn.anttmap.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this module needs to know of the units that an account's territory names; {@code territory} answers. */
public interface UnitNames {

    /** A unit that holds today. @param parentName of the unit above it, or null */
    record Found(
            long id,
            String fullName,
            @Nullable String parentName,
            @Nullable String code) {}

    /** @return full name of a unit on record, of whatever day */
    Optional<String> fullName(long unitId);

    /** Units of today whose name (without diacritics) or code matches, of all places, largest first; at most fifty. */
    List<Found> search(String text);
}
