package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * Areas, communes and roads near a place, not generalised and not rounded: whoever draws along them gets exactly their
 * vertices.
 */
@Service
class Surroundings {

    /** A view that holds more than this is too wide to draw in. */
    private static final int MOST_VERTICES = 150_000;

    private final Territory territory;
    private final TerritoryChanges areas;
    private final RoadCourses roads;

    Surroundings(Territory territory, TerritoryChanges areas, RoadCourses roads) {
        this.territory = territory;
        this.areas = areas;
        this.roads = roads;
    }

    /** A GeoJSON geometry with all digits of its degrees. */
    record Shape(String type, List<?> coordinates) {}

    record AreaView(
            long id,
            String fullName,
            String level,
            @Nullable LocalDate validFrom,
            Shape geometry) {}

    record RoadView(
            long id,
            String name,
            @Nullable String fromDescription,
            @Nullable String toDescription,
            @Nullable String owner,
            @Nullable LocalDate validFrom,
            Shape geometry) {}

    /** @param complete false where there was more than fits; then a smaller box helps */
    record View(LocalDate day, boolean complete, List<AreaView> areas, List<RoadView> roads) {}

    View around(AccountView account, LocalDate day, Extent extent) {
        account.require(Right.CHANGE_BOUNDARIES);
        Envelope box = extent.toEnvelope();
        List<Unit> near = new ArrayList<>();
        for (UnitLevel level : List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE)) {
            territory.listOn(account, level, day).stream()
                    .filter(unit ->
                            unit.extent() != null && unit.extent().toEnvelope().intersects(box))
                    .forEach(near::add);
        }
        Map<Long, ? extends Geometry> boundaries =
                areas.boundaries(account, near.stream().map(Unit::id).toList());
        List<AreaView> areaViews = new ArrayList<>();
        int vertices = 0;
        for (Unit unit : near) {
            Geometry boundary = boundaries.get(unit.id());
            if (boundary == null) {
                continue;
            }
            vertices += boundary.getNumPoints();
            if (vertices > MOST_VERTICES) {
                break;
            }
            areaViews.add(new AreaView(
                    unit.id(),
                    unit.fullName(),
                    unit.level().key(),
                    unit.validity().from(),
                    polygons(boundary)));
        }
        List<RoadView> roadViews = new ArrayList<>();
        roads.on(account, day).forEach((road, course) -> {
            if (course.getEnvelopeInternal().intersects(box)) {
                roadViews.add(view(road, course));
            }
        });
        return new View(day, vertices <= MOST_VERTICES, areaViews, roadViews);
    }

    private static RoadView view(Road road, Geometry course) {
        List<List<double[]>> lines = new ArrayList<>();
        for (int i = 0; i < course.getNumGeometries(); i++) {
            lines.add(positions((LineString) course.getGeometryN(i)));
        }
        return new RoadView(
                road.id(),
                road.name(),
                road.fromDescription(),
                road.toDescription(),
                road.owner(),
                road.validity().from(),
                new Shape("MultiLineString", lines));
    }

    private static Shape polygons(Geometry boundary) {
        List<List<List<double[]>>> polygons = new ArrayList<>();
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) boundary.getGeometryN(i);
            List<List<double[]>> rings = new ArrayList<>();
            rings.add(positions(polygon.getExteriorRing()));
            for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                rings.add(positions(polygon.getInteriorRingN(j)));
            }
            polygons.add(rings);
        }
        return new Shape("MultiPolygon", polygons);
    }

    private static List<double[]> positions(LineString line) {
        List<double[]> positions = new ArrayList<>();
        for (Coordinate place : line.getCoordinates()) {
            positions.add(new double[] {place.x, place.y});
        }
        return positions;
    }
}
