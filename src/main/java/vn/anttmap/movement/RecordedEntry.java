package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the demonstration data.
 *
 * @param details as in {@link EntryDraft}
 * @param synthetic false for what the two reports of 2019 say
 */
public record RecordedEntry(
        UUID id,
        Register register,
        String kind,
        long unitId,
        String title,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Map<String, Object> details,
        String source,
        boolean synthetic) {}
