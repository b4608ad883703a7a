package vn.anttmap.density.grid;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * One cell with what was counted in it.
 *
 * @param id the same for the same cell of any request, such as {@code 5897-hexagon-500-1230-4711}: EPSG code of the zone,
 *     shape, size in metres, the two numbers of the cell
 * @param zone EPSG code of the zone
 * @param middle in the zone, metres
 * @param outline of the whole cell, EPSG:4326
 * @param coveredShare how much of the cell lies on ground whose register covers the period, above 0 up to 1
 * @param areaSqKm of that share; the rate divides by it
 * @param count incidents on that share
 * @param incidentsPerSqKmYear null where the covered share is next to nothing
 * @param unstable fewer than five incidents
 */
public record GridCell(
        String id,
        int zone,
        GridShape.Cell cell,
        Coordinate middle,
        Polygon outline,
        double coveredShare,
        double areaSqKm,
        int count,
        @Nullable Double incidentsPerSqKmYear,
        boolean unstable) {}
