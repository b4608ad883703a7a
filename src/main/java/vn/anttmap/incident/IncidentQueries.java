package vn.anttmap.incident;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.anttmap.replica.ReplicaReads;

/** Lists, counts and sums incidents under a scope. */
@Component
class IncidentQueries {

    private final EntityManager entityManager;
    private final NamedParameterJdbcTemplate jdbc;
    private final ReplicaReads replica;

    IncidentQueries(EntityManager entityManager, NamedParameterJdbcTemplate jdbc, ReplicaReads replica) {
        this.entityManager = entityManager;
        this.jdbc = jdbc;
        this.replica = replica;
    }

    /** Where the next page begins: after this day and id, newest first. */
    record Position(LocalDate day, UUID id) {}

    /** Incidents that agree in all of these, with what they come to together. */
    record Group(
            String category,
            @Nullable String severity,
            String handlingLevel,
            String state,
            boolean majorCase,
            long count,
            long personsInvolved,
            long dead,
            long injured,
            long damageDong) {}

    @SuppressWarnings("unchecked")
    List<Incident> list(IncidentScope scope, IncidentFilter filter, @Nullable Position after, int limit) {
        IncidentConditions conditions = new IncidentConditions(scope, filter);
        if (after != null) {
            // The first half alone would do; the second lets an index begin at the day.
            conditions.add(
                    "(i.local_date < :afterDay or i.id > :afterId) and i.local_date <= :afterDay",
                    "afterDay",
                    after.day());
            conditions.parameters().put("afterId", after.id());
        }
        Query query = entityManager.createNativeQuery(
                "select i.* from incident i where " + conditions.text() + " order by i.local_date desc, i.id",
                Incident.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    long count(IncidentScope scope, IncidentFilter filter) {
        IncidentConditions conditions = new IncidentConditions(scope, filter);
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from incident i where " + conditions.text(), conditions.parameters(), Long.class));
    }

    /** Those that are cases: what turned out not to be one counts in no figure. */
    long countCases(IncidentScope scope, IncidentFilter filter) {
        IncidentConditions conditions = new IncidentConditions(scope, filter);
        conditions.add("i.state <> :notACase", "notACase", IncidentState.NOT_A_CASE.name());
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from incident i where " + conditions.text(), conditions.parameters(), Long.class));
    }

    List<Group> groups(IncidentScope scope, IncidentFilter filter) {
        IncidentConditions conditions = new IncidentConditions(scope, filter);
        return replica.read(source -> new NamedParameterJdbcTemplate(source)
                .query(
                        """
                select i.category, i.severity, i.handling_level, i.state, i.major_case,
                       count(*) as incidents, coalesce(sum(i.persons_involved), 0) as persons, coalesce(sum(i.dead), 0) as dead,
                       coalesce(sum(i.injured), 0) as injured, coalesce(sum(i.damage_dong), 0) as damage
                from incident i
                where\s""" + conditions.text()
                                + " group by i.category, i.severity, i.handling_level, i.state, i.major_case",
                        conditions.parameters(),
                        (row, number) -> new Group(
                                row.getString("category"),
                                row.getString("severity"),
                                row.getString("handling_level"),
                                row.getString("state"),
                                row.getBoolean("major_case"),
                                row.getLong("incidents"),
                                row.getLong("persons"),
                                row.getLong("dead"),
                                row.getLong("injured"),
                                row.getLong("damage"))));
    }
}
