package vn.anttmap.movement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
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

    @Enumerated(EnumType.STRING)
    private TeamKind kind = TeamKind.TO_AN_NINH_TU_QUAN;

    private @Nullable Integer memberCount;
    private long areaId;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private boolean synthetic;
    private @Nullable String syntheticNote;
    private Point position = Wgs84.FACTORY.createPoint();

    protected SecurityTeam() {}

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

    long id() {
        return Objects.requireNonNull(id);
    }

    String name() {
        return name;
    }

    TeamKind kind() {
        return kind;
    }

    @Nullable Integer memberCount() {
        return memberCount;
    }

    long areaId() {
        return areaId;
    }

    @Nullable LocalDate validFrom() {
        return validFrom;
    }

    @Nullable LocalDate validTo() {
        return validTo;
    }

    boolean synthetic() {
        return synthetic;
    }

    @Nullable String syntheticNote() {
        return syntheticNote;
    }

    Point position() {
        return position;
    }
}
