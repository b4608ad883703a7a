package vn.anttmap.boundarychange;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.anttmap.boundarychange.ChangeWish.Overrule;
import vn.anttmap.boundarychange.Planner.Refusal;
import vn.anttmap.territory.UnitKind;

/** To which of the new communes each residential area of the old ones belongs: where it lies, unless somebody decides. */
final class ChildPlaces {

    /** More of an area on the other side of a new border than this is worth a remark. */
    private static final double CUT_SHARE = 0.02;

    private final List<Draft> communes;
    private final Map<Integer, PreparedGeometry> prepared = new HashMap<>();
    private final Map<Long, Overrule> overrules = new HashMap<>();

    ChildPlaces(List<Draft> communes, ChangeWish wish, Scene scene) {
        this.communes = communes;
        for (Draft commune : communes) {
            if (commune.boundary() != null) {
                prepared.put(commune.number(), PreparedGeometryFactory.prepare(commune.boundary()));
            }
        }
        for (Overrule overrule : wish.overrules()) {
            if (scene.child(overrule.childId()).isEmpty()) {
                throw new Refusal("unit-gone");
            }
            overrules.put(overrule.childId(), overrule);
        }
    }

    @Nullable UnitKind kindOf(Standing child) {
        Overrule overrule = overrules.get(child.id());
        return overrule == null ? null : overrule.kind();
    }

    Draft homeOf(Standing child, List<Concern> concerns) {
        Overrule overrule = overrules.get(child.id());
        if (overrule != null && overrule.part() != null) {
            int part = overrule.part();
            return communes.stream()
                    .filter(commune -> commune.number() == part)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("part-unknown", String.valueOf(part)));
        }
        MultiPolygon ground = child.boundary();
        if (communes.size() == 1 || ground == null) {
            return heirOf(child);
        }
        Point inside = ground.getInteriorPoint();
        Draft home = communes.stream()
                .filter(commune -> prepared.containsKey(commune.number())
                        && Objects.requireNonNull(prepared.get(commune.number()))
                                .covers(inside))
                .findFirst()
                .orElseGet(() -> nearest(inside));
        PreparedGeometry commune = prepared.get(home.number());
        if (commune != null && !commune.covers(ground)) {
            double outside = Shapes.areaSqM(Shapes.difference(ground, Objects.requireNonNull(home.boundary())));
            if (outside > CUT_SHARE * Shapes.areaSqM(ground)) {
                concerns.add(Concern.remark(
                        "child-cut", inside.getCoordinate(), child.name(), home.fullName(), "%.0f".formatted(outside)));
            }
        }
        return home;
    }

    /** Without a boundary it goes where its commune goes on. */
    private Draft heirOf(Standing child) {
        Long parent = child.unit().parentId();
        return communes.stream()
                .filter(commune -> commune.follows().stream()
                        .anyMatch(link -> Long.valueOf(link.unitId()).equals(parent)))
                .findFirst()
                .orElse(communes.get(0));
    }

    private Draft nearest(Point inside) {
        return Optional.of(communes.stream().filter(commune -> commune.boundary() != null))
                .flatMap(all -> all.min(Comparator.comparingDouble(
                        commune -> Objects.requireNonNull(commune.boundary()).distance(inside))))
                .orElse(communes.get(0));
    }
}
