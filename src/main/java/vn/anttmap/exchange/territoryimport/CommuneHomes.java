package vn.anttmap.exchange.territoryimport;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.anttmap.territory.Unit;

/** To which of the communes that begin a residential area of an old one belongs: where a point inside it lies. */
final class CommuneHomes {

    /** A commune that begins. @param number of the feature @param follows ids of the communes before it */
    record Home(int number, MultiPolygon boundary, Set<Long> follows) {}

    private record Prepared(Home home, PreparedGeometry ground) {}

    private final List<Prepared> homes;

    CommuneHomes(List<Home> homes) {
        this.homes = homes.stream()
                .map(home -> new Prepared(home, PreparedGeometryFactory.prepare(home.boundary())))
                .toList();
    }

    /**
     * @param ground EPSG:4326; without one, the first commune that follows the area's own is its home
     * @return null where no commune begins
     */
    @Nullable Home of(Unit child, @Nullable MultiPolygon ground) {
        if (ground == null) {
            return homes.stream()
                    .map(Prepared::home)
                    .filter(home -> home.follows().contains(Objects.requireNonNull(child.parentId())))
                    .findFirst()
                    .orElseGet(() -> homes.isEmpty() ? null : homes.get(0).home());
        }
        Point inside = ground.getInteriorPoint();
        return homes.stream()
                .filter(prepared -> prepared.ground().covers(inside))
                .findFirst()
                .or(() -> homes.stream()
                        .min(Comparator.comparingDouble(
                                prepared -> prepared.home().boundary().distance(inside))))
                .map(Prepared::home)
                .orElse(null);
    }
}
