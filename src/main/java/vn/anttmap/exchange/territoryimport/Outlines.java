package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.CoordinateTransformException;
import vn.anttmap.geo.Wgs84;

/** Where each reading would put the file: hulls are enough to see that. */
final class Outlines {

    private Outlines() {}

    /** One for each of {@code guess.options()}, EPSG:4326; empty where a reading has no place for it. */
    static List<Geometry> of(RawLayer layer, SystemGuess guess) {
        List<Coordinate> places = new ArrayList<>();
        for (RawLayer.Row row : layer.rows()) {
            Geometry geometry = row.geometry();
            if (geometry != null && !geometry.isEmpty()) {
                org.locationtech.jts.geom.Envelope box = geometry.getEnvelopeInternal();
                if (geometry.getNumPoints() < 5 || layer.rows().size() < 1_000) {
                    places.addAll(List.of(geometry.convexHull().getCoordinates()));
                } else {
                    places.add(new Coordinate(box.getMinX(), box.getMinY()));
                    places.add(new Coordinate(box.getMaxX(), box.getMaxY()));
                }
            }
        }
        Geometry hull = new ConvexHull(places.toArray(Coordinate[]::new), Wgs84.FACTORY).getConvexHull();
        return guess.options().stream().map(option -> outline(hull, option)).toList();
    }

    private static Geometry outline(Geometry hull, SystemGuess.Option option) {
        try {
            return CoordinateTransform.between(option.system(), CoordinateSystems.WGS84)
                    .transform(option.swapped() ? Swap.of(hull) : hull);
        } catch (CoordinateTransformException e) {
            return Wgs84.FACTORY.createPolygon();
        }
    }
}
