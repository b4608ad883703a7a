package vn.anttmap.live;

import java.util.Locale;
import java.util.UUID;
import vn.anttmap.incident.IncidentWritten;

/**
 * An incident was written. Travels between nodes as text; what clients get of it is {@link Told}.
 *
 * @param communeId commune whose register holds the incident
 */
record LiveEvent(UUID id, long version, String change, long communeId, String category) {

    /** What goes out: enough to ask for the incident, nothing that says what or where it is. */
    record Told(UUID id, long version, String change) {}

    static LiveEvent of(IncidentWritten written) {
        return new LiveEvent(
                written.incidentId(),
                written.version(),
                written.change().name().toLowerCase(Locale.ROOT),
                written.registerCommuneId(),
                written.category());
    }

    /** @throws IllegalArgumentException if the text was not made by {@link #text()} */
    static LiveEvent parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("not an event: " + text);
        }
        return new LiveEvent(
                UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2], Long.parseLong(parts[3]), parts[4]);
    }

    String text() {
        return id + " " + version + " " + change + " " + communeId + " " + category;
    }

    Told told() {
        return new Told(id, version, change);
    }
}
