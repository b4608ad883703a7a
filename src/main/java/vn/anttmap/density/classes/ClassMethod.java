package vn.anttmap.density.classes;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** How values are put into classes. */
public enum ClassMethod {
    /** The same number of values in each class: R's quantiles of type 7. */
    QUANTILE,
    /** The classes with the least squares of distances to their means, after Jenks and Fisher. */
    JENKS,
    /** Classes of the same width between the least and the greatest value. */
    EQUAL,
    /** Limits that were given. */
    FIXED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UserProblem naming the known methods */
    public static ClassMethod ofKey(String key) {
        return Arrays.stream(values())
                .filter(method -> method.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(values()).map(ClassMethod::key).collect(Collectors.joining(", ")))
                        .at("classes", key));
    }
}
