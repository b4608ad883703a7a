package vn.anttmap.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Photos as rows. A removed one keeps its row, for who and when, and loses its picture. */
@Component
class PhotoTable {

    private final NamedParameterJdbcTemplate jdbc;

    PhotoTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Photos of each incident, oldest first; incidents without any are missing. */
    Map<UUID, List<IncidentPhoto>> of(Collection<UUID> incidentIds) {
        Map<UUID, List<IncidentPhoto>> photos = new HashMap<>();
        if (incidentIds.isEmpty()) {
            return photos;
        }
        jdbc.query("""
                select id, incident_id, width, height from incident_photo
                where incident_id in (:ids) and removed_at is null order by added_at, id""", Map.of("ids", incidentIds), row -> {
            photos.computeIfAbsent(row.getObject("incident_id", UUID.class), id -> new ArrayList<>())
                    .add(new IncidentPhoto(row.getObject("id", UUID.class), row.getInt("width"), row.getInt("height")));
        });
        return photos;
    }

    /** The photo of an incident that shows the very same picture. */
    Optional<IncidentPhoto> findSame(UUID incidentId, String sha256) {
        return jdbc
                .query(
                        """
                select id, width, height from incident_photo
                where incident_id = :incident and sha256 = :sha256 and removed_at is null""",
                        Map.of("incident", incidentId, "sha256", sha256),
                        (row, number) -> new IncidentPhoto(
                                row.getObject("id", UUID.class), row.getInt("width"), row.getInt("height")))
                .stream()
                .findFirst();
    }

    void insert(IncidentPhoto photo, UUID incidentId, byte[] jpeg, String sha256, String username, Instant at) {
        jdbc.update(
                """
                insert into incident_photo (id, incident_id, content, sha256, width, height, added_by, added_at)
                values (:id, :incident, :content, :sha256, :width, :height, :username, :at)""",
                Map.of(
                        "id",
                        photo.id(),
                        "incident",
                        incidentId,
                        "content",
                        jpeg,
                        "sha256",
                        sha256,
                        "width",
                        photo.width(),
                        "height",
                        photo.height(),
                        "username",
                        username,
                        "at",
                        at.atOffset(ZoneOffset.UTC)));
    }

    Optional<byte[]> content(UUID incidentId, UUID photoId) {
        return jdbc
                .query("""
                select content from incident_photo
                where id = :id and incident_id = :incident and removed_at is null""", Map.of("id", photoId, "incident", incidentId), (row, number) -> row.getBytes("content"))
                .stream()
                .findFirst();
    }

    /** @return whether there was one */
    boolean remove(UUID incidentId, UUID photoId, String username, Instant at) {
        return jdbc.update(
                        """
                        update incident_photo set content = null, removed_by = :username, removed_at = :at
                        where id = :id and incident_id = :incident and removed_at is null""",
                        Map.of(
                                "id", photoId,
                                "incident", incidentId,
                                "username", username,
                                "at", at.atOffset(ZoneOffset.UTC)))
                > 0;
    }

    /** @return how many there were */
    int removeAll(UUID incidentId, String username, Instant at) {
        return jdbc.update(
                """
                update incident_photo set content = null, removed_by = :username, removed_at = :at
                where incident_id = :incident and removed_at is null""", Map.of("incident", incidentId, "username", username, "at", at.atOffset(ZoneOffset.UTC)));
    }
}
