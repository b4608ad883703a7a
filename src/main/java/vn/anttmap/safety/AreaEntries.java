package vn.anttmap.safety;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** Makes the line of one area in a year. */
@Component
class AreaEntries {

    private final Territory territory;

    AreaEntries(Territory territory) {
        this.territory = territory;
    }

    /**
     * @param recorded empty where nothing is
     * @param hint null where none was asked for
     * @param missing null where it was not worked out
     */
    AreaSafety of(
            Unit unit,
            Optional<RecordedStatus> recorded,
            @Nullable SafetyHint hint,
            @Nullable List<String> missing,
            Locale locale) {
        return new AreaSafety(
                unit.id(),
                unit.name(),
                unit.fullName(),
                unit.level().key(),
                unit.kind().label(locale),
                territory.parentName(unit),
                recorded.map(RecordedStatus::status)
                        .orElse(SafetyStatus.NOT_REGISTERED)
                        .key(),
                recorded.map(RecordedStatus::on).orElse(null),
                recorded.map(RecordedStatus::by).orElse(null),
                recorded.map(RecordedStatus::decisionNumber).orElse(null),
                recorded.map(RecordedStatus::note).orElse(null),
                recorded.map(RecordedStatus::synthetic).orElse(false),
                List.of(),
                hint,
                recorded.map(RecordedStatus::version).orElse(0L),
                missing);
    }
}
