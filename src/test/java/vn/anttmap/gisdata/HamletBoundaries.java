package vn.anttmap.gisdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Divides the communes of a district among their hamlets by Voronoi cells.
 *
 * <p>All lines of a district are noded together with snap rounding and then polygonized, so that neighbours share the
 * very same vertices: no gap, no overlap, on whichever side of a commune border.
 */
final class HamletBoundaries {

    /** Polygon part of a commune with the hamlets whose centres lie in it. */
    private record Part(Polygon polygon, List<HamletSite> sites) {}

    private record Face(Polygon polygon, Part part, HamletSite site) {}

    private HamletBoundaries() {}

    /**
     * @param communes polygon of each commune code, EPSG:4326, a clean coverage
     * @param sites at least one hamlet for each commune
     * @return one area for each hamlet, on the grid of the files; together they cover the communes exactly
     */
    static Map<HamletSite, Geometry> divide(Map<String, Geometry> communes, Map<String, List<HamletSite>> sites) {
        List<Part> parts = new ArrayList<>();
        communes.forEach((code, commune) -> parts.addAll(parts(commune, sites.get(code))));
        List<Geometry> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add(part.polygon().getBoundary());
            lines.add(innerLines(part));
        }
        Geometry noded = UnaryUnionNG.union(GeoJson.FACTORY.buildGeometry(lines), GeoJson.GRID);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        List<Face> faces = new ArrayList<>();
        for (Object polygon : polygonizer.getPolygons()) {
            Point inside = ((Polygon) polygon).getInteriorPoint();
            parts.stream()
                    .filter(part -> part.polygon().contains(inside))
                    .findFirst()
                    .ifPresent(part ->
                            faces.add(new Face((Polygon) polygon, part, nearest(part, inside.getCoordinate()))));
        }
        Map<HamletSite, Geometry> result = new LinkedHashMap<>();
        for (HamletSite site : sites.values().stream().flatMap(List::stream).toList()) {
            result.put(site, GeoJson.FACTORY.createPolygon());
        }
        List<Face> joined = new ArrayList<>();
        parts.forEach(part -> joined.addAll(withoutExclaves(
                faces.stream().filter(face -> face.part() == part).toList())));
        result.replaceAll((site, none) -> union(joined.stream()
                .filter(face -> face.site().equals(site))
                .map(Face::polygon)
                .toList()));
        return result;
    }

    /** Union of areas that share their vertices; on the grid, SRID 4326. */
    static Geometry union(Collection<? extends Geometry> coverage) {
        List<Polygon> polygons = new ArrayList<>();
        coverage.forEach(geometry -> PolygonExtracter.getPolygons(geometry, polygons));
        if (polygons.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to unite");
        }
        return GeoJson.FACTORY.createGeometry(CoverageUnion.union(polygons.toArray(Geometry[]::new)));
    }

    private static List<Part> parts(Geometry commune, List<HamletSite> sites) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < commune.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) commune.getGeometryN(i);
            List<HamletSite> inside = sites.stream()
                    .filter(site -> polygon.contains(GeoJson.FACTORY.createPoint(site.center())))
                    .toList();
            parts.add(new Part(polygon, inside.isEmpty() ? List.of(closest(polygon, sites)) : inside));
        }
        return parts;
    }

    private static HamletSite closest(Polygon polygon, List<HamletSite> sites) {
        return sites.stream()
                .min(Comparator.comparingDouble(site -> polygon.distance(GeoJson.FACTORY.createPoint(site.center()))))
                .orElseThrow();
    }

    private static Geometry innerLines(Part part) {
        if (part.sites().size() < 2) {
            return GeoJson.FACTORY.createLineString();
        }
        LocalPlane plane = LocalPlane.around(part.polygon());
        List<Coordinate> centers =
                part.sites().stream().map(site -> plane.toMeters(site.center())).toList();
        Geometry area = plane.toMeters(part.polygon());
        List<Geometry> edges = new ArrayList<>();
        CenterPlacer.cells(centers, area.getEnvelopeInternal()).forEach(cell -> edges.add(cell.getBoundary()));
        return plane.toDegrees(UnaryUnionOp.union(edges).intersection(area));
    }

    private static HamletSite nearest(Part part, Coordinate degrees) {
        LocalPlane plane = LocalPlane.around(part.polygon());
        Coordinate meters = plane.toMeters(degrees);
        return part.sites().stream()
                .min(Comparator.comparingDouble(
                        site -> plane.toMeters(site.center()).distance(meters)))
                .orElseThrow();
    }

    /** A bent commune cuts cells into pieces; a piece apart from its hamlet's largest goes to the neighbour. */
    private static List<Face> withoutExclaves(List<Face> faces) {
        List<Face> settled = new ArrayList<>();
        List<Face> open = new ArrayList<>(faces);
        faces.stream().map(Face::site).distinct().forEach(site -> {
            Face largest = faces.stream()
                    .filter(face -> face.site().equals(site))
                    .max(Comparator.comparingDouble(face -> face.polygon().getArea()))
                    .orElseThrow();
            settled.add(largest);
            open.remove(largest);
        });
        while (!open.isEmpty()) {
            Face next = open.stream()
                    .max(Comparator.comparingDouble(face -> longestShared(face, settled)))
                    .orElseThrow();
            Face host = settled.stream()
                    .max(Comparator.comparingDouble(face -> shared(face, next)))
                    .orElseThrow();
            settled.add(new Face(next.polygon(), next.part(), host.site()));
            open.remove(next);
        }
        return settled;
    }

    private static double longestShared(Face face, List<Face> others) {
        return others.stream().mapToDouble(other -> shared(other, face)).max().orElse(0);
    }

    private static double shared(Face one, Face other) {
        return one.polygon().getEnvelopeInternal().intersects(other.polygon().getEnvelopeInternal())
                ? one.polygon()
                        .getBoundary()
                        .intersection(other.polygon().getBoundary())
                        .getLength()
                : 0;
    }
}
