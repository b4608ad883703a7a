package vn.anttmap.gisdata;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A populated place of the gazetteer.
 *
 * @param name without diacritics
 * @param nameVi with diacritics, null where they are not known (never guessed)
 * @param inside whether the point lies in the commune, or only near it
 * @param position EPSG:4326, longitude first; mostly on a 1 arc-minute grid
 */
record SourceVillage(
        String communeCode, String name, @Nullable String nameVi, boolean inside, Coordinate position) {}
