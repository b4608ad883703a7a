package vn.anttmap.movement;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitRef;

/** Turns stored entries into what is shown of them. */
@Component
class MovementViews {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final MovementKinds kinds;
    private final Territory territory;
    private final JsonMapper json;

    MovementViews(MovementKinds kinds, Territory territory, JsonMapper json) {
        this.kinds = kinds;
        this.territory = territory;
        this.json = json;
    }

    EntryDetails details(MovementEntry.Content content) {
        return EntryDetails.stored(json.readValue(content.details(), DETAILS));
    }

    List<MovementEntryView> of(Collection<MovementEntry> entries, Locale locale) {
        Map<String, String> names = names(locale);
        return entries.stream()
                .map(entry -> view(entry, entry.version(), names))
                .toList();
    }

    MovementEntryView of(MovementEntry entry, Locale locale) {
        return of(List.of(entry), locale).get(0);
    }

    /** Past states, each the version of its place in the list. */
    List<MovementEntryView> past(List<MovementEntry> states, Locale locale) {
        Map<String, String> names = names(locale);
        return IntStream.range(0, states.size())
                .mapToObj(version -> view(states.get(version), version, names))
                .toList();
    }

    private Map<String, String> names(Locale locale) {
        Map<String, String> names = new HashMap<>();
        kinds.list().forEach(kind -> names.put(kind.list() + " " + kind.code(), kind.name(locale)));
        return names;
    }

    private MovementEntryView view(MovementEntry entry, long version, Map<String, String> names) {
        MovementEntry.Content content = entry.content();
        Point position = content.position();
        String register = content.register().key();
        return new MovementEntryView(
                entry.getId(),
                register,
                content.kind(),
                names.getOrDefault(register + " " + content.kind(), content.kind()),
                territory
                        .find(content.unitId())
                        .map(Unit::ref)
                        .orElseGet(() -> new UnitRef(content.unitId(), String.valueOf(content.unitId()))),
                content.title(),
                content.firstDay(),
                content.lastDay(),
                position == null ? null : position.getX(),
                position == null ? null : position.getY(),
                details(content).values(),
                content.source(),
                entry.withdrawn(),
                entry.synthetic(),
                entry.createdBy(),
                entry.changedAt(),
                version);
    }
}
