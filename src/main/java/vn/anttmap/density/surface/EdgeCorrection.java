package vn.anttmap.density.surface;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** What is done about the part of a kernel that falls outside the ground that is looked at. */
public enum EdgeCorrection {
    /**
     * Each incident is divided by the part of its own kernel that lies inside: the surface comes to exactly the number of
     * incidents.
     *
     * @see <a href="https://doi.org/10.2307/2347366">Diggle 1985, A kernel method for smoothing point process data</a>,
     *     spatstat's {@code density.ppp(diggle = TRUE)}
     */
    DIGGLE("diggle"),
    /**
     * Each place is divided by the part of a kernel around it that lies inside: without bias for an even density, but the
     * surface need not come to the number of incidents. What spatstat's {@code density.ppp} does unless told otherwise.
     */
    UNIFORM("uniform");

    private final String key;

    EdgeCorrection(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** @throws UserProblem naming the known corrections */
    public static EdgeCorrection ofKey(String key) {
        return Arrays.stream(values())
                .filter(correction -> correction.key.equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(values()).map(EdgeCorrection::key).collect(Collectors.joining(", ")))
                        .at("correction", key));
    }
}
