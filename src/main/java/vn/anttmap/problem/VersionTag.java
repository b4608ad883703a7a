package vn.anttmap.problem;

import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem.Kind;

/** A version as HTTP carries it: {@code "3"} in {@code ETag} and {@code If-Match}. */
public final class VersionTag {

    private VersionTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * @param ifMatch value of the header, weak or strong; null without one
     * @return the version that the caller has seen; null without a header
     * @throws UserProblem of kind INVALID if it is no number
     */
    public static @Nullable Long read(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw UserProblem.of(Kind.INVALID, "if-match-invalid").at("If-Match", ifMatch);
        }
    }
}
