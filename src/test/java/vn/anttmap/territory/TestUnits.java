package vn.anttmap.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Wgs84;

/** Plain units for tests that need areas and not the demonstration's: no code, no parent, no figures. */
public final class TestUnits {

    private TestUnits() {}

    /** A rectangle along the axes, EPSG:4326. */
    public static MultiPolygon rectangle(double west, double south, double east, double north) {
        Polygon ring = (Polygon) Wgs84.FACTORY.toGeometry(new Envelope(west, east, south, north));
        return Wgs84.FACTORY.createMultiPolygon(new Polygon[] {ring});
    }

    /** A commune of all days, to be stored. */
    public static NewUnit newCommune(String key, String name, MultiPolygon boundary) {
        return new NewUnit(
                key,
                UnitLevel.COMMUNE,
                UnitKind.XA,
                null,
                name,
                "Xã " + name,
                null,
                Validity.ALWAYS,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                true,
                null,
                boundary);
    }

    /** A unit as the index holds it. */
    static Unit unit(
            long id,
            String key,
            UnitLevel level,
            UnitKind kind,
            String name,
            Validity validity,
            @Nullable Extent extent) {
        return new Unit(
                id, key, level, kind, null, name, name, name, null, validity, null, null, null, null, null, null, null,
                List.of(), true, null, extent);
    }
}
