package vn.anttmap.boundarychange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import vn.anttmap.boundarychange.ChangeWish.Part;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.TestIndex;
import vn.anttmap.territory.TestUnits;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * Random chains of mergers, splits, renamings, boundary changes and their taking back, under the rules alone: on every
 * level and every day each incident counts in exactly one area, so totals are conserved; what a past day said stays said.
 */
class ChangeChainPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final double CELL = 0.1;
    private static final int WIDE = 4;
    private static final int HIGH = 2;
    private static final List<UnitLevel> LEVELS = List.of(UnitLevel.COMMUNE, UnitLevel.RESIDENTIAL_AREA);
    private static final int PLACES = 14;
    private static final int BY_HAND = 2;
    private static final int STEPS = 3;

    /** An incident. @param assigned the area that it was put into by hand; null where its place decides */
    private record Incident(Point place, @Nullable Long assigned) {}

    private static final class Chain {

        private final Random random;
        private final PaperTerritory territory = new PaperTerritory();
        private final List<Incident> incidents = new ArrayList<>();
        private final Map<LocalDate, Map<Long, Integer>> said = new TreeMap<>();
        private LocalDate day = FIRST;
        private int carriedOut;

        Chain(long seed) {
            random = new Random(seed);
            for (int half = 0; half < 2; half++) {
                long commune =
                        territory.add("Xã " + half, UnitLevel.COMMUNE, null, cells(2 * half, 0, 2 * half + 2, HIGH));
                for (int x = 2 * half; x < 2 * half + 2; x++) {
                    for (int y = 0; y < HIGH; y++) {
                        territory.add("Thôn " + x + y, UnitLevel.RESIDENTIAL_AREA, commune, cells(x, y, x + 1, y + 1));
                    }
                }
            }
            List<Standing> areas = territory.standing(UnitLevel.RESIDENTIAL_AREA);
            for (int i = 0; i < PLACES; i++) {
                // Eighths of a cell: many lie on borders.
                Point place = point(random.nextInt(8 * WIDE + 1) / 8.0, random.nextInt(8 * HIGH + 1) / 8.0);
                incidents.add(new Incident(place, i < BY_HAND ? pick(areas).id() : null));
            }
        }

        void live() {
            check();
            for (int i = 0; i < STEPS; i++) {
                day = day.plusDays(1 + random.nextInt(200));
                if (territory.changes() > 0 && random.nextInt(5) == 0) {
                    territory.takeBack();
                    forgetFrom(days.remove(days.size() - 1));
                } else {
                    step();
                }
                check();
            }
        }

        private final List<LocalDate> days = new ArrayList<>();

        private void forgetFrom(LocalDate undone) {
            said.keySet().removeIf(past -> !past.isBefore(undone));
        }

        private void step() {
            UnitLevel level = random.nextInt(3) == 0 ? UnitLevel.COMMUNE : UnitLevel.RESIDENTIAL_AREA;
            Outcome outcome = Planner.plan(territory.scene(level), wish(level));
            if (outcome.storable()) {
                carriedOut++;
                days.add(day);
                territory.carryOut(day, outcome);
                if (random.nextInt(10) > 0) {
                    return;
                }
                // In the plane: on the ellipsoid a vertex more on a straight border is a little more ground.
                double after = Shapes.union(outcome.beginning().stream()
                                .filter(draft -> draft.level() == level)
                                .map(Draft::boundary)
                                .toList())
                        .getArea();
                double before = Shapes.union(outcome.ending().stream()
                                .filter(ends -> ends.unit().level() == level)
                                .map(Standing::boundary)
                                .toList())
                        .getArea();
                assertThat(after).as("ground").isCloseTo(before, org.assertj.core.data.Percentage.withPercentage(1e-9));
            }
        }

        private ChangeWish wish(UnitLevel level) {
            List<Standing> units = new ArrayList<>(territory.standing(level));
            Collections.shuffle(units, random);
            Standing one = units.get(0);
            List<Standing> siblings = units.stream()
                    .filter(unit -> unit != one)
                    .filter(unit -> java.util.Objects.equals(
                            unit.unit().parentId(), one.unit().parentId()))
                    .toList();
            Long sibling = siblings.isEmpty() ? null : siblings.get(0).id();
            return switch (random.nextInt(5)) {
                case 0 -> {
                    List<Long> all = new ArrayList<>(List.of(one.id()));
                    siblings.stream().limit(1 + random.nextInt(2)).forEach(unit -> all.add(unit.id()));
                    yield wish(ChangeKind.MERGE, all, List.of(named("Gộp")), null, null, null);
                }
                case 1 ->
                    random.nextBoolean()
                            ? wish(
                                    ChangeKind.SPLIT,
                                    List.of(one.id()),
                                    List.of(named("Một"), named("Hai")),
                                    null,
                                    line(one),
                                    null)
                            : wish(
                                    ChangeKind.SPLIT,
                                    List.of(one.id()),
                                    List.of(with(Shapes.intersection(one.boundary(), box(one))), named("Còn lại")),
                                    null,
                                    null,
                                    null);
                case 2 -> wish(ChangeKind.RENAME, List.of(one.id()), List.of(named("Mới " + day)), null, null, null);
                case 3 -> {
                    // Within the ground of its commune, or within both communes.
                    Geometry ground = Shapes.union(units.stream()
                            .filter(unit -> unit == one || siblings.contains(unit))
                            .map(Standing::boundary)
                            .toList());
                    Geometry drawn = Shapes.intersection(ground, box(one));
                    yield wish(
                            ChangeKind.REDRAW,
                            List.of(one.id()),
                            List.of(),
                            sibling == null ? Shapes.union(one.boundary(), drawn) : drawn,
                            null,
                            sibling);
                }
                default ->
                    wish(
                            ChangeKind.TRANSFER,
                            sibling == null ? List.of(one.id()) : List.of(one.id(), sibling),
                            List.of(),
                            random.nextBoolean() ? box(one) : null,
                            line(one),
                            null);
            };
        }

        private ChangeWish wish(
                ChangeKind kind,
                List<Long> ids,
                List<Part> parts,
                @Nullable Geometry geometry,
                @Nullable Geometry line,
                @Nullable Long restTo) {
            return new ChangeWish(kind, day, ids, parts, geometry, line, restTo, List.of(), List.of());
        }

        /** A box over a part of the unit and of what lies beside it. */
        private Geometry box(Standing unit) {
            Coordinate middle = unit.boundary().getInteriorPoint().getCoordinate();
            double x = middle.x / CELL + (random.nextInt(7) - 3) / 4.0;
            double y = middle.y / CELL + (random.nextInt(7) - 3) / 4.0;
            return cells(x, y, x + (1 + random.nextInt(6)) / 4.0, y + (1 + random.nextInt(6)) / 4.0);
        }

        private Geometry line(Standing unit) {
            Coordinate middle = unit.boundary().getInteriorPoint().getCoordinate();
            return random.nextBoolean()
                    ? Wgs84.FACTORY.createLineString(
                            new Coordinate[] {new Coordinate(middle.x, -1), new Coordinate(middle.x, 1)})
                    : Wgs84.FACTORY.createLineString(
                            new Coordinate[] {new Coordinate(-1, middle.y), new Coordinate(1, middle.y)});
        }

        private void check() {
            List<List<Unit>> counting = counting();
            said.computeIfAbsent(FIRST, past -> figures(past, counting));
            said.computeIfAbsent(day.minusDays(1), past -> figures(past, counting));
            said.computeIfAbsent(day, past -> figures(past, counting));
            said.forEach((past, figures) -> assertThat(figures(past, counting))
                    .as("what the boundaries of " + past + " say on " + day)
                    .isEqualTo(figures));
        }

        /** States of any day and level in which each incident counts. */
        private List<List<Unit>> counting() {
            TestIndex index = territory.index();
            return incidents.stream()
                    .map(incident -> incident.assigned() == null
                            ? LEVELS.stream()
                                    .flatMap(level -> index.unitsAt(level, incident.place()).stream())
                                    .toList()
                            : index.lineage(index.find(incident.assigned()).orElseThrow(), incident.place()))
                    .toList();
        }

        /** Incidents by area in the boundaries of a day; each level has them all. */
        private static Map<Long, Integer> figures(LocalDate boundaryDay, List<List<Unit>> counting) {
            Map<Long, Integer> figures = new LinkedHashMap<>();
            for (List<Unit> states : counting) {
                for (UnitLevel level : LEVELS) {
                    List<Unit> found = states.stream()
                            .filter(unit ->
                                    unit.level() == level && unit.validity().contains(boundaryDay))
                            .toList();
                    if (found.size() != 1) {
                        throw new AssertionError("one incident counts in " + found + " of " + states
                                + " in the boundaries of " + boundaryDay);
                    }
                    figures.merge(found.get(0).id(), 1, Integer::sum);
                }
            }
            return figures;
        }

        private <T> T pick(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }

    private static Part named(String name) {
        return new Part(name, null, null, false, null, null, null, null, null, List.of());
    }

    private static Part with(Geometry geometry) {
        return new Part("Phần", null, null, false, null, null, null, null, geometry, List.of());
    }

    private static org.locationtech.jts.geom.MultiPolygon cells(double west, double south, double east, double north) {
        return TestUnits.rectangle(west * CELL, south * CELL, east * CELL, north * CELL);
    }

    private static Point point(double x, double y) {
        return Wgs84.point(x * CELL, y * CELL);
    }

    /** Ten thousand chains of three changes; -Danttmap.chains=n for more. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void everyIncidentCountsInOneAreaOfEachLevelOnEachDay(@ForAll long seed) {
        int chains = Integer.getInteger("anttmap.chains", 10_000) / 100;
        int carriedOut = new Random(seed)
                .longs(chains)
                .parallel()
                .mapToInt(chainSeed -> {
                    Chain chain = new Chain(chainSeed);
                    chain.live();
                    return chain.carriedOut;
                })
                .sum();
        assertThat(carriedOut).as("changes that could be carried out").isGreaterThan(chains);
    }

    /** Met by chance: a box drawn from a border that is one rounding away from it. */
    @Example
    void aPlaceOnTheBorderKeepsAnAreaWhenTheBorderIsDrawnARoundingBesideIt() {
        PaperTerritory territory = new PaperTerritory();
        long commune = territory.add("Xã", UnitLevel.COMMUNE, null, cells(0, 0, 2, 1));
        long east = territory.add("Thôn Đông", UnitLevel.RESIDENTIAL_AREA, commune, cells(1, 0, 2, 1));
        territory.add("Thôn Tây", UnitLevel.RESIDENTIAL_AREA, commune, cells(0, 0, 1, 1));
        Point onTheBorder = point(1, 0.5);
        double beside = Math.nextUp(CELL);

        territory.carryOut(
                FIRST,
                Planner.plan(
                        territory.scene(UnitLevel.RESIDENTIAL_AREA),
                        new ChangeWish(
                                ChangeKind.REDRAW,
                                FIRST,
                                List.of(east),
                                List.of(),
                                TestUnits.rectangle(beside, 0, 3 * CELL, CELL),
                                null,
                                null,
                                List.of(),
                                List.of())));

        assertThat(territory.index().unitsAt(UnitLevel.RESIDENTIAL_AREA, onTheBorder))
                .extracting(Unit::name)
                .containsExactly("Thôn Đông", "Thôn Đông");
    }
}
