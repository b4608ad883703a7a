package vn.anttmap.exchange.safetytable;

import java.util.Arrays;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

enum SafetyTableFormat {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "text/csv;charset=UTF-8");

    private final String ending;
    private final String mediaType;

    SafetyTableFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    String ending() {
        return ending;
    }

    String mediaType() {
        return mediaType;
    }

    /** @throws UserProblem naming the known formats */
    static SafetyTableFormat ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "format-unknown", "xlsx, csv")
                        .at("format", ending));
    }
}
