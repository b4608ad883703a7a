package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.NewRoadSegment;
import vn.anttmap.territory.Validity;

/**
 * Roads that will begin and end, as they are kept between the look and the decision.
 *
 * @param ending ids of those that end
 */
record RoadPlan(List<State> states, List<Long> ending) {

    /** @param course WKB in hexadecimal digits, EPSG:4326 */
    record State(
            int number,
            String name,
            @Nullable String from,
            @Nullable String to,
            @Nullable String owner,
            @Nullable LocalDate foundedOn,
            boolean synthetic,
            @Nullable String syntheticNote,
            boolean follows,
            String course) {}

    static RoadPlan of(List<RoadDraft> roads) {
        List<State> states = new ArrayList<>();
        List<Long> ending = new ArrayList<>();
        for (RoadDraft road : roads) {
            if (road.before != null && (road.status == Status.CHANGED || road.status == Status.ENDED)) {
                ending.add(road.before.id());
            }
            if (road.status == Status.ADDED || road.status == Status.CHANGED) {
                boolean redrawn = road.before == null || road.differences.contains("course");
                RoadDraft.Words words = road.wordsThen();
                states.add(new State(
                        road.number,
                        words.name(),
                        words.from(),
                        words.to(),
                        words.owner(),
                        words.foundedOn(),
                        !redrawn && road.before.synthetic(),
                        redrawn ? null : road.before.syntheticNote(),
                        road.before != null,
                        WKBWriter.toHex(new WKBWriter().write(Objects.requireNonNull(road.course)))));
            }
        }
        return new RoadPlan(states, ending);
    }

    /** A road that changes ends and begins, and counts once. */
    int size() {
        return states.size()
                + ending.size()
                - (int) states.stream().filter(State::follows).count();
    }

    List<NewRoadSegment> begin(UUID importId, LocalDate day) {
        return states.stream()
                .map(state -> new NewRoadSegment(
                        "import-" + importId + "-" + state.number(),
                        state.name(),
                        state.from(),
                        state.to(),
                        state.owner(),
                        state.foundedOn(),
                        new Validity(day, null),
                        state.synthetic(),
                        state.syntheticNote(),
                        course(state.course())))
                .toList();
    }

    private static MultiLineString course(String hex) {
        try {
            return (MultiLineString) new WKBReader(Wgs84.FACTORY).read(WKBReader.hexToBytes(hex));
        } catch (ParseException e) {
            throw new IllegalStateException("a kept course cannot be read", e);
        }
    }
}
