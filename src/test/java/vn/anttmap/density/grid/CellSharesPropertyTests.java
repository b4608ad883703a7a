package vn.anttmap.density.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Shares from the edges of an area are those from intersecting it with each cell. */
class CellSharesPropertyTests {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Where Vietnam lies in a metric grid. */
    private static final double EAST = 580_000;

    private static final double NORTH = 2_200_000;

    @Property(tries = 60)
    void theyAreThoseOfTheIntersections(
            @ForAll GridShape shape, @ForAll long seed, @ForAll boolean clockwise, @ForAll boolean onTheGrid) {
        Random random = new Random(seed);
        double size = 50 + 450 * random.nextDouble();
        Geometry area = area(random, size, onTheGrid);
        if (clockwise) {
            area = area.reverse();
        }
        Map<GridShape.Cell, Double> found = new HashMap<>();
        CellShares.of(
                shape,
                size,
                area,
                (column, row, share) -> assertThat(found.put(new GridShape.Cell(column, row), share))
                        .isNull());

        Map<GridShape.Cell, Double> expected = intersections(shape, size, area);
        found.forEach((cell, share) ->
                assertThat(share).describedAs("%s", cell).isCloseTo(expected.getOrDefault(cell, 0.0), within(1e-9)));
        expected.forEach((cell, share) -> assertThat(found.getOrDefault(cell, 0.0))
                .describedAs("%s", cell)
                .isCloseTo(share, within(2e-9)));
        assertThat(found.values().stream()
                        .mapToDouble(share -> share * size * size)
                        .sum())
                .isCloseTo(area.getArea(), within(1e-8 * area.getArea()));
    }

    /** Two islands, one with a hole and an islet in it. @param onTheGrid corners where squares have theirs */
    private static Geometry area(Random random, double size, boolean onTheGrid) {
        Coordinate middle = new Coordinate(EAST + 1_000 * random.nextDouble(), NORTH + 1_000 * random.nextDouble());
        double reach = size * (0.2 + 6 * random.nextDouble());
        Polygon hole = star(random, middle, 0.3 * reach, 0.5 * reach, 3 + random.nextInt(20));
        Polygon shell = star(random, middle, 0.6 * reach, reach, 3 + random.nextInt(60));
        Polygon islet = star(random, middle, 0.05 * reach, 0.1 * reach, 3 + random.nextInt(6));
        Coordinate far = new Coordinate(middle.x + 3 * reach, middle.y - reach);
        Polygon[] parts = {
            FACTORY.createPolygon(shell.getExteriorRing(), new LinearRing[] {hole.getExteriorRing()}),
            islet,
            star(random, far, 0.3 * reach, reach, 4)
        };
        MultiPolygon area = FACTORY.createMultiPolygon(parts);
        if (!onTheGrid) {
            return area.buffer(0);
        }
        double west = Math.floor(middle.x / size) * size;
        double south = Math.floor(middle.y / size) * size;
        return FACTORY.toGeometry(new Envelope(west, west + 3 * size, south, south + 2 * size))
                .difference(
                        FACTORY.toGeometry(new Envelope(west + size, west + 2 * size, south + size / 2, south + size)));
    }

    private static Polygon star(Random random, Coordinate middle, double least, double most, int corners) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = least + (most - least) * random.nextDouble();
            ring.add(new Coordinate(middle.x + reach * Math.cos(angle), middle.y + reach * Math.sin(angle)));
        }
        ring.add(ring.get(0).copy());
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static Map<GridShape.Cell, Double> intersections(GridShape shape, double size, Geometry area) {
        Map<GridShape.Cell, Double> shares = new HashMap<>();
        Envelope box = area.getEnvelopeInternal();
        box.expandBy(2 * size);
        for (double y = box.getMinY(); y <= box.getMaxY(); y += size / 3) {
            for (double x = box.getMinX(); x <= box.getMaxX(); x += size / 3) {
                shares.computeIfAbsent(
                        shape.at(x, y, size),
                        cell -> area.intersection(FACTORY.createPolygon(shape.ring(cell, size)))
                                        .getArea()
                                / (size * size));
            }
        }
        shares.values().removeIf(share -> share == 0);
        return shares;
    }
}
