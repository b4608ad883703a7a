package vn.anttmap.ogcapi.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.incident.IncidentMap;
import vn.anttmap.movement.SecurityTeams;
import vn.anttmap.ogcapi.tiles.TileKey.Subject;

/**
 * Draws incidents and security teams: one by one from some zoom on, below it as numbers of a grid. A number stands in the
 * middle of its cell and tells no place; each incident is in one cell of one tile, so that sums over tiles are exact.
 */
@Component
class PointTiles {

    /** Incidents are shown one by one from here on. */
    static final int SINGLE_ZOOM = 14;

    private static final int SINGLE_TEAM_ZOOM = 11;
    private static final int CELLS = 16;
    private static final int MOST_SINGLE = 4_000;

    private final IncidentMap incidents;
    private final SecurityTeams teams;

    PointTiles(IncidentMap incidents, SecurityTeams teams) {
        this.incidents = incidents;
        this.teams = teams;
    }

    Tile incidents(AccountView account, TileKey key) {
        Subject subject = key.subject();
        TileAddress at = key.address();
        IncidentMap.Square asked = incidents.ask(
                account,
                new IncidentMap.Question(subject.from(), subject.to(), subject.category(), subject.severity()));
        if (at.zoom() >= SINGLE_ZOOM) {
            List<IncidentMap.Mark> marks =
                    asked.list(at.zoom(), at.column(), at.row(), MvtLayer.EXTENT / TileFrame.BUFFER, MOST_SINGLE);
            if (marks != null) {
                return single(subject, at, marks);
            }
        }
        MvtLayer layer = new MvtLayer(subject.collection().key());
        cells(layer, asked.counts(at.zoom(), at.column(), at.row(), CELLS));
        return Tile.of(layer.tile(), new long[0], true, List.of());
    }

    private static Tile single(Subject subject, TileAddress at, List<IncidentMap.Mark> marks) {
        TileFrame frame = new TileFrame(at);
        MvtLayer layer = new MvtLayer(subject.collection().key());
        List<UUID> shown = new ArrayList<>();
        marks.sort(Comparator.comparing(IncidentMap.Mark::id));
        for (IncidentMap.Mark mark : marks) {
            MvtGeometry place = frame.point(mark.longitude(), mark.latitude());
            if (place != null) {
                Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
                attributes.put("id", mark.id().toString());
                attributes.put("day", mark.day().toString());
                attributes.put("category", mark.category());
                attributes.put("severity", mark.severity().isEmpty() ? null : mark.severity());
                attributes.put("placeAccuracy", mark.accuracy().name().toLowerCase(Locale.ROOT));
                layer.add(-1, place, attributes);
                shown.add(mark.id());
            }
        }
        return Tile.of(layer.tile(), new long[0], false, shown);
    }

    private static void cells(MvtLayer layer, int[] counts) {
        int side = MvtLayer.EXTENT / CELLS;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                layer.add(
                        -1,
                        MvtGeometry.point(cell % CELLS * side + side / 2, cell / CELLS * side + side / 2),
                        Map.of("count", counts[cell]));
            }
        }
    }

    Tile teams(AccountView account, TileKey key) {
        Subject subject = key.subject();
        TileFrame frame = new TileFrame(key.address());
        boolean singly = key.address().zoom() >= SINGLE_TEAM_ZOOM;
        var box = frame.degrees();
        List<Feature> found = teams.features(
                account,
                Objects.requireNonNull(subject.day()),
                null,
                new Extent(Math.max(-180, box.getMinX()), box.getMinY(), Math.min(180, box.getMaxX()), box.getMaxY()),
                Locale.ROOT);
        MvtLayer layer = new MvtLayer(subject.collection().key());
        int[] counts = new int[CELLS * CELLS];
        found.stream().sorted(Comparator.comparingLong(Feature::id)).forEach(team -> {
            Point position = (Point) team.geometry();
            if (singly) {
                add(layer, frame, team, position);
            } else {
                count(counts, frame, position);
            }
        });
        cells(layer, counts);
        return Tile.of(layer.tile(), new long[0], !singly, List.of());
    }

    private static void count(int[] counts, TileFrame frame, Point position) {
        int x = frame.x(position.getX());
        int y = frame.y(position.getY());
        if (x >= 0 && y >= 0 && x < MvtLayer.EXTENT && y < MvtLayer.EXTENT) {
            int side = MvtLayer.EXTENT / CELLS;
            counts[y / side * CELLS + x / side]++;
        }
    }

    private static void add(MvtLayer layer, TileFrame frame, Feature team, Point position) {
        MvtGeometry place = frame.point(position.getX(), position.getY());
        if (place != null) {
            Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
            for (String name : List.of("id", "name", "kind", "memberCount", "synthetic")) {
                attributes.put(name, team.properties().get(name));
            }
            layer.add(team.id(), place, attributes);
        }
    }
}
