package vn.anttmap.geo;

import java.util.Locale;

/**
 * WKT 1 of OGC 01-009 with EPSG codes, as GeoPackage keeps it. Without TOWGS84, as in {@link EsriWkt} and for its reasons:
 * readers find the system by its code.
 */
public final class OgcWkt {

    private OgcWkt() {}

    /** One line of ASCII. */
    public static String of(CoordinateSystem system) {
        String geographic = system.isVn2000()
                ? geographic("VN-2000", "Vietnam_2000", 6756, 4756)
                : geographic("WGS 84", "WGS_1984", 6326, 4326);
        if (!system.isProjected()) {
            return geographic;
        }
        return String.format(
                Locale.ROOT,
                "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                        + "PARAMETER[\"central_meridian\",%s],PARAMETER[\"scale_factor\",%s],"
                        + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],"
                        + "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],"
                        + "AUTHORITY[\"EPSG\",\"%d\"]]",
                system.name(),
                geographic,
                system.centralMeridianDegrees(),
                system.scaleFactor(),
                system.srid());
    }

    private static String geographic(String name, String datum, int datumCode, int code) {
        return "GEOGCS[\"" + name + "\",DATUM[\"" + datum
                + "\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\""
                + datumCode + "\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"" + code
                + "\"]]";
    }
}
