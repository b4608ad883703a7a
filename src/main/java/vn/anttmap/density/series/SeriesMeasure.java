package vn.anttmap.density.series;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Rates;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** What a map of the series shows. */
enum SeriesMeasure {
    /** Incidents. */
    COUNT,
    /** Incidents per km² and year; per km and year of roads. */
    DENSITY,
    /** Incidents per 1,000 inhabitants and year. */
    PER_1000;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UserProblem naming the known measures */
    static SeriesMeasure ofKey(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "filter-value-unknown",
                                Arrays.stream(values()).map(SeriesMeasure::key).collect(Collectors.joining(", ")))
                        .at("measure", key));
    }

    /** @return null without a count, or without the size that it is divided by */
    @Nullable Double valueOf(AreaDensity area, @Nullable Integer count, SeriesStep step) {
        if (count == null) {
            return null;
        }
        Double size =
                switch (this) {
                    case COUNT -> null;
                    case DENSITY -> area.lengthKm() != null ? area.lengthKm() : area.areaSqKm();
                    case PER_1000 -> area.population() == null ? null : Double.valueOf(area.population() / 1000.0);
                };
        if (this == COUNT) {
            return count.doubleValue();
        }
        return size == null || size <= 0 ? null : Rates.perYear(count, size, Rates.years(step.from(), step.to()));
    }
}
