package vn.anttmap.exchange.territoryimport;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * A table of corners, as surveyors hand it on: one row for each place, the rows of one area together under its name and in
 * their order. Joined to rings, or to lines for roads.
 */
final class CornerRows {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private CornerRows() {}

    /**
     * @param rows of the layer as it is to be read on
     * @param joined how many corners made a row, by its number; empty where the layer is no table of corners
     */
    record Joined(List<RawLayer.Row> rows, Map<Integer, Integer> joined) {}

    /** @param name index of the column with the name; null where there is none, and then nothing is joined */
    static Joined join(RawLayer layer, @Nullable Integer name, boolean closed) {
        boolean points = layer.format().equals("csv")
                && name != null
                && layer.rows().stream()
                        .map(RawLayer.Row::geometry)
                        .allMatch(geometry -> geometry == null || geometry instanceof Point);
        if (!points) {
            return new Joined(layer.rows(), Map.of());
        }
        Map<ByteBuffer, List<RawLayer.Row>> groups = new LinkedHashMap<>();
        for (RawLayer.Row row : layer.rows()) {
            groups.computeIfAbsent(ByteBuffer.wrap(row.cells().get(name)), key -> new ArrayList<>())
                    .add(row);
        }
        List<RawLayer.Row> rows = new ArrayList<>();
        Map<Integer, Integer> joined = new TreeMap<>();
        groups.forEach((key, group) -> {
            RawLayer.Row first = group.get(0);
            Geometry shape = key.hasRemaining() ? shape(group, closed) : null;
            if (shape == null) {
                rows.addAll(group);
            } else {
                boolean damaged = group.stream().anyMatch(row -> row.geometry() == null);
                rows.add(new RawLayer.Row(
                        first.number(),
                        damaged ? null : shape,
                        false,
                        damaged ? "corner-missing" : null,
                        first.cells()));
                joined.put(first.number(), group.size());
            }
        });
        return new Joined(rows, joined);
    }

    private static @Nullable Geometry shape(List<RawLayer.Row> group, boolean closed) {
        Coordinate[] places = group.stream()
                .map(RawLayer.Row::geometry)
                .filter(geometry -> geometry != null && !geometry.isEmpty())
                .map(Geometry::getCoordinate)
                .toArray(Coordinate[]::new);
        if (places.length < (closed ? 3 : 2)) {
            return null;
        }
        try {
            return closed ? FACTORY.createPolygon(Rings.closed(FACTORY, places)) : FACTORY.createLineString(places);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
