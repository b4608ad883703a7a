package vn.anttmap.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The files a report can be taken as. */
enum ReportFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The ending of the file's name. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UserProblem naming the known endings */
    static ReportFormat ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "format-unknown",
                                Arrays.stream(values())
                                        .map(ReportFormat::ending)
                                        .collect(Collectors.joining(", ")))
                        .at("format", ending));
    }
}
