package vn.anttmap.drawing;

import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/**
 * What somebody says who stores a drawing.
 *
 * @param revision of the territory that the look was taken at
 * @param remarks how many remarks that look had
 * @param reason up to 400 characters
 */
record Decision(long revision, int remarks, String reason) {

    /** @throws UserProblem of kind INVALID if one of them is missing or wrong */
    static Decision of(@Nullable String revision, @Nullable Integer remarks, @Nullable String reason) {
        String given = GivenText.required("revision", revision, 20);
        if (remarks == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "remarks").at("remarks", null);
        }
        try {
            return new Decision(Long.parseLong(given), remarks, GivenText.required("reason", reason, 400));
        } catch (NumberFormatException e) {
            throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile").at("revision", given);
        }
    }

    /** @throws UserProblem if the look says that it cannot be stored, or is another than the one that was seen */
    void require(Look look) {
        if (look.revision() != revision) {
            throw UserProblem.of(Kind.CONFLICT, "territory-changed-meanwhile");
        }
        if (look.refused()) {
            long errors = look.findings().stream().filter(Finding::refuses).count();
            throw UserProblem.of(Kind.UNPROCESSABLE, "drawing-unfit", errors);
        }
        if (look.remarks() != remarks) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "drawing-remarks-differ", look.remarks(), remarks);
        }
    }
}
