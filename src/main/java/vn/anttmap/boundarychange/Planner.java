package vn.anttmap.boundarychange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.boundarychange.ChangeWish.Part;
import vn.anttmap.territory.NewState;
import vn.anttmap.territory.NewState.Follows;
import vn.anttmap.territory.UnitLevel;

/** From a wish and what stands before it to what would end and begin. Pure: nothing is asked of a database. */
final class Planner {

    private static final String CONTINUED = "continued";

    private final Scene scene;
    private final ChangeWish wish;
    private final Drafting drafting;
    private final List<Standing> ending = new ArrayList<>();
    private final List<Concern> concerns = new ArrayList<>();

    private Planner(Scene scene, ChangeWish wish) {
        this.scene = scene;
        this.wish = wish;
        this.drafting = new Drafting(wish.day().getYear(), scene.heirs());
    }

    static Outcome plan(Scene scene, ChangeWish wish) {
        Planner planner = new Planner(scene, wish);
        try {
            planner.run();
        } catch (Refusal refusal) {
            return Outcome.refused(refusal.key, refusal.values);
        }
        return new Outcome(planner.ending, planner.drafting.drafts(), planner.concerns);
    }

    /** Ends the working out of a wish that cannot be. */
    @SuppressWarnings("serial")
    static final class Refusal extends RuntimeException {

        private final String key;
        private final String[] values;

        Refusal(String key, String... values) {
            super(key);
            this.key = key;
            this.values = values;
        }
    }

    private void run() {
        List<Standing> named = wish.unitIds().stream()
                .distinct()
                .map(id -> scene.find(id).orElseThrow(() -> new Refusal("unit-gone")))
                .toList();
        boolean several = wish.kind() == ChangeKind.MERGE;
        int least = several || wish.kind() == ChangeKind.TRANSFER ? 2 : 1;
        if (named.size() < least || !several && named.size() > least) {
            throw new Refusal("units-number-" + wish.kind().key());
        }
        switch (wish.kind()) {
            case MERGE -> merge(named);
            case SPLIT -> split(named.get(0));
            case RENAME -> rename(named.get(0));
            case REDRAW -> redraw(named.get(0));
            case TRANSFER -> transfer(named.get(0), named.get(1));
        }
        checkDays();
        if (level() == UnitLevel.COMMUNE) {
            carryChildrenOver();
        }
    }

    private UnitLevel level() {
        return ending.get(0).unit().level();
    }

    private void merge(List<Standing> named) {
        MultiPolygon whole = Shapes.union(named.stream().map(Planner::boundary).toList());
        sameParent(named);
        drafting.merged(named, wish.part(0), follows(named, "merged"), whole);
        ending.addAll(named);
        if (whole.getNumGeometries() > 1) {
            concerns.add(Concern.remark(
                    "in-pieces",
                    whole.getGeometryN(1).getInteriorPoint().getCoordinate(),
                    String.valueOf(whole.getNumGeometries())));
        }
    }

    private void split(Standing one) {
        List<MultiPolygon> grounds = Partition.of(one, wish, scene);
        for (int i = 0; i < grounds.size(); i++) {
            Part part = wish.part(i);
            if (part.name() == null) {
                throw new Refusal("part-without-name", String.valueOf(i + 1));
            }
            drafting.splitOff(one, part, follows(List.of(one), "split"), grounds.get(i));
        }
        ending.add(one);
    }

    private void rename(Standing one) {
        Part part = wish.part(0);
        Draft draft = drafting.goesOn(one, part, follows(List.of(one), renamed(one, part)), one.boundary());
        if (draft.fullName().equals(one.name())
                && Objects.equals(draft.code(), one.unit().code())
                && Objects.equals(draft.parentId(), one.unit().parentId())) {
            throw new Refusal("nothing-changes");
        }
        ending.add(one);
    }

    /** A new parent is a move, a new name or kind a renaming; a code alone is neither. */
    private static String renamed(Standing one, Part part) {
        if (part.name() != null
                || part.kind() != null && part.kind() != one.unit().kind()) {
            return "renamed";
        }
        return part.parentId() != null && !part.parentId().equals(one.unit().parentId()) ? "moved" : CONTINUED;
    }

