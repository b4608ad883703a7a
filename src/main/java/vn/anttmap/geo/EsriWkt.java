package vn.anttmap.geo;

import java.util.Locale;

/**
 * The text of a shapefile's {@code .prj}: WKT 1 in ESRI's names, without TOWGS84.
 *
 * <p>ESRI's form has no place for a datum shift, and the shift values printed elsewhere for VN-2000 have wrong signs;
 * the receiving program picks its own from the datum's name. GDAL and QGIS find the EPSG code again from this text.
 */
public final class EsriWkt {

    private EsriWkt() {}

    /** One line of ASCII, without a line end. */
    public static String of(CoordinateSystem system) {
        String geographic = system.isVn2000()
                ? geographic("GCS_VN_2000", "D_Vietnam_2000")
                : geographic("GCS_WGS_1984", "D_WGS_1984");
        if (!system.isProjected()) {
            return geographic;
        }
        return String.format(
                Locale.ROOT,
                "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
                        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%s],"
                        + "PARAMETER[\"Scale_Factor\",%s],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                name(system),
                geographic,
                system.centralMeridianDegrees(),
                system.scaleFactor());
    }

    /** ESRI's name: "VN-2000 / UTM zone 48N" is VN_2000_UTM_Zone_48N. */
    private static String name(CoordinateSystem system) {
        return system.name()
                .replace("WGS 84", "WGS_1984")
                .replace("VN-2000", "VN_2000")
                .replace(" / ", "_")
                .replace("UTM zone", "UTM_Zone")
                .replace(' ', '_');
    }

    private static String geographic(String name, String datum) {
        return "GEOGCS[\"" + name + "\",DATUM[\"" + datum
                + "\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]]";
    }
}
