package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.territory.UnitLevel;

/** What a year is judged by. */
@Service
public class AssessmentCriteria {

    private final CriterionRepository criteria;
    private final SafetyAssessments assessments;
    private final AssessmentWindows windows;
    private final AssessmentRules rules;
    private final JdbcClient jdbc;

    AssessmentCriteria(
            CriterionRepository criteria,
            SafetyAssessments assessments,
            AssessmentWindows windows,
            AssessmentRules rules,
            JdbcClient jdbc) {
        this.criteria = criteria;
        this.assessments = assessments;
        this.windows = windows;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /**
     * A set of criteria.
     *
     * @param validTo the day it ended; null while it holds
     * @param windowsVerified whether its assessment windows were compared with the instrument
     * @param deadlines in the order of the year
     */
    public record CriteriaSet(
            String code,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean windowsVerified,
            String source,
            SetWindows windows,
            List<SetDeadline> deadlines,
            List<CriterionView> criteria) {}

    private record Head(
            String code,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean windowsVerified,
            String source) {}

    /** The set in force on 1 November of the year, with its active criteria. */
    @Transactional(readOnly = true)
    public CriteriaSet of(AccountView account, int year) {
        account.require(Right.READ_MAP);
        assessments.checkYear(year);
        // The same set as for the windows of the year, by the same rule.
        String code = windows.of(UnitLevel.RESIDENTIAL_AREA, year).criteriaSet();
        Head found = sets().stream()
                .filter(set -> set.code().equals(code))
                .findFirst()
                .orElseThrow();
        return withCriteria(found, false);
    }

    /** All sets with all criteria, inactive ones too, for an administrator. */
    @Transactional(readOnly = true)
    public List<CriteriaSet> all(AccountView account) {
        account.require(Right.ADMINISTER);
        return sets().stream().map(set -> withCriteria(set, true)).toList();
    }

    private CriteriaSet withCriteria(Head set, boolean inactiveToo) {
        return new CriteriaSet(
                set.code(),
                set.name(),
                set.validFrom(),
                set.validTo(),
                set.windowsVerified(),
                set.source(),
                rules.windows(set.code()).orElseThrow(),
                rules.deadlines(set.code()),
                criteria.findBySetCodeOrderBySubjectAscPositionAscCodeAsc(set.code()).stream()
                        .filter(criterion -> inactiveToo || criterion.content().active())
                        .map(CriterionView::of)
                        .toList());
    }

    private List<Head> sets() {
        return jdbc.sql("select code, name, valid_from, valid_to, windows_verified, source from criteria_set"
                        + " order by valid_from")
                .query((row, number) -> new Head(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getBoolean("windows_verified"),
                        row.getString("source")))
                .list();
    }
}
