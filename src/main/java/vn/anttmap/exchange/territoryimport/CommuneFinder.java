package vn.anttmap.exchange.territoryimport;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.strtree.STRtree;
import vn.anttmap.geo.ManyAtOnce;
import vn.anttmap.territory.Unit;

/** An area belongs to the commune that a point deep inside it lies in. */
final class CommuneFinder {

    private record Ground(Unit commune, int order, IndexedPointInAreaLocator locator) {}

    private final STRtree tree = new STRtree();

    CommuneFinder(List<Unit> communes, Map<Long, MultiPolygon> grounds) {
        for (int i = 0; i < communes.size(); i++) {
            MultiPolygon ground = grounds.get(communes.get(i).id());
            if (ground != null) {
                tree.insert(
                        ground.getEnvelopeInternal(),
                        new Ground(communes.get(i), i, new IndexedPointInAreaLocator(ground)));
            }
        }
        tree.build();
    }

    void place(List<Area> areas) {
        // What it costs is the point inside.
        ManyAtOnce.map(areas, Area::middle);
        for (Area area : areas) {
            Coordinate middle = area.middle();
            if (middle != null && !area.refused()) {
                area.commune = at(middle);
                if (area.commune == null) {
                    area.issues.add(Issue.refusal("elsewhere", middle));
                }
            }
        }
    }

    @Nullable Unit at(Coordinate place) {
        @SuppressWarnings("unchecked")
        List<Ground> near = tree.query(new Envelope(place));
        return near.stream()
                .filter(ground -> ground.locator().locate(place) != Location.EXTERIOR)
                .min(java.util.Comparator.comparingInt(Ground::order))
                .map(Ground::commune)
                .orElse(null);
    }
}
