package vn.anttmap.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Audited;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.data.domain.Persistable;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/** One vụ việc. Its id is made by the client, so that a mark sent twice is one mark. */
@Entity
@Audited
@Audited.Table(
        name = "incident_history",
        changesetIdColumn = "changeset_id",
        modificationTypeColumn = "modification_type")
class Incident implements Persistable<UUID> {

    @Id
    private UUID id = new UUID(0, 0);

    /** Null until stored: tells Spring Data that a record with an id of its own is new. */
    @Version
    private @Nullable Long version;

    private Point position = Wgs84.FACTORY.createPoint();

    @Enumerated(EnumType.STRING)
    private PlaceAccuracy placeAccuracy = PlaceAccuracy.UNKNOWN;

    private Instant occurredAt = Instant.EPOCH;
    private @Nullable Instant occurredUntil;
    private Instant reportedAt = Instant.EPOCH;
    private LocalDate localDate = LocalDate.EPOCH;
    private int localMonth;
    private int localHour;
    private String category = "";
    private @Nullable String severity;
    private boolean majorCase;
    private @Nullable Integer personsInvolved;
    private @Nullable Integer dead;
    private @Nullable Integer injured;
    private @Nullable Long damageDong;

    @Enumerated(EnumType.STRING)
    private HandlingLevel handlingLevel = HandlingLevel.COMMUNE;

    @Enumerated(EnumType.STRING)
    private IncidentState state = IncidentState.RECEIVED;

    private @Nullable String note;
    private @Nullable Instant noteRedactedAt;
    private @Nullable Instant closedAt;
    private long registerCommuneId;
    private boolean nearBorder;
    private @Nullable Long assignedAreaId;
    private boolean withdrawn;
    private boolean synthetic;
    private @Nullable String syntheticNote;
    private String createdBy = "";
    private Instant createdAt = Instant.EPOCH;
    private Instant changedAt = Instant.EPOCH;

    protected Incident() {}

    Incident(UUID id, String createdBy, Instant createdAt) {
        this.id = id;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Marks the record as made up for demonstration. */
    void markSynthetic(@Nullable String why) {
        synthetic = true;
        syntheticNote = why;
    }

    /**
     * Takes over what a checked draft says.
     *
     * @param registerCommuneId commune whose register holds the incident
     * @param nearBorder whether the place lies outside the officer's territory
     */
    void describe(CheckedDraft draft, long newRegisterCommuneId, boolean newNearBorder, Instant now) {
        position = draft.position();
        placeAccuracy = draft.placeAccuracy();
        occurredAt = draft.occurredAt();
        occurredUntil = draft.occurredUntil();
        reportedAt = draft.reportedAt();
        category = draft.category();
        severity = draft.severity();
        majorCase = draft.majorCase();
        personsInvolved = draft.personsInvolved();
        dead = draft.dead();
        injured = draft.injured();
        damageDong = draft.damageDong();
        handlingLevel = draft.handlingLevel();
        if (!draft.state().closed()) {
            closedAt = null;
        } else if (closedAt == null) {
            closedAt = now;
        }
        state = draft.state();
        note = draft.note();
        registerCommuneId = newRegisterCommuneId;
        nearBorder = newNearBorder;
        changed(now);
        ZonedDateTime local = draft.occurredAt().atZone(VietnamTime.ZONE);
        localDate = local.toLocalDate();
        localMonth = local.getMonthValue();
        localHour = local.getHour();
    }

    /** Whether the record already says all that the draft says. */
    boolean says(CheckedDraft draft) {
        return new CheckedDraft(
                        position,
                        placeAccuracy,
                        occurredAt,
                        occurredUntil,
                        reportedAt,
                        category,
                        severity,
                        majorCase,
                        personsInvolved,
                        dead,
                        injured,
                        damageDong,
                        handlingLevel,
                        state,
                        note)
                .equals(draft);
    }

    /** What somebody would have to say for the record to stay as it is. */
    IncidentDraft asDraft() {
        return new IncidentDraft(
                position.getX(),
                position.getY(),
                placeAccuracy,
                occurredAt,
                occurredUntil,
                reportedAt,
                category,
                severity,
                majorCase,
                personsInvolved,
                dead,
                injured,
                damageDong,
                handlingLevel,
                state,
                note,
                null);
    }

    /** @throws UserProblem of kind CONFLICT if the state may not follow the present one */
    void requireStepTo(IncidentState next) {
        if (next != state && !next.mayFollow(state)) {
            throw UserProblem.of(Kind.CONFLICT, "state-step-not-allowed", label(state), label(next))
                    .at("state", next.key())
                    .with(
                            "allowed",
                            state.next().stream().map(IncidentState::key).toList());
        }
    }

    private static MessageText label(IncidentState state) {
        return new MessageText("label.state." + state.key());
    }

    /**
     * Puts it into an area by hand, or takes that back.
     *
     * @param areaId a residential area or commune, or null for the one that the place lies in
     */
    void assign(@Nullable Long areaId, long newRegisterCommuneId, Instant now) {
        assignedAreaId = areaId;
        registerCommuneId = newRegisterCommuneId;
        changed(now);
    }

    /** Clears the note; that it was cleared, and when, stays. */
    void redactNote(Instant now) {
        note = null;
        noteRedactedAt = now;
        changed(now);
    }

    /** Whether its handling ended, or it was withdrawn, before that. */
    boolean endedBefore(Instant instant) {
        return (closedAt != null && closedAt.isBefore(instant)) || (withdrawn && changedAt.isBefore(instant));
    }

    void withdraw(Instant now) {
        withdrawn = true;
        changed(now);
    }

    /** Never before what is on record already, should the clock go back: states are looked up by their time. */
    private void changed(Instant now) {
        if (now.isAfter(changedAt)) {
            changedAt = now;
        }
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
        return Objects.requireNonNull(version, "stored records have a version");
    }

    Point position() {
        return position;
    }

    PlaceAccuracy placeAccuracy() {
        return placeAccuracy;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    @Nullable Instant occurredUntil() {
        return occurredUntil;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    LocalDate localDate() {
        return localDate;
    }

    String category() {
        return category;
    }

    @Nullable String severity() {
        return severity;
    }

    boolean majorCase() {
        return majorCase;
    }

    @Nullable Integer personsInvolved() {
        return personsInvolved;
    }

    @Nullable Integer dead() {
        return dead;
    }

    @Nullable Integer injured() {
        return injured;
    }

    @Nullable Long damageDong() {
        return damageDong;
    }

    HandlingLevel handlingLevel() {
        return handlingLevel;
    }

    IncidentState state() {
        return state;
    }

    @Nullable String note() {
        return note;
    }

    @Nullable Instant noteRedactedAt() {
        return noteRedactedAt;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    long registerCommuneId() {
        return registerCommuneId;
    }

    boolean nearBorder() {
        return nearBorder;
    }

    /** The residential area or commune it was put into by hand; null where its place decides. */
    @Nullable Long assignedAreaId() {
        return assignedAreaId;
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
}
