package vn.anttmap.movement;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.geo.Wgs84;

/** A local team. Its members are counted, never named. */
@Entity
class SecurityTeam {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "security_team_seq")
    @SequenceGenerator(name = "security_team_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String teamKey = "";
    private String name = "";
    private String kind = "";
    private @Nullable Integer memberCount;
    private long areaId;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private boolean synthetic;
    private @Nullable String syntheticNote;
    private Point position = Wgs84.FACTORY.createPoint();
    private @Nullable String changedBy;
    private @Nullable Instant changedAt;
    private boolean withdrawn;

    protected SecurityTeam() {}

    SecurityTeam(String teamKey) {
        this.teamKey = teamKey;
    }

    SecurityTeam(NewSecurityTeam team) {
        this.teamKey = team.key();
        this.name = VietnameseText.nfc(team.name());
        this.kind = team.kind();
        this.memberCount = team.memberCount();
        this.areaId = team.areaId();
        this.validFrom = team.validity().from();
        this.validTo = team.validity().to();
        this.synthetic = team.synthetic();
        this.syntheticNote = team.syntheticNote();
        this.position = team.position();
    }

    /**
     * What a team is, checked.
     *
     * @param validTo the day from which it no longer exists
     * @param position EPSG:4326
     */
    record Content(
            String name,
            String kind,
            long areaId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Integer memberCount,
            Point position) {}

    Content content() {
        return new Content(name, kind, areaId, validFrom, validTo, memberCount, position);
    }

    void describe(Content content, String by, Instant at) {
        name = content.name();
        kind = content.kind();
        areaId = content.areaId();
        validFrom = content.validFrom();
        validTo = content.validTo();
        memberCount = content.memberCount();
        position = content.position();
        changedBy = by;
        changedAt = at;
    }

    /** Leaves the register; its history stays. */
    void withdraw(String by, Instant at) {
        withdrawn = true;
        changedBy = by;
        changedAt = at;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long version() {
        return version;
    }

    @Nullable String changedBy() {
        return changedBy;
    }

    @Nullable Instant changedAt() {
        return changedAt;
    }

    boolean withdrawn() {
        return withdrawn;
    }

    boolean synthetic() {
        return synthetic;
    }

    @Nullable String syntheticNote() {
        return syntheticNote;
    }
}
