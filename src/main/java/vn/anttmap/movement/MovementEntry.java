package vn.anttmap.movement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Audited;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.data.domain.Persistable;

/** One line of a register. Its id is made by the client, so that an entry sent twice is one. */
@Entity
@Audited
@Audited.Table(
        name = "movement_entry_history",
        changesetIdColumn = "changeset_id",
        modificationTypeColumn = "modification_type")
class MovementEntry implements Persistable<UUID> {

    @Id
    private UUID id = new UUID(0, 0);

    /** Null until stored: tells Spring Data that a record with an id of its own is new. */
    @Version
    private @Nullable Long version;

    private String register = "";
    private String kind = "";
    private long unitId;
    private String title = "";
    private LocalDate firstDay = LocalDate.EPOCH;
    private @Nullable LocalDate lastDay;
    private String details = "{}";
    private @Nullable Point position;
    private @Nullable String source;
    private boolean withdrawn;
    private boolean synthetic;
    private String createdBy = "";
    private Instant changedAt = Instant.EPOCH;

    protected MovementEntry() {}

    MovementEntry(UUID id, String createdBy) {
        this.id = id;
        this.createdBy = createdBy;
    }

    /**
     * What an entry says, checked.
     *
     * @param details a JSON object
     */
    record Content(
            Register register,
            String kind,
            long unitId,
            String title,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String details,
            @Nullable Point position,
            @Nullable String source) {}

    Content content() {
        return new Content(Register.ofKey(register), kind, unitId, title, firstDay, lastDay, details, position, source);
    }

    void describe(Content content, Instant at) {
        register = content.register().key();
        kind = content.kind();
        unitId = content.unitId();
        title = content.title();
        firstDay = content.firstDay();
        lastDay = content.lastDay();
        details = content.details();
        position = content.position();
        source = content.source();
        changed(at);
    }

    void withdraw(Instant at) {
        withdrawn = true;
        changed(at);
    }

    /** Never before what is on record already, should the clock go back: states are looked up by their time. */
    private void changed(Instant at) {
        if (at.isAfter(changedAt)) {
            changedAt = at;
        }
    }

    void markSynthetic() {
        synthetic = true;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    long version() {
        return Objects.requireNonNullElse(version, 0L);
    }

    boolean withdrawn() {
        return withdrawn;
    }

    boolean synthetic() {
        return synthetic;
    }

    String createdBy() {
        return createdBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
