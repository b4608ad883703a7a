package vn.anttmap.drawing;

import java.util.Objects;
import java.util.UUID;
import org.locationtech.jts.geom.MultiLineString;
import vn.anttmap.territory.NewRoadSegment;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.Validity;

/** The segment that begins with a drawn road. */
final class RoadState {

    private RoadState() {}

    static NewRoadSegment of(UUID id, RoadLooks.Named named, Look look) {
        Road before = named.before();
        return new NewRoadSegment(
                "drawing-" + id,
                named.name(),
                named.fromDescription(),
                named.toDescription(),
                named.owner(),
                before == null ? look.day() : before.foundedOn(),
                new Validity(look.day(), null),
                false,
                null,
                (MultiLineString) Objects.requireNonNull(look.geometry()));
    }
}
