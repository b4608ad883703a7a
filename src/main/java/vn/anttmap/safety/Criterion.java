package vn.anttmap.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.Objects;
import org.hibernate.annotations.Audited;
import org.jspecify.annotations.Nullable;

/** One criterion of a set, with its history. */
@Entity
@Audited
@Audited.Table(
        name = "criterion_history",
        changesetIdColumn = "changeset_id",
        modificationTypeColumn = "modification_type")
class Criterion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "criterion_seq")
    @SequenceGenerator(name = "criterion_seq", allocationSize = 1)
    private @Nullable Long id;

    @Version
    private long version;

    private String setCode = "";

    @Enumerated(EnumType.STRING)
    private CriterionSubject subject = CriterionSubject.RESIDENTIAL_AREA;

    private String code = "";
    private int position;
    private String textVi = "";

    @Enumerated(EnumType.STRING)
    private JudgedBy judgedBy = JudgedBy.ATTESTED;

    private @Nullable String figure;
    private @Nullable String provinceCode;
    private boolean optional;
    private @Nullable Integer points;
    private boolean verified;
    private String source = "";
    private boolean active = true;

    protected Criterion() {}

    Criterion(String setCode, CriterionSubject subject, String code, int position) {
        this.setCode = setCode;
        this.subject = subject;
        this.code = code;
        this.position = position;
    }

    /**
     * What an administrator may change.
     *
     * @param provinceCode official code of the province that added it; null for all
     * @param points of a local scoring sheet; null without
     * @param verified whether the wording was compared with the instrument
     */
    record Content(
            String textVi,
            JudgedBy judgedBy,
            @Nullable String provinceCode,
            boolean optional,
            @Nullable Integer points,
            boolean verified,
            String source,
            boolean active) {}

    Content content() {
        return new Content(textVi, judgedBy, provinceCode, optional, points, verified, source, active);
    }

    void describe(Content content) {
        textVi = content.textVi();
        judgedBy = content.judgedBy();
        provinceCode = content.provinceCode();
        optional = content.optional();
        points = content.points();
        verified = content.verified();
        source = content.source();
        active = content.active();
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long version() {
        return version;
    }

    String setCode() {
        return setCode;
    }

    CriterionSubject subject() {
        return subject;
    }

    String code() {
        return code;
    }

    int position() {
        return position;
    }

    @Nullable String figure() {
        return figure;
    }
}
