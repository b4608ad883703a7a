package vn.anttmap.safety;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.audit.AuditEntry;
import org.hibernate.audit.AuditLog;
import org.hibernate.audit.AuditLogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Changeset;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/** How an administrator keeps the criteria: corrects a wording, marks it as checked, adds what a province adds. */
@Service
public class CriteriaSettings {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,19}");
    private static final Pattern PROVINCE = Pattern.compile("[0-9]{2}");
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_SOURCE = 500;
    private static final int MOST_POINTS = 1_000;

    private final CriterionRepository criteria;
    private final JdbcClient jdbc;
    private final EntityManager entityManager;
    private final ApplicationEventPublisher events;

    CriteriaSettings(
            CriterionRepository criteria,
            JdbcClient jdbc,
            EntityManager entityManager,
            ApplicationEventPublisher events) {
        this.criteria = criteria;
        this.jdbc = jdbc;
        this.entityManager = entityManager;
        this.events = events;
    }

    /** What a criterion is to be; every member but provinceCode and points is needed. */
    public record Draft(
            @Nullable String text,
            @Nullable JudgedBy judgedBy,
            @Nullable String provinceCode,
            @Nullable Boolean optional,
            @Nullable Integer points,
            @Nullable Boolean verified,
            @Nullable String source,
            @Nullable Boolean active) {}

    /** @param created whether there was none of this code */
    public record Stored(CriterionView criterion, boolean created) {}

    /**
     * Adds a criterion at the end of its list or changes one. None is deleted: make it inactive.
     *
     * @param basedOn version the caller has seen; needed for a change
     * @throws UserProblem if the account may not, a value is wrong, or somebody else was faster
     */
    @Transactional
    public Stored put(
            AccountView account,
            String setCode,
            CriterionSubject subject,
            String code,
            Draft draft,
            @Nullable Long basedOn) {
        account.require(Right.ADMINISTER);
        Criterion.Content content = check(draft);
        Optional<Criterion> stored = criteria.findBySetCodeAndSubjectAndCode(setCode, subject, code);
        Criterion criterion = stored.orElseGet(() -> added(setCode, subject, code));
        if (stored.isPresent()) {
            if (criterion.content().equals(content)) {
                return new Stored(CriterionView.of(criterion), false);
            }
            requireVersion(criterion, basedOn);
        }
        criterion.describe(content);
        Criterion saved = criteria.saveAndFlush(criterion);
        events.publishEvent(
                new CriterionChanged(account, setCode + " " + subject.key() + " " + code, stored.isEmpty()));
        return new Stored(CriterionView.of(saved), stored.isEmpty());
    }

    /** One state of a criterion. */
    public record State(Instant changedAt, String changedBy, CriterionView criterion) {}

    /** Everything a criterion ever said, oldest first; what was delivered is signed by {@code system}. */
    @Transactional(readOnly = true)
    public List<State> history(AccountView account, String setCode, CriterionSubject subject, String code) {
        account.require(Right.ADMINISTER);
        Criterion criterion = criteria.findBySetCodeAndSubjectAndCode(setCode, subject, code)
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "criterion-unknown", setCode, code));
        List<State> states = new ArrayList<>();
        try (AuditLog log = AuditLogFactory.create(entityManager)) {
            for (AuditEntry<Criterion> entry : log.getHistory(Criterion.class, criterion.id())) {
                Changeset changeset = (Changeset) entry.changeset();
                states.add(new State(
                        changeset.changedAt(),
                        changeset.username(),
                        CriterionView.of(Objects.requireNonNull(entry.entity()))));
            }
        }
        return states;
    }

    private Criterion added(String setCode, CriterionSubject subject, String code) {
        if (!CODE.matcher(code).matches()) {
            throw UserProblem.of(Kind.INVALID, "criterion-code-invalid").at("code", code);
        }
        boolean known = jdbc.sql("select count(*) from criteria_set where code = ?")
                        .param(setCode)
                        .query(Long.class)
                        .single()
                > 0;
        if (!known) {
            throw UserProblem.of(Kind.NOT_FOUND, "criterion-unknown", setCode, code);
        }
        int last = criteria.findBySetCodeOrderBySubjectAscPositionAscCodeAsc(setCode).stream()
                .filter(each -> each.subject() == subject)
                .mapToInt(Criterion::position)
                .max()
                .orElse(0);
        return new Criterion(setCode, subject, code, last + 1);
    }

    private static void requireVersion(Criterion criterion, @Nullable Long basedOn) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", criterion.version());
        }
        if (basedOn != criterion.version()) {
            throw UserProblem.of(Kind.STALE, "criterion-changed", criterion.version())
                    .with("current", CriterionView.of(criterion));
        }
    }

    private static Criterion.Content check(Draft draft) {
        String province = draft.provinceCode();
        if (province != null && !PROVINCE.matcher(province).matches()) {
            throw UserProblem.of(Kind.INVALID, "province-code-invalid").at("provinceCode", province);
        }
        Integer points = draft.points();
        if (points != null && (points < 0 || points > MOST_POINTS)) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "points", 0, MOST_POINTS)
                    .at("points", points);
        }
        return new Criterion.Content(
                GivenText.required("text", draft.text(), LONGEST_TEXT),
                present("judgedBy", draft.judgedBy()),
                province,
                present("optional", draft.optional()),
                points,
                present("verified", draft.verified()),
                GivenText.required("source", draft.source(), LONGEST_SOURCE),
                present("active", draft.active()));
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }
}
