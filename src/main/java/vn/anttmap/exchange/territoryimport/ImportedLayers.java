package vn.anttmap.exchange.territoryimport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.UnitKind;

/** The layers that can be brought in, by the name in the path. */
@Component
class ImportedLayers {

    private final Map<String, ImportedLayer> layers = new LinkedHashMap<>();

    ImportedLayers(DryRun dryRun, PlanStates states, TerritoryChanges changes, RoadLayer roads, CommuneLayer communes) {
        add(new AreaLayer("residential-areas", kind -> true, dryRun, states, changes));
        add(new AreaLayer("villages", UnitKind::village, dryRun, states, changes));
        add(new AreaLayer("residential-blocks", UnitKind::block, dryRun, states, changes));
        add(communes);
        add(roads);
    }

    private void add(ImportedLayer layer) {
        layers.put(layer.collection(), layer);
    }

    /** @throws UserProblem naming the known collections */
    ImportedLayer get(String collection) {
        return Optional.ofNullable(layers.get(collection))
                .orElseThrow(
                        () -> UserProblem.of(Kind.NOT_FOUND, "collection-unknown", String.join(", ", layers.keySet()))
                                .at("collectionId", collection));
    }
}
