package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.Extent;

/**
 * One legal state of one unit, without its boundary.
 *
 * @param code official code with leading zeros; means something only together with a day
 * @param nameFolded full name without diacritics, for searching
 * @param measuredAreaSqKm on the WGS 84 ellipsoid; null where no boundary is held
 * @param extent of the boundary, EPSG:4326; null where no boundary is held
 */
public record Unit(
        long id,
        String key,
        UnitLevel level,
        UnitKind kind,
        @Nullable String code,
        String name,
        String fullName,
        String nameFolded,
        @Nullable Long parentId,
        Validity validity,
        @Nullable String validitySource,
        @Nullable LocalDate listedOn,
        @Nullable Double officialAreaSqKm,
        @Nullable String officialAreaSource,
        @Nullable Double measuredAreaSqKm,
        @Nullable Integer households,
        @Nullable String householdsSource,
        List<Population> population,
        boolean synthetic,
        @Nullable String syntheticNote,
        @Nullable Extent extent) {

    /** The official area where one is recorded, else the measured one; null where there is neither. */
    public @Nullable Double areaSqKm() {
        return officialAreaSqKm != null ? officialAreaSqKm : measuredAreaSqKm;
    }

    /** {@code official}, {@code measured}, or null where no area is known. */
    public @Nullable String areaSource() {
        if (officialAreaSqKm != null) {
            return "official";
        }
        return measuredAreaSqKm != null ? "measured" : null;
    }

    /** The newest figure not after the year, or the oldest one if all are later; null without any figure. */
    public @Nullable Population populationFor(int year) {
        return population.stream()
                .filter(entry -> entry.year() <= year)
                .max(Comparator.comparingInt(Population::year))
                .orElseGet(() -> population.stream()
                        .min(Comparator.comparingInt(Population::year))
                        .orElse(null));
    }

    /** The same state with another end. @param to first day no longer valid, or null while it lasts */
    Unit lastingUntil(@Nullable LocalDate to) {
        return new Unit(
                id,
                key,
                level,
                kind,
                code,
                name,
                fullName,
                nameFolded,
                parentId,
                new Validity(validity.from(), to),
                validitySource,
                listedOn,
                officialAreaSqKm,
                officialAreaSource,
                measuredAreaSqKm,
                households,
                householdsSource,
                population,
                synthetic,
                syntheticNote,
                extent);
    }

    public UnitRef ref() {
        return new UnitRef(id, fullName);
    }
}
