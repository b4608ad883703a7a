package vn.anttmap.geo;

import java.util.List;

/**
 * A reference system data can come in or go out in; axes are always taken as east (longitude) first, north (latitude)
 * second, whatever the EPSG register says.
 *
 * @param code EPSG code with its authority, such as {@code EPSG:9210}
 * @param name the register's name, such as {@code VN-2000 / TM-3 105-45}
 * @param centralMeridianDegrees of a projected system; 0 for a geographic one
 * @param scaleFactor on the central meridian; 1 for a geographic system
 * @param provinces Vietnamese names, as before July 2025, of the provinces whose cadastral maps use the system
 */
public record CoordinateSystem(
        String code,
        String name,
        Kind kind,
        double centralMeridianDegrees,
        double scaleFactor,
        List<String> provinces) {

    public enum Kind {
        VN2000_TM3,
        VN2000_UTM,
        VN2000_GEOGRAPHIC,
        WGS84,
        WGS84_UTM
    }

    public CoordinateSystem {
        provinces = List.copyOf(provinces);
    }

    /** The number after {@code EPSG:}, which is also the SRID. */
    public int srid() {
        return Integer.parseInt(code.substring(code.indexOf(':') + 1));
    }

    /** Metres when true, degrees when false. */
    public boolean isProjected() {
        return kind != Kind.WGS84 && kind != Kind.VN2000_GEOGRAPHIC;
    }

    /** Whether the datum is VN-2000 and not WGS 84. */
    public boolean isVn2000() {
        return kind == Kind.VN2000_TM3 || kind == Kind.VN2000_UTM || kind == Kind.VN2000_GEOGRAPHIC;
    }
}
