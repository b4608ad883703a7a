package vn.anttmap.exchange.territoryimport;

import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Refusals of a whole file. */
final class BadFile {

    private BadFile() {}

    static UserProblem of(String key, Object... arguments) {
        return UserProblem.of(Kind.UNPROCESSABLE, key, arguments);
    }

    /** @param format as people call it */
    static UserProblem damaged(String format) {
        return of("import-file-damaged", format);
    }
}
