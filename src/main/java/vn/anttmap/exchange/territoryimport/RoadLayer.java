package vn.anttmap.exchange.territoryimport;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.ColumnGuess.Meaning;
import vn.anttmap.exchange.territoryimport.ImportStore.Kept;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.incident.MovedRoads;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.RoadChanges;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** Road segments: lines with a name and with who looks after them. */
@Component
class RoadLayer implements ImportedLayer {

    private static final Set<Meaning> MEANINGS =
            EnumSet.of(Meaning.NAME, Meaning.FROM, Meaning.TO, Meaning.OWNER, Meaning.FOUNDED);
    private static final double MOST_OUTSIDE = 0.5;
    private static final double SHORTEST_OUTSIDE_METERS = 10;

    private final ImportTargets targets;
    private final Territory territory;
    private final RoadChanges changes;
    private final MovedRoads incidents;
    private final JsonMapper json;

    RoadLayer(ImportTargets targets, Territory territory, RoadChanges changes, MovedRoads incidents, JsonMapper json) {
        this.targets = targets;
        this.territory = territory;
        this.changes = changes;
        this.incidents = incidents;
        this.json = json;
    }

    @Override
    public String collection() {
        return "road-segments";
    }

    @Override
    public Set<Meaning> meanings() {
        return MEANINGS;
    }

    @Override
    public List<String> usualNames() {
        return List.of("road-segments", "doan_duong", "duong_tu_quan", "duong");
    }

    @Override
    public Looked look(UUID id, AccountView account, RawLayer layer, LookWish wish, ImportBudget budget) {
        ImportTarget target = targets.of(account, wish.unitId(), wish.day());
        TextGuess text = TextGuess.of(layer, wish.text());
        SystemGuess system = SystemGuess.of(layer, target.ground(), target.home(), wish.system(), wish.swapped());
        ColumnGuess columns = ColumnGuess.of(text.names(layer), MEANINGS, wish.columns());
        CornerRows.Joined rows = CornerRows.join(layer, columns.columns().get(Meaning.NAME), false);
        List<RoadDraft> roads = new RoadReader(text.reading(), system.taken(), columns, budget).read(rows.rows());
        CommuneFinder finder = target.finder();
        for (RoadDraft road : roads) {
            budget.tick();
            place(road, finder, target.ground());
        }
        List<Road> present = present(account, target, wish);
        Map<Long, MultiLineString> courses = changes.courses(present);
        new RoadComparison(present, courses, wish.day()).compare(roads, wish.complete());
        RoadPlan plan = RoadPlan.of(roads);
        RoadLook look = new RoadLook(
                id,
                target.unit(),
                layer.format(),
                text,
                system,
                Outlines.of(layer, system),
                columns,
                roads,
                plan.size(),
                new RoadEffect(roads, courses).of(account, wish.day(), incidents));
        return new Looked(look, out -> out.write(json.writeValueAsBytes(plan)), plan.size());
    }

    private List<Road> present(AccountView account, ImportTarget target, LookWish wish) {
        Set<Long> communes = target.communes().stream().map(Unit::id).collect(Collectors.toCollection(HashSet::new));
        return territory.listRoadsOn(account, wish.day()).stream()
                .filter(road -> territory
                        .communeOfRoad(road, wish.day())
                        .filter(commune -> communes.contains(commune.id()))
                        .isPresent())
                .toList();
    }

    /** A road belongs to the commune that its middle lies in; what of it lies in none of the communes is told. */
    private static void place(RoadDraft road, CommuneFinder finder, Geometry ground) {
        Coordinate middle = road.middle();
        if (road.course == null || middle == null || road.refused()) {
            return;
        }
        road.commune = finder.at(middle);
        if (road.commune == null) {
            road.issues.add(Issue.refusal("elsewhere", middle));
            return;
        }
        Geometry outside = road.course.difference(ground);
        double meters = GeodesicMeasure.lengthKm(outside) * 1_000;
        if (meters > SHORTEST_OUTSIDE_METERS) {
            double all = GeodesicMeasure.lengthKm(road.course) * 1_000;
            road.issues.add(new Issue(
                    "line-outside",
                    List.of(String.valueOf(Math.round(meters))),
                    outside.getCoordinate(),
                    meters > MOST_OUTSIDE * all));
        }
    }

    @Override
    public Stored store(AccountView account, Kept kept, ImportStore store) {
        RoadPlan plan = store.plan(kept.id(), in -> json.readValue(in, RoadPlan.class));
        List<Long> begun = changes.apply(
                account, kept.revision(), kept.validFrom(), plan.ending(), plan.begin(kept.id(), kept.validFrom()));
        return new Stored(begun, plan.ending(), List.of());
    }

    @Override
    public void takeBack(AccountView account, Kept kept) {
        changes.takeBack(account, kept.validFrom(), kept.ended(), kept.begun());
    }
}
