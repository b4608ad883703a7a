package vn.anttmap.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The reference systems that this installation offers: what is not listed is not taken either, as part 2 wants it. */
@Component
class ReferenceSystems {

    private final List<OgcCrs> offered;
    private final Map<String, OgcCrs> byUri;

    /** @throws IllegalArgumentException naming the codes there are, if one of the settings is none of them */
    ReferenceSystems(OgcSettings settings) {
        this.offered = settings.referenceSystems().isEmpty() ? OgcCrs.list() : chosen(settings.referenceSystems());
        this.byUri = offered.stream().collect(Collectors.toUnmodifiableMap(OgcCrs::uri, Function.identity()));
    }

    private static List<OgcCrs> chosen(List<Integer> codes) {
        List<OgcCrs> chosen = new ArrayList<>(List.of(OgcCrs.CRS84));
        for (int code : codes) {
            OgcCrs system = OgcCrs.find(code)
                    .orElseThrow(() -> new IllegalArgumentException("anttmap.ogc.reference-systems: EPSG:" + code
                            + " is not among "
                            + OgcCrs.list().stream().skip(1).map(OgcCrs::uri).collect(Collectors.joining(", "))));
            if (!chosen.contains(system)) {
                chosen.add(system);
            }
        }
        return List.copyOf(chosen);
    }

    /** CRS84, which is the default, comes first. */
    List<OgcCrs> list() {
        return offered;
    }

    List<String> uris() {
        return offered.stream().map(OgcCrs::uri).toList();
    }

    /** @throws UserProblem of kind INVALID naming the parameter, if the system is not offered */
    OgcCrs of(String parameter, String uri) {
        OgcCrs system = byUri.get(uri);
        if (system == null) {
            throw UserProblem.of(Kind.INVALID, "ogc-crs-unknown").at(parameter, uri);
        }
        return system;
    }
}
