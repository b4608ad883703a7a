package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.territory.UnitKind;

/**
 * How a file is to be looked at.
 *
 * @param unitId the commune, district or province that the file is for
 * @param day first day on which the areas of the file hold
 * @param complete whether an area on record that is not in the file ends on that day
 * @param text how letters are read; null to find out
 * @param system the reference system; null to find out
 * @param swapped whether north comes first; null to find out
 * @param columns index by meaning, −1 for none; what is missing is found out
 * @param usualKind of areas whose kind the file does not tell
 * @param layer name of it in a file with several; null for the only or the usual one
 * @param links ids of the areas on record that a feature follows by merger or split, by number of the feature; only those
 *     that a person decided
 */
record LookWish(
        long unitId,
        LocalDate day,
        boolean complete,
        @Nullable TextReading text,
        @Nullable CoordinateSystem system,
        @Nullable Boolean swapped,
        Map<ColumnGuess.Meaning, Integer> columns,
        @Nullable UnitKind usualKind,
        @Nullable String layer,
        Map<Integer, List<Long>> links) {}
