package vn.anttmap.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The years of many areas at once: a few statements for a whole province, none for a single area. */
@Component
class YearHistories {

    /** Values in one statement; both databases take many more. */
    private static final int MOST_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    YearHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record OwnStep(long assessmentId, YearHistory.Step step) {}

    private record OwnJudgement(long assessmentId, YearHistory.Judgement judgement) {}

    private record OwnCount(long assessmentId, int count) {}

    /** By assessment; one without any step is left out. */
    Map<Long, YearHistory> of(Collection<Long> assessmentIds) {
        Map<Long, List<YearHistory.Step>> steps = new HashMap<>();
        Map<Long, List<YearHistory.Judgement>> judgements = new HashMap<>();
        for (List<Long> ids : parts(assessmentIds)) {
            jdbc.sql("select " + YearLog.STEP_COLUMNS
                            + " from safety_assessment_step s where s.assessment_id in (:ids) order by s.id")
                    .param("ids", ids)
                    .query((row, number) -> new OwnStep(row.getLong("assessment_id"), YearLog.step(row)))
                    .list()
                    .forEach(own -> steps.computeIfAbsent(own.assessmentId(), id -> new ArrayList<>())
                            .add(own.step()));
            jdbc.sql("""
                            select assessment_id, id, criterion_id, criterion_version, code, verdict, evidence,
                                   document_id, judged_at, judged_by, cast(null as varchar(10)) as hint
                            from criterion_judgement where assessment_id in (:ids) order by id""")
                    .param("ids", ids)
                    .query((row, number) -> new OwnJudgement(row.getLong("assessment_id"), YearLog.judgement(row)))
                    .list()
                    .forEach(own -> judgements
                            .computeIfAbsent(own.assessmentId(), id -> new ArrayList<>())
                            .add(own.judgement()));
        }
        Map<Long, YearHistory> histories = new HashMap<>();
        steps.forEach((id, own) -> histories.put(id, new YearHistory(own, judgements.getOrDefault(id, List.of()))));
        return histories;
    }

    /**
     * How many documents were attached, by assessment; none where there were none.
     *
     * @param asOf at the end of this day in Vietnam; null for now
     */
    Map<Long, Integer> documents(Collection<Long> assessmentIds, @Nullable LocalDate asOf) {
        Instant end = asOf == null ? Instant.parse("9999-01-01T00:00:00Z") : YearHistory.endOf(asOf);
        Map<Long, Integer> counts = new HashMap<>();
        for (List<Long> ids : parts(assessmentIds)) {
            jdbc.sql("""
                            select assessment_id, count(*) as documents from assessment_document
                            where assessment_id in (:ids) and added_at < :end
                              and (removed_at is null or removed_at >= :end)
                            group by assessment_id""")
                    .param("ids", ids)
                    .param("end", end.atOffset(ZoneOffset.UTC))
                    .query((row, number) -> new OwnCount(row.getLong("assessment_id"), row.getInt("documents")))
                    .list()
                    .forEach(own -> counts.put(own.assessmentId(), own.count()));
        }
        return counts;
    }

    /**
     * The statuses that stand, of all units, by year; years without any are left out.
     *
     * @param asOf those that stood at the end of this day in Vietnam; null for now
     */
    SortedMap<Integer, Map<Long, SafetyStatus>> statuses(int from, int to, @Nullable LocalDate asOf) {
        JdbcClient.StatementSpec statement = asOf == null
                ? jdbc.sql("""
                        select unit_id, assessment_year, status from safety_assessment
                        where assessment_year between :from and :to""")
                : jdbc.sql("""
                        select a.unit_id, a.assessment_year, s.status
                        from safety_assessment a join safety_assessment_step s on s.assessment_id = a.id
                        where a.assessment_year between :from and :to and s.id = (
                          select max(t.id) from safety_assessment_step t
                          where t.assessment_id = a.id and t.recorded_at < :end)""").param("end", YearHistory.endOf(asOf).atOffset(ZoneOffset.UTC));
        SortedMap<Integer, Map<Long, SafetyStatus>> byYear = new TreeMap<>();
        statement.param("from", from).param("to", to).query((RowCallbackHandler)
                row -> byYear.computeIfAbsent(row.getInt("assessment_year"), year -> new HashMap<>())
                        .put(row.getLong("unit_id"), SafetyStatus.valueOf(row.getString("status"))));
        return byYear;
    }

    private static List<List<Long>> parts(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)));
        }
        return parts;
    }
}
