package vn.anttmap.gisdata;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Chooses invented positions inside an area; EPSG:4326 in and out, never within 10 m of the area's border. */
final class PlacePicker {

    private static final double BORDER_METERS = 10;

    /** Less than the 30 m within which a road segment owns an incident. */
    private static final double ROADSIDE_METERS = 22;

    private static final int TRIES = 2_000;

    private final List<LineString> roads;
    private final Random random;

    PlacePicker(List<LineString> roads, Random random) {
        this.roads = roads;
        this.random = random;
    }

    Point inside(Geometry area) {
        LocalPlane plane = LocalPlane.around(area);
        Geometry inner = plane.toMeters(area).buffer(-BORDER_METERS);
        return point(plane, new CenterPlacer(inner, random).randomPoint());
    }

    /** Beside a road where one crosses the area, else anywhere inside. */
    Point byRoad(Geometry area) {
        LocalPlane plane = LocalPlane.around(area);
        CenterPlacer inner = new CenterPlacer(plane.toMeters(area).buffer(-BORDER_METERS), random);
        List<LineString> near = near(area);
        for (int i = 0; !near.isEmpty() && i < TRIES; i++) {
            LengthIndexedLine road = new LengthIndexedLine(plane.toMeters(near.get(random.nextInt(near.size()))));
            double offset = (2 * random.nextDouble() - 1) * ROADSIDE_METERS;
            Coordinate spot = road.extractPoint(random.nextDouble() * road.getEndIndex(), offset);
            if (inner.contains(spot)) {
                return point(plane, spot);
            }
        }
        return inside(area);
    }

    boolean hasRoad(Geometry area) {
        return !near(area).isEmpty();
    }

    /** A point well inside that stands for the whole area. */
    Point middle(Geometry area) {
        Coordinate middle = area.getInteriorPoint().getCoordinate();
        GeoJson.GRID.makePrecise(middle);
        return GeoJson.FACTORY.createPoint(middle);
    }

    private List<LineString> near(Geometry area) {
        return roads.stream().filter(road -> road.intersects(area)).toList();
    }

    private static Point point(LocalPlane plane, Coordinate meters) {
        return GeoJson.FACTORY.createPoint(plane.toDegrees(meters));
    }
}
