package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.drawing.Look.Cut;
import vn.anttmap.geo.Extent;
import vn.anttmap.incident.MovedBoundaries;
import vn.anttmap.territory.Unit;

/** How many incidents would lie in another area. */
@Component
class MovingIncidents {

    private final MovedBoundaries incidents;

    MovingIncidents(MovedBoundaries incidents) {
        this.incidents = incidents;
    }

    /** @param before the state that the drawing follows; null where it is new */
    int betweenAreas(AccountView account, LocalDate day, @Nullable Unit before, MultiPolygon geometry, List<Cut> cuts) {
        Envelope touched = new Envelope(geometry.getEnvelopeInternal());
        Map<Long, PreparedGeometry> after = new HashMap<>();
        if (before != null && before.extent() != null) {
            touched.expandToInclude(before.extent().toEnvelope());
        }
        for (Cut cut : cuts) {
            after.put(cut.area().id(), PreparedGeometryFactory.prepare(cut.rest()));
            Extent extent = cut.area().extent();
            if (extent != null) {
                touched.expandToInclude(extent.toEnvelope());
            }
        }
        PreparedGeometry drawn = PreparedGeometryFactory.prepare(geometry);
        Object drawnId = before == null ? "new" : before.id();
        Set<Long> changing = new HashSet<>(after.keySet());
        if (before != null) {
            changing.add(before.id());
        }
        return incidents
                .moves(
                        account,
                        new Extent(touched.getMinX(), touched.getMinY(), touched.getMaxX(), touched.getMaxY()),
                        changing,
                        day,
                        (point, now) -> {
                            if (now != null && !changing.contains(now)) {
                                return now;
                            }
                            if (drawn.covers(point)) {
                                return drawnId;
                            }
                            return after.entrySet().stream()
                                    .filter(entry -> entry.getValue().covers(point))
                                    .map(Map.Entry::getKey)
                                    .findFirst()
                                    .orElse(null);
                        },
                        now -> now)
                .entrySet()
                .stream()
                .filter(entry ->
                        !Objects.equals(entry.getKey().from(), entry.getKey().to()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
