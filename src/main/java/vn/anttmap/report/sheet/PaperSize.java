package vn.anttmap.report.sheet;

import java.util.Arrays;
import java.util.Locale;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** ISO 216. */
enum PaperSize {
    A4(210, 297),
    A3(297, 420);

    private static final double POINTS_PER_MM = 72 / 25.4;

    private final double shortMm;
    private final double longMm;

    PaperSize(double shortMm, double longMm) {
        this.shortMm = shortMm;
        this.longMm = longMm;
    }

    float shortPoints() {
        return (float) (shortMm * POINTS_PER_MM);
    }

    float longPoints() {
        return (float) (longMm * POINTS_PER_MM);
    }

    /** @throws UserProblem naming the sizes there are */
    static PaperSize ofKey(String key) {
        return Arrays.stream(values())
                .filter(size -> size.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(Kind.INVALID, "sheet-size-unknown", "a4, a3")
                        .at("size", key));
    }
}
