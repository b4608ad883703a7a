package vn.anttmap.geo;

/**
 * The one place where VN-2000 meets WGS 84: EPSG:6960 "VN-2000 to WGS 84 (2)", the parameters of decision
 * 05/2007/QĐ-BTNMT read as a coordinate frame rotation (EPSG method 9607).
 *
 * <p>Written out because a general library chooses by itself: PROJ takes EPSG:5194 in the Mekong delta (up to 0.83 m
 * away), TOWGS84 texts circulate with the wrong sign of the rotations (0.8 m), and the geocentric conversion of the
 * projection library used here is 1.4 mm off in latitude.
 *
 * <p>Heights are taken as 0 on both sides, as other programs do for plane coordinates, so going there and back ends
 * within a millimetre of the start (the two ellipsoids' surfaces are some tens of metres apart).
 */
final class Vn2000DatumShift {

    static final double DX_METERS = -191.90441429;
    static final double DY_METERS = -39.30318279;
    static final double DZ_METERS = -111.45032835;
    static final double RX_SECONDS = -0.00928836;
    static final double RY_SECONDS = 0.01975479;
    static final double RZ_SECONDS = -0.00427372;
    static final double SCALE_PPM = 0.252906278;

    /** The two datums share the ellipsoid of WGS 84. */
    private static final double A = 6_378_137.0;

    private static final double F = 1 / 298.257223563;
    private static final double B = A * (1 - F);
    private static final double E2 = F * (2 - F);
    private static final double SECOND_E2 = E2 / (1 - E2);

    private static final double RX = Math.toRadians(RX_SECONDS / 3600);
    private static final double RY = Math.toRadians(RY_SECONDS / 3600);
    private static final double RZ = Math.toRadians(RZ_SECONDS / 3600);
    private static final double SCALE = 1 + SCALE_PPM * 1e-6;

    private Vn2000DatumShift() {}

    static String parameters() {
        return "EPSG:6960 (Coordinate Frame rotation, EPSG:9607): dX = " + DX_METERS + " m, dY = " + DY_METERS
                + " m, dZ = " + DZ_METERS + " m, rX = " + RX_SECONDS + "\", rY = " + RY_SECONDS + "\", rZ = "
                + RZ_SECONDS + "\", dS = " + SCALE_PPM + " ppm";
    }

    /** @param lonLat longitude and latitude in degrees on the ellipsoid; replaced */
    static void toWgs84(double[] lonLat) {
        double[] p = geocentric(lonLat);
        // Coordinate frame rotation: the frame turns, so the signs are opposite to the position vector's (method 9606).
        double x = DX_METERS + SCALE * (p[0] + RZ * p[1] - RY * p[2]);
        double y = DY_METERS + SCALE * (-RZ * p[0] + p[1] + RX * p[2]);
        double z = DZ_METERS + SCALE * (RY * p[0] - RX * p[1] + p[2]);
        geographic(x, y, z, lonLat);
    }

    /** @param lonLat longitude and latitude in degrees on the ellipsoid; replaced */
    static void toVn2000(double[] lonLat) {
        double[] p = geocentric(lonLat);
        double x = (p[0] - DX_METERS) / SCALE;
        double y = (p[1] - DY_METERS) / SCALE;
        double z = (p[2] - DZ_METERS) / SCALE;
        // The transposed matrix is the inverse but for squares of the rotations: 1e-14, less than a micrometre.
        geographic(x - RZ * y + RY * z, RZ * x + y - RX * z, -RY * x + RX * y + z, lonLat);
    }

    private static double[] geocentric(double[] lonLat) {
        double longitude = Math.toRadians(lonLat[0]);
        double latitude = Math.toRadians(lonLat[1]);
        double sin = Math.sin(latitude);
        double cos = Math.cos(latitude);
        double n = A / Math.sqrt(1 - E2 * sin * sin);
        return new double[] {n * cos * Math.cos(longitude), n * cos * Math.sin(longitude), n * (1 - E2) * sin};
    }

    /**
     * Bowring's formula. One round is enough: its error grows with the height above the ellipsoid and is some 1e-16 of
     * a radian, nanometres, within the hundred metres that the shift makes out of height 0.
     *
     * @see <a href="https://doi.org/10.1179/sre.1976.23.181.323">Bowring 1976, Transformation from spatial to geographical
     *     coordinates</a>
     */
    private static void geographic(double x, double y, double z, double[] lonLat) {
        double p = Math.sqrt(x * x + y * y);
        double tan = z / (p * (1 - F));
        double cos = 1 / Math.sqrt(1 + tan * tan);
        double sin = tan * cos;
        double latitude = Math.atan2(z + SECOND_E2 * B * sin * sin * sin, p - E2 * A * cos * cos * cos);
        lonLat[0] = Math.toDegrees(Math.atan2(y, x));
        lonLat[1] = Math.toDegrees(latitude);
    }
}