    private void redraw(Standing one) {
        Geometry given = Objects.requireNonNullElseGet(wish.geometry(), () -> {
            throw new Refusal("geometry-missing");
        });
        MultiPolygon before = boundary(one);
        MultiPolygon drawn = Partition.withoutRounding(Shapes.polygons(given), one, scene);
        MultiPolygon lost = Shapes.difference(before, drawn);
        Standing heir =
                wish.restTo() == null ? null : scene.find(wish.restTo()).orElseThrow(() -> new Refusal("unit-gone"));
        Map<Standing, MultiPolygon> neighbours = new LinkedHashMap<>();
        List<Follows> gained = new ArrayList<>(follows(List.of(one), CONTINUED));
        for (Standing other : scene.units()) {
            MultiPolygon shared = other.id() == one.id() || other.boundary() == null
                    ? Shapes.polygons(drawn.getFactory().createPolygon())
                    : Shapes.intersection(other.boundary(), drawn);
            if (Shapes.ground(shared)) {
                MultiPolygon left = Shapes.difference(boundary(other), drawn);
                boolean goesOn = Shapes.ground(left);
                gained.add(new Follows(other.id(), goesOn ? NewState.PART : "merged"));
                neighbours.put(
                        other,
                        goesOn ? left : Shapes.polygons(drawn.getFactory().createPolygon()));
                elsewhere(one, other);
            }
        }
        if (heir != null && Shapes.ground(lost)) {
            neighbours.put(heir, Shapes.union(neighbours.getOrDefault(heir, boundary(heir)), lost));
            elsewhere(one, heir);
        }
        if (neighbours.isEmpty() && !Shapes.ground(lost) && !Shapes.ground(Shapes.difference(drawn, before))) {
            throw new Refusal("nothing-changes");
        }
        drafting.goesOn(one, wish.part(0), gained, drawn);
        ending.add(one);
        neighbours.forEach((other, ground) -> {
            ending.add(other);
            if (!ground.isEmpty()) {
                List<Follows> links = new ArrayList<>(follows(List.of(other), CONTINUED));
                if (other == heir && Shapes.ground(lost)) {
                    links.add(new Follows(one.id(), NewState.PART));
                }
                drafting.goesOn(other, Part.AS_BEFORE, links, ground);
            } else {
                concerns.add(Concern.remark("swallowed", null, other.name()));
            }
        });
    }

    private void transfer(Standing giver, Standing receiver) {
        elsewhere(receiver, giver);
        MultiPolygon piece = Partition.piece(giver, receiver, wish, scene);
        if (!Shapes.ground(piece)) {
            throw new Refusal("piece-outside", giver.name());
        }
        MultiPolygon left = Shapes.difference(boundary(giver), piece);
        if (!Shapes.ground(left)) {
            throw new Refusal("piece-whole", giver.name());
        }
        MultiPolygon grown = Shapes.union(boundary(receiver), piece);
        List<Follows> links = new ArrayList<>(follows(List.of(receiver), CONTINUED));
        links.add(new Follows(giver.id(), NewState.PART));
        drafting.goesOn(receiver, wish.part(0), links, grown);
        drafting.goesOn(giver, wish.part(1), follows(List.of(giver), CONTINUED), left);
        ending.add(receiver);
        ending.add(giver);
        if (grown.getNumGeometries() > boundary(receiver).getNumGeometries()) {
            concerns.add(Concern.remark("not-touching", piece.getInteriorPoint().getCoordinate(), receiver.name()));
        }
    }

    /** A residential area cannot take ground of another commune: the communes themselves would have to change. */
    private static void elsewhere(Standing one, Standing other) {
        sameParent(List.of(one, other));
    }

    private static void sameParent(List<Standing> named) {
        Predicate<Standing> elsewhere = standing ->
                !Objects.equals(standing.unit().parentId(), named.get(0).unit().parentId());
        if (named.get(0).unit().level() == UnitLevel.RESIDENTIAL_AREA
                && named.stream().anyMatch(elsewhere)) {
            throw new Refusal("other-commune", named.get(0).name());
        }
    }

    private void carryChildrenOver() {
        List<Draft> communes = drafting.drafts();
        ChildPlaces places = new ChildPlaces(communes, wish, scene);
        for (Standing commune : List.copyOf(ending)) {
            for (Standing child : scene.children(commune.id())) {
                Draft home = places.homeOf(child, concerns);
                drafting.carriedOver(child, home.number(), places.kindOf(child));
                ending.add(child);
                checkDay(child);
            }
        }
    }

    private void checkDays() {
        ending.forEach(this::checkDay);
    }

    private void checkDay(Standing standing) {
        LocalDate from = standing.unit().validity().from();
        LocalDate to = standing.unit().validity().to();
        if (to != null || from != null && !from.isBefore(wish.day())) {
            throw new Refusal("changes-later", standing.name());
        }
    }

    static List<Follows> follows(List<Standing> before, String change) {
        return before.stream()
                .map(standing -> new Follows(standing.id(), change))
                .toList();
    }

    static MultiPolygon boundary(Standing standing) {
        @Nullable MultiPolygon boundary = standing.boundary();
        if (boundary == null) {
            throw new Refusal("no-boundary", standing.name());
        }
        return boundary;
    }

    static String squareMeters(Geometry ground) {
        return String.format(java.util.Locale.ROOT, "%.0f", Shapes.areaSqM(ground));
    }
}
