package vn.anttmap.safety;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** What a criterion judges. Agencies, enterprises and schools count in a commune's share of recognised objects. */
public enum CriterionSubject {
    RESIDENTIAL_AREA,
    COMMUNE,
    AGENCY,
    ENTERPRISE,
    SCHOOL;

    /** As it stands in paths and answers: {@code residential-area}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UserProblem naming the known keys */
    public static CriterionSubject ofKey(String key) {
        return Arrays.stream(values())
                .filter(subject -> subject.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "subject",
                                Arrays.stream(values())
                                        .map(CriterionSubject::key)
                                        .collect(Collectors.joining(", ")))
                        .at("subject", key));
    }
}
