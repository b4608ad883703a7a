package vn.anttmap.access;

import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Members of a request that have to be there. */
final class Given {

    private Given() {}

    static String field(String field, @Nullable String value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }
}
