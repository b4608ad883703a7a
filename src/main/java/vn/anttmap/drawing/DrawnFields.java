package vn.anttmap.drawing;

import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Parts of a request that must be there. */
final class DrawnFields {

    private DrawnFields() {}

    /** @throws UserProblem of kind INVALID if nothing was drawn */
    static <T> T required(@Nullable T drawing) {
        if (drawing == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "drawing").at("drawing", null);
        }
        return drawing;
    }
}
