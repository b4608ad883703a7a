package vn.anttmap.report;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The papers of the title that an office signs. */
enum TitleForm {
    /** Tờ trình: the commune's police propose which areas are to be recognised. */
    PROPOSAL("proposal", "Tờ trình"),
    /** Quyết định of the commune's committee. */
    DECISION("decision", "Quyết định"),
    /** Giấy công nhận of one area or commune. */
    CERTIFICATE("certificate", "Giấy công nhận");

    private final String key;
    private final String title;

    TitleForm(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** As the name of a file begins. */
    String title() {
        return title;
    }

    /** In the address of a file. */
    String key() {
        return key;
    }

    /** @throws UserProblem naming the forms there are */
    static TitleForm ofKey(String key) {
        return Arrays.stream(values())
                .filter(form -> form.key.equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "form-unknown",
                                Arrays.stream(values()).map(form -> form.key).collect(Collectors.joining(", ")))
                        .at("form", key));
    }
}
