package vn.anttmap.safety;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** How one criterion was judged for one area and year. */
enum Verdict {
    /** Đạt. */
    MET,
    /** Chưa đạt. */
    NOT_MET,
    /** Chưa xét: also takes an earlier judgement back. */
    NOT_ASSESSED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UserProblem naming the known keys */
    static Verdict ofKey(String key) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "verdict",
                                Arrays.stream(values()).map(Verdict::key).collect(Collectors.joining(", ")))
                        .at("verdict", key));
    }
}
