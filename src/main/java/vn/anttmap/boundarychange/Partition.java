package vn.anttmap.boundarychange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.boundarychange.ChangeWish.Part;
import vn.anttmap.boundarychange.Planner.Refusal;
import vn.anttmap.geo.Wgs84;

/** Which ground of a unit goes where: drawn, cut by a line, or named by residential areas. */
final class Partition {

    private Partition() {}

    /** The ground of each part of a split, in the order of the parts; together all of the unit, or all but what no part wants. */
    static List<MultiPolygon> of(Standing one, ChangeWish wish, Scene scene) {
        MultiPolygon whole = Planner.boundary(one);
        if (wish.parts().size() < 2) {
            throw new Refusal("units-number-split");
        }
        if (wish.line() != null) {
            List<MultiPolygon> pieces = Shapes.cut(whole, wish.line());
            if (pieces.size() != wish.parts().size()) {
                throw new Refusal(
                        "line-pieces",
                        String.valueOf(pieces.size()),
                        String.valueOf(wish.parts().size()));
            }
            return pieces;
        }
        List<MultiPolygon> grounds = new ArrayList<>();
        int rest = -1;
        Geometry taken = Wgs84.FACTORY.createMultiPolygon();
        for (int i = 0; i < wish.parts().size(); i++) {
            MultiPolygon ground = groundOf(wish.part(i), whole, scene);
            if (ground.isEmpty()) {
                if (rest >= 0) {
                    throw new Refusal("part-without-ground", String.valueOf(i + 1));
                }
                rest = i;
            } else if (Shapes.ground(Shapes.intersection(taken, ground))) {
                throw new Refusal("parts-overlap", String.valueOf(i + 1));
            }
            // What is less than that is rounding; each place must belong to one part only.
            MultiPolygon own = Shapes.difference(ground, taken);
            grounds.add(own);
            taken = Shapes.union(taken, own);
        }
        MultiPolygon left = Shapes.difference(whole, taken);
        if (rest >= 0) {
            if (!Shapes.ground(left)) {
                throw new Refusal("part-without-ground", String.valueOf(rest + 1));
            }
            grounds.set(rest, left);
        } else if (!left.isEmpty() && !Shapes.ground(left)) {
            grounds.set(0, Shapes.union(grounds.get(0), left));
        }
        return grounds;
    }

    /**
     * A drawn boundary that meets the borders around it exactly. A strip that is too thin to be ground stays with whom it
     * was: were it left to none, a place on the border would count in no area from then on.
     */
    static MultiPolygon withoutRounding(MultiPolygon drawn, Standing one, Scene scene) {
        if (!Shapes.ground(drawn)) {
            throw new Refusal("geometry-missing");
        }
        MultiPolygon exact = drawn;
        for (Standing other : scene.units()) {
            MultiPolygon boundary = other.boundary();
            if (boundary == null || !boundary.getEnvelopeInternal().intersects(drawn.getEnvelopeInternal())) {
                continue;
            }
            boolean own = other.id() == one.id();
            if (own || Shapes.ground(Shapes.intersection(boundary, exact))) {
                MultiPolygon left = Shapes.difference(boundary, exact);
                if (own || !Shapes.ground(left)) {
                    exact = Shapes.union(exact, Shapes.strips(left));
                }
            } else {
                exact = Shapes.difference(exact, boundary);
            }
        }
        return exact;
    }

    private static MultiPolygon groundOf(Part part, MultiPolygon whole, Scene scene) {
        if (part.geometry() != null) {
            MultiPolygon inside = Shapes.intersection(whole, part.geometry());
            if (Shapes.ground(Shapes.difference(part.geometry(), whole))) {
                throw new Refusal("part-outside", String.valueOf(part.name()));
            }
            if (!Shapes.ground(inside)) {
                throw new Refusal("geometry-missing");
            }
            return inside;
        }
        return part.childIds().isEmpty()
                ? Wgs84.FACTORY.createMultiPolygon()
                : Shapes.intersection(whole, children(part.childIds(), scene));
    }

    /** The ground that changes hands in a transfer. */
    static MultiPolygon piece(Standing giver, Standing receiver, ChangeWish wish, Scene scene) {
        MultiPolygon whole = Planner.boundary(giver);
        if (wish.geometry() != null) {
            return Shapes.intersection(whole, wish.geometry());
        }
        if (!wish.childIds().isEmpty()) {
            return Shapes.intersection(whole, children(wish.childIds(), scene));
        }
        if (wish.line() == null) {
            throw new Refusal("geometry-missing");
        }
        List<MultiPolygon> pieces = Shapes.cut(whole, wish.line());
        if (pieces.size() != 2) {
            throw new Refusal("line-pieces", String.valueOf(pieces.size()), "2");
        }
        MultiPolygon ground = Planner.boundary(receiver);
        return pieces.stream()
                .max(Comparator.comparingDouble(piece -> Shapes.sharedBorder(ground, piece)))
                .orElseThrow();
    }

    private static MultiPolygon children(List<Long> ids, Scene scene) {
        return Shapes.union(ids.stream()
                .map(id -> Planner.boundary(scene.child(id).orElseThrow(() -> new Refusal("unit-gone"))))
                .toList());
    }
}
