package vn.anttmap.gisdata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/** The real commune borders, thinned alike on both sides so that the files stay small. */
final class CommuneCoverage {

    /** Square root of the largest triangle that may go, in degrees: about 4 m. */
    private static final double TOLERANCE = 4e-5;

    private CommuneCoverage() {}

    /** Polygon of each commune code in the order of the source, EPSG:4326. */
    static Map<String, Geometry> thinned(List<SourceUnit> communes) {
        Geometry[] thinned = CoverageSimplifier.simplify(
                communes.stream().map(SourceUnit::geometry).toArray(Geometry[]::new), TOLERANCE);
        Map<String, Geometry> result = new LinkedHashMap<>();
        for (int i = 0; i < thinned.length; i++) {
            result.put(communes.get(i).code(), thinned[i]);
        }
        return result;
    }
}
