package vn.anttmap.incident;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.geo.Wgs84;

/** Lists and counts incidents under a scope. Conditions are fixed texts; every value is a bound parameter. */
@Component
class IncidentQueries {

    private final EntityManager entityManager;

    IncidentQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Where the next page begins: after this day and id, newest first. */
    record Position(LocalDate day, UUID id) {}

    List<Incident> list(IncidentScope scope, IncidentFilter filter, @Nullable Position after, int limit) {
        Conditions conditions = conditions(scope, filter);
        if (after != null) {
            conditions.add(
                    "(i.localDate < :afterDay or (i.localDate = :afterDay and i.id > :afterId))",
                    Map.of("afterDay", after.day(), "afterId", after.id()));
        }
        TypedQuery<Incident> query = entityManager.createQuery(
                "select i from Incident i where " + conditions.text() + " order by i.localDate desc, i.id",
                Incident.class);
        conditions.bind(query);
        return query.setMaxResults(limit).getResultList();
    }

    long count(IncidentScope scope, IncidentFilter filter) {
        Conditions conditions = conditions(scope, filter);
        TypedQuery<Long> query =
                entityManager.createQuery("select count(i) from Incident i where " + conditions.text(), Long.class);
        conditions.bind(query);
        return query.getSingleResult();
    }

    private static Conditions conditions(IncidentScope scope, IncidentFilter filter) {
        Conditions conditions = new Conditions();
        conditions.add(IncidentScope.HQL_CONDITION, scope.parameters());
        if (!filter.withdrawnToo()) {
            conditions.add("i.withdrawn = false", Map.of());
        }
        if (filter.from() != null) {
            conditions.add("i.localDate >= :from", Map.of("from", filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("i.localDate <= :to", Map.of("to", filter.to()));
        }
        if (filter.category() != null) {
            conditions.add("i.category = :category", Map.of("category", filter.category()));
        }
        if (filter.severity() != null) {
            conditions.add("i.severity = :severity", Map.of("severity", filter.severity()));
        }
        if (filter.mineOnly()) {
            conditions.add(
                    "i.createdBy = :creator", Map.of("creator", scope.account().username()));
        }
        if (filter.extent() != null) {
            conditions.add(
                    "st_intersects(i.position, :box)",
                    Map.of("box", Wgs84.FACTORY.toGeometry(filter.extent().toEnvelope())));
        }
        if (filter.unitId() != null) {
            conditions.add(
                    "exists (select 1 from IncidentPlacement p where p.id.incidentId = i.id and p.id.unitId = :unitId)",
                    Map.of("unitId", filter.unitId()));
        }
        return conditions;
    }

    private static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void add(String text, Map<String, Object> values) {
            texts.add(text);
            parameters.putAll(values);
        }

        String text() {
            return String.join(" and ", texts);
        }

        void bind(TypedQuery<?> query) {
            parameters.forEach(query::setParameter);
        }
    }
}
