package vn.anttmap.density.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;

/** The classes of a surface as polygons, cut at the border of its ground. */
public final class SurfaceContours {

    /** Coarse enough that degrees keep apart what metres do. */
    private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);

    private SurfaceContours() {}

    /**
     * One class.
     *
     * @param number 1 for the lowest
     * @param from incidents per km² and year, excluded
     * @param to included; null for no upper limit
     * @param colour as on the map, {@code #rrggbb}
     * @param areaSqKm in the plane of the surface's system
     * @param geometry EPSG:4326, polygonal, never empty
     */
    public record Contour(
            int number, double from, @Nullable Double to, String colour, double areaSqKm, Geometry geometry) {}

    /** Those classes that take any ground, lowest first; together they are where it is above the lowest limit. */
    public static List<Contour> of(Surface surface) {
        GeometryFactory factory = surface.ground().getFactory();
        CoordinateTransform back = CoordinateTransform.between(surface.grid().system(), CoordinateSystems.WGS84);
        List<SurfaceClasses.SurfaceClass> classes = surface.classes().list();
        List<Contour> contours = new ArrayList<>();
        Geometry above = above(surface, classes.get(0).from(), factory);
        for (int i = 0; i < classes.size(); i++) {
            SurfaceClasses.SurfaceClass each = classes.get(i);
            Double to = each.to();
            Geometry higher = to == null ? factory.createPolygon() : above(surface, to, factory);
            // First apart and then cut: cut before, two would have the same border in other rounding.
            Geometry band =
                    overlay(overlay(above, higher, OverlayNG.DIFFERENCE), surface.ground(), OverlayNG.INTERSECTION);
            if (!band.isEmpty()) {
                contours.add(
                        new Contour(i + 1, each.from(), to, each.colour(), band.getArea() / 1e6, back.transform(band)));
            }
            above = higher;
        }
        return contours;
    }

    private static Geometry above(Surface surface, double limit, GeometryFactory factory) {
        return assemble(ContourRings.above(surface.grid(), surface.values(), limit), factory);
    }

    /** Without lines and points, where two borders only touch. */
    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        Geometry result = OverlayNG.overlay(a, b, operation, MILLIMETRES);
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < result.getNumGeometries(); i++) {
            if (result.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                parts.add(polygon);
            }
        }
        return result.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Geometry assemble(List<Coordinate[]> rings, GeometryFactory factory) {
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            LinearRing line = factory.createLinearRing(ring);
            if (Orientation.isCCW(ring)) {
                shells.add(new Shell(line, factory));
            } else {
                holes.add(line);
            }
        }
        // The smallest shell around a hole is its own.
        shells.sort(Comparator.comparingDouble(shell -> shell.area));
        for (LinearRing hole : holes) {
            shells.stream().filter(shell -> shell.holds(hole)).findFirst().ifPresent(shell -> shell.holes.add(hole));
        }
        return factory.createMultiPolygon(
                shells.stream().map(shell -> shell.polygon(factory)).toArray(Polygon[]::new));
    }

    private static final class Shell {

        private final LinearRing ring;
        private final double area;
        private final IndexedPointInAreaLocator locator;
        private final List<LinearRing> holes = new ArrayList<>();

        Shell(LinearRing ring, GeometryFactory factory) {
            this.ring = ring;
            Polygon alone = factory.createPolygon(ring);
            this.area = alone.getArea();
            this.locator = new IndexedPointInAreaLocator(alone);
        }

        boolean holds(LinearRing hole) {
            return ring.getEnvelopeInternal().contains(hole.getEnvelopeInternal())
                    && locator.locate(hole.getCoordinateN(0)) == Location.INTERIOR;
        }

        Polygon polygon(GeometryFactory factory) {
            return factory.createPolygon(ring, holes.toArray(LinearRing[]::new));
        }
    }
}
