package vn.anttmap.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps, judgements and what decisions rested on, as rows that are only ever added. */
@Component
class YearLog {

    static final String STEP_COLUMNS = """
            s.id, s.assessment_id, s.status, s.recorded_at, s.recorded_by, s.note, s.criteria_set,
            s.resolution_number, s.resolution_date, s.households_total, s.households_registered, s.meeting_date,
            s.attendees_count, s.submitted_on, s.appraised_on, s.decision_number, s.decision_date, s.signer,
            s.certificate_number, s.reasons, s.synthetic""";

    private final JdbcClient jdbc;

    YearLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A criterion as a decision found it. @param judgementId null where it was not judged @param hint JSON or null */
    record Decided(
            long criterionId,
            long criterionVersion,
            String code,
            int position,
            @Nullable Long judgementId,
            @Nullable String hint) {}

    YearHistory of(long assessmentId) {
        List<YearHistory.Step> steps = jdbc.sql("select " + STEP_COLUMNS
                        + " from safety_assessment_step s where s.assessment_id = ? order by s.id")
                .param(assessmentId)
                .query((row, number) -> step(row))
                .list();
        List<YearHistory.Judgement> judgements = jdbc.sql("""
                        select id, criterion_id, criterion_version, code, verdict, evidence, document_id, judged_at,
                               judged_by, hint
                        from criterion_judgement where assessment_id = ? order by id""")
                .param(assessmentId)
                .query((row, number) -> judgement(row))
                .list();
        return new YearHistory(steps, judgements);
    }

    /** The steps of all assessments of a year, by assessment; without judgements. */
    Map<Long, YearHistory> stepsOf(int year) {
        record Owned(long assessmentId, YearHistory.Step step) {}
        Map<Long, List<YearHistory.Step>> steps = jdbc
                .sql("select " + STEP_COLUMNS + """
                         from safety_assessment_step s join safety_assessment a on a.id = s.assessment_id
                        where a.assessment_year = ? order by s.id""")
                .param(year)
                .query((row, number) -> new Owned(row.getLong("assessment_id"), step(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Owned::assessmentId, Collectors.mapping(Owned::step, Collectors.toList())));
        Map<Long, YearHistory> histories = new HashMap<>();
        steps.forEach((id, own) -> histories.put(id, new YearHistory(own, List.of())));
        return histories;
    }

    /** @return the id of the new row */
    long addStep(
            long assessmentId,
            SafetyStatus status,
            StepFacts facts,
            @Nullable String note,
            String by,
            Instant at,
            @Nullable String criteriaSet) {
        jdbc.sql("""
                        insert into safety_assessment_step
                          (assessment_id, status, recorded_at, recorded_by, note, criteria_set, resolution_number,
                           resolution_date, households_total, households_registered, meeting_date, attendees_count,
                           submitted_on, appraised_on, decision_number, decision_date, signer, certificate_number, reasons)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        assessmentId,
                        status.name(),
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        note,
                        criteriaSet,
                        facts.resolutionNumber(),
                        facts.resolutionDate(),
                        facts.householdsTotal(),
                        facts.householdsRegistered(),
                        facts.meetingDate(),
                        facts.attendeesCount(),
                        facts.submittedOn(),
                        facts.appraisedOn(),
                        facts.decisionNumber(),
                        facts.decisionDate(),
                        facts.signer(),
                        facts.certificateNumber(),
                        facts.reasons())
                .update();
        // The assessment is locked by the caller: the newest of its rows is this one.
        return jdbc.sql("select max(id) from safety_assessment_step where assessment_id = ?")
                .param(assessmentId)
                .query(Long.class)
                .single();
    }

    void markSynthetic(long stepId) {
        jdbc.sql("update safety_assessment_step set synthetic = true where id = ?")
                .param(stepId)
                .update();
    }

    void addDecided(long stepId, Collection<Decided> decided) {
        for (Decided each : decided) {
            jdbc.sql("""
                            insert into decision_criterion
                              (step_id, criterion_id, criterion_version, code, position, judgement_id, hint)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            stepId,
                            each.criterionId(),
                            each.criterionVersion(),
                            each.code(),
                            each.position(),
                            each.judgementId(),
                            each.hint())
                    .update();
        }
    }

    /** What the decisions of an assessment rested on, by step. */
    Map<Long, List<Decided>> decided(long assessmentId) {
        record Owned(long stepId, Decided decided) {}
        return jdbc
                .sql("""
                        select d.step_id, d.criterion_id, d.criterion_version, d.code, d.position, d.judgement_id, d.hint
                        from decision_criterion d join safety_assessment_step s on s.id = d.step_id
                        where s.assessment_id = ? order by d.step_id, d.position""")
                .param(assessmentId)
                .query((row, number) -> new Owned(
                        row.getLong("step_id"),
                        new Decided(
                                row.getLong("criterion_id"),
                                row.getLong("criterion_version"),
                                row.getString("code"),
                                row.getInt("position"),
                                row.getObject("judgement_id", Long.class),
                                row.getString("hint"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Owned::stepId, Collectors.mapping(Owned::decided, Collectors.toList())));
    }

    void addJudgement(
            long assessmentId,
            CriterionStates.State criterion,
            Verdict verdict,
            @Nullable String evidence,
            @Nullable UUID documentId,
            String by,
            Instant at,
            @Nullable String hint) {
        jdbc.sql("""
                        insert into criterion_judgement
                          (assessment_id, criterion_id, criterion_version, set_code, code, verdict, evidence, document_id,
                           judged_at, judged_by, hint)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        assessmentId,
                        criterion.id(),
                        criterion.version(),
                        criterion.setCode(),
                        criterion.code(),
                        verdict.name(),
                        evidence,
                        documentId,
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        hint)
                .update();
    }

    static YearHistory.Step step(ResultSet row) throws SQLException {
        return new YearHistory.Step(
                row.getLong("id"),
                SafetyStatus.valueOf(row.getString("status")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                new StepFacts(
                        row.getString("resolution_number"),
                        row.getObject("resolution_date", LocalDate.class),
                        row.getObject("households_total", Integer.class),
                        row.getObject("households_registered", Integer.class),
                        row.getObject("meeting_date", LocalDate.class),
                        row.getObject("attendees_count", Integer.class),
                        row.getObject("submitted_on", LocalDate.class),
                        row.getObject("appraised_on", LocalDate.class),
                        row.getString("decision_number"),
                        row.getObject("decision_date", LocalDate.class),
                        row.getString("signer"),
                        row.getString("certificate_number"),
                        row.getString("reasons")),
                row.getString("note"),
                row.getString("criteria_set"),
                row.getBoolean("synthetic"));
    }

    static YearHistory.Judgement judgement(ResultSet row) throws SQLException {
        UUID document = row.getObject("document_id", UUID.class);
        return new YearHistory.Judgement(
                row.getLong("id"),
                row.getLong("criterion_id"),
                row.getLong("criterion_version"),
                row.getString("code"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("evidence"),
                document == null ? null : document.toString(),
                row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                row.getString("judged_by"),
                row.getString("hint"));
    }
}
