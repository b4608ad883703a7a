package vn.anttmap.boundarychange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.Wgs84;

/** Ground added, taken away and cut. Vertices stay where they are, so that neighbours keep sharing them. */
final class Shapes {

    /** Less is the rounding of borders that were drawn apart. */
    static final double SMALLEST_SQ_M = 10;

    private Shapes() {}

    static MultiPolygon union(Collection<? extends Geometry> shapes) {
        return polygons(OverlayNGRobust.union(new ArrayList<Geometry>(shapes)));
    }

    static MultiPolygon union(Geometry one, Geometry other) {
        return polygons(OverlayNGRobust.overlay(one, other, OverlayNG.UNION));
    }

    static MultiPolygon difference(Geometry whole, Geometry part) {
        return polygons(OverlayNGRobust.overlay(whole, part, OverlayNG.DIFFERENCE));
    }

    static MultiPolygon intersection(Geometry one, Geometry other) {
        return polygons(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
    }

    static double areaSqM(Geometry shape) {
        return GeodesicMeasure.areaSqKm(shape) * 1e6;
    }

    /** Whether there is more of it than rounding leaves. */
    static boolean ground(Geometry shape) {
        return !shape.isEmpty() && areaSqM(shape) > SMALLEST_SQ_M;
    }

    /** Those pieces that are no ground. */
    static MultiPolygon strips(MultiPolygon shape) {
        List<Polygon> strips = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (!ground(shape.getGeometryN(i))) {
                strips.add((Polygon) shape.getGeometryN(i));
            }
        }
        return Wgs84.FACTORY.createMultiPolygon(strips.toArray(Polygon[]::new));
    }

    /** The pieces into which a line cuts a shape, largest first; one where it does not go all the way through. */
    static List<MultiPolygon> cut(MultiPolygon shape, Geometry line) {
        Geometry lines = OverlayNGRobust.overlay(shape.getBoundary(), line, OverlayNG.UNION);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(lines);
        List<MultiPolygon> pieces = new ArrayList<>();
        for (Object found : polygonizer.getPolygons()) {
            Polygon piece = (Polygon) found;
            if (shape.covers(piece.getInteriorPoint())) {
                pieces.add(Wgs84.FACTORY.createMultiPolygon(new Polygon[] {piece}));
            }
        }
        pieces.sort(Comparator.comparingDouble(MultiPolygon::getArea).reversed());
        return pieces;
    }

    static double sharedBorder(Geometry one, Geometry other) {
        return OverlayNGRobust.overlay(one.getBoundary(), other, OverlayNG.INTERSECTION)
                .getLength();
    }

    /** Where borders touch, an overlay can have lines and points too. */
    static MultiPolygon polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        collect(geometry, polygons);
        return Wgs84.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static void collect(Geometry geometry, List<Polygon> polygons) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            } else if (part != geometry) {
                collect(part, polygons);
            }
        }
    }
}
