package vn.anttmap.ogcapi.tiles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.anttmap.incident.IncidentMap;
import vn.anttmap.incident.IncidentWritten;
import vn.anttmap.live.LiveGap;
import vn.anttmap.live.LiveNotice;
import vn.anttmap.live.LiveNotices;
import vn.anttmap.movement.SecurityTeams;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;
import vn.anttmap.safety.CriterionChanged;
import vn.anttmap.safety.StatusRecorded;
import vn.anttmap.territory.TerritoryShapes;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * Hears what changes, on whichever node, and calls the tiles in question that it can touch: incidents and statuses are told
 * with the commit, the territory and the teams carry a revision of their own.
 */
@Component
class TileChanges implements DisposableBean {

    private static final String TOPIC = "tiles";
    private static final Logger LOG = LoggerFactory.getLogger(TileChanges.class);
    private static final long RECENT_NANOS = 500_000_000;

    private final KeptTiles kept;
    private final IncidentMap incidents;
    private final TerritoryShapes shapes;
    private final SecurityTeams teams;
    private final LiveNotices notices;
    private final LinkedBlockingQueue<UUID> written = new LinkedBlockingQueue<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "tile-changes");
        thread.setDaemon(true);
        return thread;
    });
    private volatile TerritoryShapes.@Nullable View seen;
    private volatile long teamsSeen;
    private volatile long teamsLookedAtNanos;

    TileChanges(
            KeptTiles kept, IncidentMap incidents, TerritoryShapes shapes, SecurityTeams teams, LiveNotices notices) {
        this.kept = kept;
        this.incidents = incidents;
        this.shapes = shapes;
        this.teams = teams;
        this.notices = notices;
    }

    @EventListener
    void written(IncidentWritten event) {
        switch (event.change()) {
            case CREATED, CHANGED, WITHDRAWN, ASSIGNED -> notices.announce(TOPIC, "incident " + event.incidentId());
            // Neither texts nor photos are on the map.
            case REDACTED, PHOTO_ADDED, PHOTO_REMOVED -> {}
        }
    }

    @EventListener
    void recorded(StatusRecorded event) {
        notices.announce(TOPIC, "status " + event.year() + " " + event.areaId());
    }

    /** The window of a year may have moved, and with it the day whose areas are shown. */
    @EventListener
    void ruled(CriterionChanged event) {
        notices.announce(TOPIC, "rules");
    }

    /** Comes after the commit, in its thread or in that of the listener: the work is done in another one. */
    @EventListener
    void noticed(LiveNotice notice) {
        if (!notice.topic().equals(TOPIC)) {
            return;
        }
        String[] words = notice.text().split(" ", -1);
        switch (words[0]) {
            case "incident" -> {
                written.add(UUID.fromString(words[1]));
                submit(this::takeIncidents);
            }
            case "status" -> submit(() -> status(Integer.parseInt(words[1]), Long.parseLong(words[2])));
            case "rules" ->
                submit(() -> {
                    kept.question(
                            subject -> subject.theme() == Theme.STATUS,
                            (key, tile) -> key.subject().theme() == Theme.STATUS);
                });
            default -> LOG.warn("a notice of tiles was not understood");
        }
    }

    /** What was missed is unknown: everything is looked at again. */
    @EventListener
    void missed(LiveGap gap) {
        submit(() -> {
            incidents.forget();
            kept.question(subject -> true, (key, tile) -> true);
        });
    }

    private void submit(Runnable task) {
        work.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("tiles are looked at anew, since a change could not be read: {}", e.toString());
                incidents.forget();
                kept.question(subject -> true, (key, tile) -> true);
            }
        });
    }

    /** All that were written by now at once. */
    private void takeIncidents() {
        List<UUID> ids = new ArrayList<>();
        written.drainTo(ids);
        if (!ids.isEmpty()) {
            IncidentMap.Change change = incidents.changed(ids);
            Set<Long> above = above(change.unitIds());
            addAboveRoads(change.roadIds(), above);
            kept.question(
                    subject -> subject.theme() == Theme.DENSITY && counts(subject, change),
                    (key, tile) -> touches(change, above, key, tile));
        }
    }

    private static boolean counts(TileKey.Subject subject, IncidentMap.Change change) {
        return change.marks().isEmpty()
                || change.marks().stream().anyMatch(mark -> subject.counts(mark.day(), mark.category()));
    }

    private static boolean touches(IncidentMap.Change change, Set<Long> above, TileKey key, Tile tile) {
        TileKey.Subject subject = key.subject();
        if (subject.collection() == TileCollection.INCIDENTS) {
            Envelope box = key.address().degrees(TileFrame.BUFFER);
            return change.marks().stream()
                    .anyMatch(mark -> subject.counts(mark.day(), mark.category())
                            && box.contains(mark.longitude(), mark.latitude()));
        }
        return subject.theme() == Theme.DENSITY
                && counts(subject, change)
                && (subject.sight().guarded()
                        // What is withheld beside it may be another area now.
                        || holds(tile, change.unitIds())
                        || holds(tile, change.roadIds())
                        || tile.totals() && holds(tile, above));
    }

    private void status(int year, long areaId) {
        TerritoryShapes.View view = shapes.recent();
        Set<Long> ids = view.find(areaId).isPresent() ? view.lineage(areaId) : Set.of(areaId);
        Set<Long> above = above(ids);
        kept.question(
                subject -> subject.theme() == Theme.STATUS && subject.year() == year,
                (key, tile) -> key.subject().theme() == Theme.STATUS
                        && key.subject().year() == year
                        && (holds(tile, ids) || tile.totals() && holds(tile, above)));
    }

    private void addAboveRoads(Set<Long> roadIds, Set<Long> above) {
        TerritoryShapes.View view = shapes.recent();
        for (UnitLevel level : List.of(UnitLevel.COMMUNE, UnitLevel.PROVINCE)) {
            roadIds.forEach(id -> view.findRoad(id)
                    .ifPresent(road -> view.unitsAt(level, road.middle()).forEach(unit -> above.add(unit.id()))));
        }
    }

    /** The given units and those that they lie in. */
    private Set<Long> above(Collection<Long> unitIds) {
        TerritoryShapes.View view = shapes.recent();
        Set<Long> above = new HashSet<>(unitIds);
        for (long id : unitIds) {
            view.find(id).ifPresent(unit -> {
                Long parentId = unit.parentId();
                while (parentId != null && above.add(parentId)) {
                    parentId = view.find(parentId).map(Unit::parentId).orElse(null);
                }
            });
        }
        return above;
    }

    private static boolean holds(Tile tile, Set<Long> ids) {
        for (long id : tile.featureIds()) {
            if (ids.contains(id)) {
                return true;
            }
        }
        return false;
    }

    /** The territory to draw from; what differs from what was drawn from last is called in question first. */
    TerritoryShapes.View territory() {
        TerritoryShapes.View now = shapes.recent();
        TerritoryShapes.View last = seen;
        if (last != null && last.revision() == now.revision()) {
            return now;
        }
        synchronized (this) {
            last = seen;
            if (last != null && last.revision() != now.revision()) {
                TerritoryChange change = new TerritoryChange(last, now);
                if (change.ofCommunes()) {
                    incidents.forget();
                }
                // What is withheld beside a changed area may be another one now.
                kept.question(
                        subject -> subject.sight().guarded() || change.touches(subject),
                        (key, tile) -> key.subject().sight().guarded() || change.touches(key, tile));
            }
            seen = now;
        }
        return now;
    }

    /** To be called before tiles of teams are given out. */
    void lookAtTeams() {
        if (System.nanoTime() - teamsLookedAtNanos < RECENT_NANOS && teamsLookedAtNanos != 0) {
            return;
        }
        synchronized (this) {
            long revision = teams.revision();
            if (revision != teamsSeen) {
                kept.question(
                        subject -> false, (key, tile) -> key.subject().collection() == TileCollection.SECURITY_TEAMS);
                teamsSeen = revision;
            }
            teamsLookedAtNanos = System.nanoTime();
        }
    }

    @Override
    public void destroy() {
        work.shutdownNow();
    }
}
