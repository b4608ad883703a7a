package vn.anttmap.incident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.VietnamBounds;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.node.TrailOnly;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/** Incidents near a place and a time: a hint that one is about to be marked twice. */
@Service
public class IncidentDuplicates {

    private static final int MOST_SHOWN = 5;
    private static final double METERS_PER_DEGREE = 110_574;

    private final EntityManager entityManager;
    private final IncidentScope.Finder scopes;
    private final IncidentViews views;
    private final IncidentSettings settings;
    private final ApplicationEventPublisher events;

    IncidentDuplicates(
            EntityManager entityManager,
            IncidentScope.Finder scopes,
            IncidentViews views,
            IncidentSettings settings,
            ApplicationEventPublisher events) {
        this.entityManager = entityManager;
        this.scopes = scopes;
        this.views = views;
        this.settings = settings;
        this.events = events;
    }

    /**
     * What is about to be marked.
     *
     * @param longitude EPSG:4326, degrees
     * @param latitude EPSG:4326, degrees
     * @param occurredUntil end of the span in which it happened, if only a span is known
     * @param category only this one, or null for all
     * @param except an incident that is left out: the one being corrected
     */
    public record Question(
            double longitude,
            double latitude,
            Instant occurredAt,
            @Nullable Instant occurredUntil,
            @Nullable String category,
            @Nullable UUID except) {

        Instant end() {
            return occurredUntil == null || occurredUntil.isBefore(occurredAt) ? occurredAt : occurredUntil;
        }
    }

    /** @param minutesApart 0 where the two times overlap */
    public record Duplicate(@JsonUnwrapped IncidentView incident, double distanceMeters, long minutesApart) {}

    public record Found(List<Duplicate> incidents) {}

    private record Near(Incident incident, double distanceMeters, long minutesApart) {}

    /** At most five, nearest first. Withdrawn marks, what was no case, and marks of unknown place are no duplicates. */
    @Transactional
    public Found near(AccountView account, Question question, Locale locale) {
        TrailOnly.declare();
        account.require(Right.SEE_INCIDENT_POINTS);
        IncidentScope scope = scopes.of(account);
        if (!VietnamBounds.contains(question.longitude(), question.latitude())) {
            throw UserProblem.of(Kind.INVALID, "outside-vietnam", question.longitude(), question.latitude())
                    .at("longitude", question.longitude());
        }
        Point place = Wgs84.point(question.longitude(), question.latitude());
        List<Near> near = candidates(scope, question).stream()
                .map(incident -> new Near(
                        incident,
                        GeodesicMeasure.distanceMeters(place, incident.position()),
                        minutesApart(question, incident)))
                .filter(found -> found.distanceMeters() <= settings.duplicateMeters())
                .sorted(Comparator.comparingDouble(Near::distanceMeters)
                        .thenComparing(found -> found.incident().getId()))
                .limit(MOST_SHOWN)
                .toList();
        List<IncidentView> shown =
                views.of(scope, near.stream().map(Near::incident).toList(), locale);
        if (!shown.isEmpty()) {
            events.publishEvent(new IncidentsShown(
                    account,
                    shown.stream().map(IncidentView::id).toList(),
                    true,
                    shown.stream().anyMatch(view -> view.note() != null),
                    "duplicates"));
        }
        return new Found(IntStream.range(0, shown.size())
                .mapToObj(i -> new Duplicate(
                        shown.get(i),
                        Math.round(near.get(i).distanceMeters()),
                        near.get(i).minutesApart()))
                .toList());
    }

    /** Those in a box round the place: the spatial index finds them on PostGIS, the days narrow them down on H2. */
    @SuppressWarnings("unchecked")
    private List<Incident> candidates(IncidentScope scope, Question question) {
        Duration tolerance = Duration.ofMinutes(Math.round(settings.duplicateHours() * 60));
        Instant first = question.occurredAt().minus(tolerance);
        Instant last = question.end().plus(tolerance);
        LocalDate lastDay = VietnamTime.dayOf(last);
        IncidentConditions conditions = new IncidentConditions(scope, around(question));
        conditions.add("i.local_date <= :lastDay", "lastDay", lastDay);
        conditions.add(
                "(i.local_date >= :firstDay or i.occurred_until >= :firstInstant)",
                "firstDay",
                VietnamTime.dayOf(first));
        conditions.add("i.occurred_at <= :lastInstant", "lastInstant", last);
        conditions.add("coalesce(i.occurred_until, i.occurred_at) >= :firstInstant", "firstInstant", first);
        conditions.add("i.state <> :notACase", "notACase", IncidentState.NOT_A_CASE.name());
        conditions.add("i.place_accuracy <> :unknown", "unknown", PlaceAccuracy.UNKNOWN.name());
        if (question.except() != null) {
            conditions.add("i.id <> :except", "except", question.except());
        }
        Query query = entityManager.createNativeQuery(
                "select i.* from incident i where " + conditions.text(), Incident.class);
        conditions.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    private IncidentFilter around(Question question) {
        double latitudeDegrees = 1.01 * settings.duplicateMeters() / METERS_PER_DEGREE;
        double longitudeDegrees = latitudeDegrees / Math.cos(Math.toRadians(question.latitude()));
        return new IncidentFilter(
                null,
                null,
                question.category(),
                null,
                new Extent(
                        question.longitude() - longitudeDegrees,
                        question.latitude() - latitudeDegrees,
                        question.longitude() + longitudeDegrees,
                        question.latitude() + latitudeDegrees),
                null,
                false,
                false);
    }

    private static long minutesApart(Question question, Incident incident) {
        Instant until = incident.occurredUntil();
        Instant end = until == null ? incident.occurredAt() : until;
        if (incident.occurredAt().isAfter(question.end())) {
            return Duration.between(question.end(), incident.occurredAt()).toMinutes();
        }
        return end.isBefore(question.occurredAt())
                ? Duration.between(end, question.occurredAt()).toMinutes()
                : 0;
    }
}
