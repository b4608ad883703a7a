package vn.anttmap.boundarychange;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.context.MessageSource;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.UnitLevel;

/**
 * What the page shows of a change that was looked at. Geometries are for the map: simplified to about a metre.
 *
 * @param changeId to store it by; null where it cannot be stored
 * @param changes states that would end and begin, residential areas of communes included
 * @param movingIncidents that would count in another area
 * @param incidentsByHand that stay in the area which somebody put them into
 * @param incidentsLost that would lie in no area
 */
record ChangeView(
        @Nullable UUID changeId,
        String kind,
        java.time.LocalDate day,
        boolean storable,
        int changes,
        int movingIncidents,
        int incidentsByHand,
        int incidentsLost,
        List<EndingView> ending,
        List<BeginningView> beginning,
        List<ChildView> children,
        List<ConcernView> concerns) {

    private static final double SHOWN_DEGREES = 1e-5;
    private static final int DECIMALS = 6;

    /** A unit of the level that changes. */
    record EndingView(
            long id,
            String fullName,
            @Nullable String code,
            @Nullable Double areaSqKm,
            int incidents,
            @JsonRawValue String geometry) {}

    /** @param follows names of what it follows, and how */
    record BeginningView(
            int number,
            String fullName,
            String kind,
            String kindLabel,
            @Nullable String code,
            @Nullable Double areaSqKm,
            @Nullable Double officialAreaSqKm,
            @Nullable Integer households,
            List<Population> population,
            int incidents,
            List<FollowedView> follows,
            @JsonRawValue String geometry) {}

    record FollowedView(long id, String fullName, String change) {}

    /** A residential area of a commune that changes. @param part number of the commune that it goes to */
    record ChildView(
            long id,
            String fullName,
            String fullNameBefore,
            @Nullable Integer part) {}

    record ConcernView(
            String text,
            boolean refuses,
            @Nullable Double longitude,
            @Nullable Double latitude) {}

    static ChangeView of(ChangeLook look, MessageSource messages, Locale locale) {
        Outcome outcome = look.outcome();
        Map<Long, Standing> ending =
                outcome.ending().stream().collect(Collectors.toMap(Standing::id, Function.identity()));
        UnitLevel level = outcome.beginning().isEmpty()
                ? null
                : outcome.beginning().get(0).level();
        return new ChangeView(
                outcome.storable() ? look.id() : null,
                look.wish().kind().key(),
                look.wish().day(),
                outcome.storable(),
                look.changes(),
                look.moving(),
                look.effect().byHand(),
                look.lost(),
                outcome.ending().stream()
                        .filter(standing -> standing.unit().level() == level)
                        .map(standing -> ending(look, standing))
                        .toList(),
                outcome.beginning().stream()
                        .filter(draft -> draft.level() == level)
                        .map(draft -> beginning(look, draft, ending, locale))
                        .toList(),
                outcome.beginning().stream()
                        .filter(draft -> draft.parentNumber() != null)
                        .map(draft -> child(draft, ending))
                        .toList(),
                outcome.concerns().stream()
                        .map(concern -> concern(concern, messages, locale))
                        .toList());
    }

    private static EndingView ending(ChangeLook look, Standing standing) {
        return new EndingView(
                standing.id(),
                standing.name(),
                standing.unit().code(),
                standing.unit().measuredAreaSqKm(),
                look.incidentsOf(standing),
                json(standing.boundary()));
    }

    private static BeginningView beginning(ChangeLook look, Draft draft, Map<Long, Standing> ending, Locale locale) {
        return new BeginningView(
                draft.number(),
                draft.fullName(),
                draft.kind().key(),
                draft.kind().label(locale),
                draft.code(),
                draft.boundary() == null ? null : GeodesicMeasure.areaSqKm(draft.boundary()),
                draft.officialAreaSqKm(),
                draft.households(),
                draft.population(),
                look.incidentsOf(draft),
                draft.follows().stream()
                        .map(link -> new FollowedView(
                                link.unitId(),
                                Objects.requireNonNull(ending.get(link.unitId()))
                                        .name(),
                                link.change()))
                        .toList(),
                json(draft.boundary()));
    }

    private static ChildView child(Draft draft, Map<Long, Standing> ending) {
        long before = draft.follows().get(0).unitId();
        return new ChildView(
                before,
                draft.fullName(),
                Objects.requireNonNull(ending.get(before)).name(),
                draft.parentNumber());
    }

    private static ConcernView concern(Concern concern, MessageSource messages, Locale locale) {
        Coordinate place = concern.place();
        return new ConcernView(
                messages.getMessage(
                        "boundary-change.concern." + concern.key(),
                        concern.values().toArray(),
                        locale),
                concern.refuses(),
                place == null ? null : place.x,
                place == null ? null : place.y);
    }

    private static String json(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return "null";
        }
        Geometry shown = geometry.getNumPoints() > 200
                ? TopologyPreservingSimplifier.simplify(geometry, SHOWN_DEGREES)
                : geometry;
        return GeoJsonGeometry.write(shown, DECIMALS);
    }
}
