package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Areas by a ground of theirs: whoever asks each area for its neighbours would go through all of them each time. */
final class AreasByPlace {

    private record Placed(int order, Area area) {}

    private final List<Area> areas = new ArrayList<>();
    private final HPRtree tree = new HPRtree();

    /** @param ground of an area; null where it has none */
    AreasByPlace(Stream<Area> all, Function<Area, @Nullable Geometry> ground) {
        all.forEach(area -> {
            Geometry place = ground.apply(area);
            if (place != null) {
                tree.insert(place.getEnvelopeInternal(), new Placed(areas.size(), area));
                areas.add(area);
            }
        });
    }

    List<Area> all() {
        return areas;
    }

    /** Those whose boxes meet that of a place, in the order given. */
    @SuppressWarnings("unchecked")
    List<Area> near(Geometry place) {
        List<Placed> found = tree.query(place.getEnvelopeInternal());
        return found.stream()
                .sorted(Comparator.comparingInt(Placed::order))
                .map(Placed::area)
                .toList();
    }
}
