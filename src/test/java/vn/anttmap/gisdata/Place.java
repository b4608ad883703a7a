package vn.anttmap.gisdata;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Everything areal of one of the two places.
 *
 * @param boundaries area of each hamlet of 2019, EPSG:4326
 * @param units districts, communes and hamlets in all versions
 */
record Place(List<SourceUnit> communes2019, Map<HamletSite, Geometry> boundaries, List<UnitVersion> units) {

    UnitVersion unit(String key) {
        return units.stream().filter(unit -> unit.key().equals(key)).findFirst().orElseThrow();
    }

    /** Hamlets as they were in 2018, in the order of their keys' files. */
    List<UnitVersion> hamletsOf(String communeKey) {
        return units.stream()
                .filter(unit -> unit.level().equals("residential-area"))
                .filter(unit -> communeKey.equals(unit.parentKey()) && unit.validFrom() == null)
                .toList();
    }
}
