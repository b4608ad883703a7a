package vn.anttmap.boundarychange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.boundarychange.ChangeLook.Begun;
import vn.anttmap.geo.Extent;
import vn.anttmap.incident.MovedBoundaries;
import vn.anttmap.incident.MovedBoundaries.Effect;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Which incidents a change would move, counted on the level of the change; stores nothing. */
@Component
class ChangeEffect {

    private final Territory territory;
    private final MovedBoundaries incidents;

    ChangeEffect(Territory territory, MovedBoundaries incidents) {
        this.territory = territory;
        this.incidents = incidents;
    }

    Effect of(AccountView account, ChangeWish wish, Outcome outcome) {
        if (outcome.beginning().isEmpty()) {
            return new Effect(Map.of(), 0);
        }
        UnitLevel level = outcome.beginning().get(0).level();
        Set<Long> ending = outcome.ending().stream().map(Standing::id).collect(Collectors.toSet());
        Map<Begun, PreparedGeometry> begins = new LinkedHashMap<>();
        Envelope touched = new Envelope();
        outcome.beginning().stream()
                .filter(draft -> draft.level() == level && draft.boundary() != null)
                .forEach(draft -> {
                    begins.put(new Begun(draft.number()), PreparedGeometryFactory.prepare(draft.boundary()));
                    touched.expandToInclude(draft.boundary().getEnvelopeInternal());
                });
        outcome.ending().stream()
                .map(Standing::boundary)
                .filter(java.util.Objects::nonNull)
                .map(MultiPolygon::getEnvelopeInternal)
                .forEach(touched::expandToInclude);
        if (touched.isNull()) {
            return new Effect(Map.of(), 0);
        }
        return incidents.effect(
                account,
                new Extent(touched.getMinX(), touched.getMinY(), touched.getMaxX(), touched.getMaxY()),
                level == UnitLevel.RESIDENTIAL_AREA,
                point -> touchedNow(point, level, wish, ending),
                point -> then(point, level, wish, ending, begins));
    }

    /** The ending area that a place lies in; null where it lies in one that stays, or in none. */
    private @Nullable Long touchedNow(Point point, UnitLevel level, ChangeWish wish, Set<Long> ending) {
        return territory
                .unitAt(level, point, wish.day())
                .map(Unit::id)
                .filter(ending::contains)
                .orElse(null);
    }

    private @Nullable Begun then(
            Point point, UnitLevel level, ChangeWish wish, Set<Long> ending, Map<Begun, PreparedGeometry> begins) {
        Long now = territory.unitAt(level, point, wish.day()).map(Unit::id).orElse(null);
        if (now != null && !ending.contains(now)) {
            return null;
        }
        return begins.entrySet().stream()
                .filter(entry -> entry.getValue().covers(point))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
