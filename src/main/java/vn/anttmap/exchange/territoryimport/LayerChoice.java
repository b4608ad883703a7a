package vn.anttmap.exchange.territoryimport;

import java.util.List;
import vn.anttmap.problem.UserProblem;

/** A file with several layers needs to be told which; the refusal carries their names. */
final class LayerChoice {

    private LayerChoice() {}

    static UserProblem needed(List<String> layers) {
        return BadFile.of("import-layer-choice", String.join(", ", layers)).with("layers", layers);
    }
}
