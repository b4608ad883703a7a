package vn.anttmap.report.sheet;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** What the areas of a sheet are coloured by; the keys are those of the map page. */
enum SheetTheme {
    DENSITY("density", "Bản đồ mật độ vụ việc an ninh, trật tự", "Vụ/km²/năm"),
    PER_1000("per1000", "Bản đồ vụ việc an ninh, trật tự theo dân số", "Vụ/1.000 dân/năm"),
    COUNT("count", "Bản đồ số vụ việc an ninh, trật tự", "Số vụ"),
    STATUS("status", "Bản đồ tình trạng “An toàn về an ninh, trật tự”", "Tình trạng");

    private final String key;
    private final String title;
    private final String unit;

    SheetTheme(String key, String title, String unit) {
        this.key = key;
        this.title = title;
        this.unit = unit;
    }

    String title() {
        return title;
    }

    /** Above the legend. */
    String unit() {
        return unit;
    }

    /** Whole numbers only. */
    boolean counts() {
        return this == COUNT;
    }

    /** The value of an area; null where the register or the denominator is missing. */
    @Nullable Double valueOf(AreaDensity area) {
        return switch (this) {
            case DENSITY -> area.incidentsPerSqKmYear();
            case PER_1000 -> area.incidentsPer1000Year();
            case COUNT -> area.count() == null ? null : Double.valueOf(area.count());
            case STATUS -> throw new IllegalStateException("a status is no value");
        };
    }

    /** @throws UserProblem naming the themes there are */
    static SheetTheme ofKey(String key) {
        return Arrays.stream(values())
                .filter(theme -> theme.key.equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "sheet-theme-unknown",
                                Arrays.stream(values()).map(theme -> theme.key).collect(Collectors.joining(", ")))
                        .at("theme", key));
    }
}
