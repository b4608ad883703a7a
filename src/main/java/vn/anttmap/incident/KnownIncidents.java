package vn.anttmap.incident;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentCounts.Case;
import vn.anttmap.incident.IncidentCounts.Question;
import vn.anttmap.replica.ReplicaReads;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/**
 * What {@link IncidentCounts} would have said at the end of a past day: from the states that were on record then, in the
 * units where they counted then. What the account may see is decided by its rights of today.
 */
@Service
public class KnownIncidents {

    /**
     * The last state of each incident that was written before the end of the day: the present one, unless that came
     * later. Period and scope, and what else limits it, stand in each part: a union hides them from the planner.
     */
    private static final String STATES =
            """
            (select i.id, i.local_date, i.category, i.severity, i.major_case
             from incident i
             where i.changed_at < :end %1$s""" + IncidentCounts.PERIOD_AND_SCOPE + """

             union all
             select i.id, i.local_date, i.category, i.severity, i.major_case
             from incident_history i
             where i.changed_at < :end %1$s
               and exists (select 1 from incident present where present.id = i.id and present.changed_at >= :end)
               and not exists (select 1 from incident_history later
                               where later.id = i.id and later.changeset_id > i.changeset_id
                                 and later.changed_at < :end)""" + IncidentCounts.PERIOD_AND_SCOPE + ") i";

    /** Where incidents counted at the end of the day: in each unit once at most. */
    private static final String PLACEMENTS = """
            (select incident_id, unit_id from incident_placement where known_from < :end and %1$s
             union all
             select incident_id, unit_id from incident_placement_past
             where known_from < :end and known_until >= :end and %1$s) p""";

    private static final String BY_UNIT = "select p.unit_id as id, count(*) as incidents from " + STATES.formatted("")
            + " join " + PLACEMENTS.formatted("level = :level") + " on p.incident_id = i.id" + """
             join territorial_unit u on u.id = p.unit_id
            where (u.valid_from is null or u.valid_from <= :boundaryDay)
              and (u.valid_to is null or u.valid_to > :boundaryDay)
            group by p.unit_id""";

    /** Begins with the few incidents of the unit, not with all of the period. */
    private static final String CASES = "select i.id, i.category, i.severity, i.major_case from "
            + STATES.formatted(
                    "and i.id in (select p.incident_id from " + PLACEMENTS.formatted("unit_id = :unitId") + ")")
            + " order by i.local_date, i.id";

    private final NamedParameterJdbcTemplate jdbc;
    private final ReplicaReads replica;
    private final IncidentCounts counts;

    KnownIncidents(NamedParameterJdbcTemplate jdbc, ReplicaReads replica, IncidentCounts counts) {
        this.jdbc = jdbc;
        this.replica = replica;
        this.counts = counts;
    }

    /** As {@link IncidentCounts#byUnit}. @param asOf day in Vietnam */
    @Transactional(readOnly = true)
    public Map<Long, Integer> byUnit(AccountView account, UnitLevel level, Question question, LocalDate asOf) {
        Map<String, Object> parameters = parameters(account, question, asOf);
        parameters.put("level", level.name());
        return replica.read(source -> {
            Map<Long, Integer> found = new HashMap<>();
            new NamedParameterJdbcTemplate(source).query(BY_UNIT, parameters, row -> {
                found.put(row.getLong("id"), row.getInt("incidents"));
            });
            return found;
        });
    }

    /** As {@link IncidentCounts#cases}. @param asOf day in Vietnam */
    @Transactional(readOnly = true)
    public List<Case> cases(AccountView account, Unit unit, LocalDate from, LocalDate to, LocalDate asOf) {
        Map<String, Object> parameters = parameters(account, Question.period(from, to, to), asOf);
        parameters.put("unitId", unit.id());
        return jdbc.query(
                CASES,
                parameters,
                (row, number) -> new Case(
                        row.getObject("id", UUID.class),
                        row.getString("category"),
                        row.getString("severity"),
                        row.getBoolean("major_case")));
    }

    private Map<String, Object> parameters(AccountView account, Question question, LocalDate asOf) {
        Map<String, Object> parameters = counts.parameters(account, question);
        parameters.put("end", VietnamTime.endOf(asOf).atOffset(ZoneOffset.UTC));
        return parameters;
    }
}
