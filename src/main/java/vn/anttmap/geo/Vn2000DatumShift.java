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
        shift(lonLat, 0, true);
    }

    /** @param lonLat longitude and latitude in degrees on the ellipsoid; replaced */
    static void toVn2000(double[] lonLat) {
        shift(lonLat, 0, false);
    }

    /** As {@link #toWgs84(double[])} for many places. @param lonLats longitude, latitude, longitude, … */
    static void toWgs84(double[] lonLats, int places) {
        for (int i = 0; i < places; i++) {
            shift(lonLats, 2 * i, true);
        }
    }

    /** As {@link #toVn2000(double[])} for many places. @param lonLats longitude, latitude, longitude, … */
    static void toVn2000(double[] lonLats, int places) {
        for (int i = 0; i < places; i++) {
            shift(lonLats, 2 * i, false);
        }
    }

    /**
     * From the ellipsoid to geocentric coordinates, by the seven parameters to the other datum, and back to the ellipsoid by
     * Bowring's formula. One round of it is enough: its error grows with the height above the ellipsoid and is some 1e-16 of
     * a radian, nanometres, within the hundred metres that the shift makes out of height 0.
     *
     * <p>Both angles differ by some 1e-5 from those before. Their tangent is taken against the direction before, whose sine
     * and cosine are there already, which spares two arc tangents of four quadrants, a third of the time of a place.
     *
     * @see <a href="https://doi.org/10.1179/sre.1976.23.181.323">Bowring 1976, Transformation from spatial to geographical
     *     coordinates</a>
     */
    private static void shift(double[] lonLats, int at, boolean toWgs84) {
        double longitude = Math.toRadians(lonLats[at]);
        double latitude = Math.toRadians(lonLats[at + 1]);
        double sinLongitude = Math.sin(longitude);
        double cosLongitude = Math.cos(longitude);
        double sinLatitude = Math.sin(latitude);
        double cosLatitude = Math.cos(latitude);
        double n = A / Math.sqrt(1 - E2 * sinLatitude * sinLatitude);
        double x = n * cosLatitude * cosLongitude;
        double y = n * cosLatitude * sinLongitude;
        double z = n * (1 - E2) * sinLatitude;
        double thereX;
        double thereY;
        double thereZ;
        if (toWgs84) {
            // Coordinate frame rotation: the frame turns, so the signs are opposite to the position vector's (method
            // 9606).
            thereX = DX_METERS + SCALE * (x + RZ * y - RY * z);
            thereY = DY_METERS + SCALE * (-RZ * x + y + RX * z);
            thereZ = DZ_METERS + SCALE * (RY * x - RX * y + z);
        } else {
            x = (x - DX_METERS) / SCALE;
            y = (y - DY_METERS) / SCALE;
            z = (z - DZ_METERS) / SCALE;
            // The transposed matrix is the inverse but for squares of the rotations: 1e-14, less than a micrometre.
            thereX = x - RZ * y + RY * z;
            thereY = RZ * x + y - RX * z;
            thereZ = -RY * x + RX * y + z;
        }
        double p = Math.sqrt(thereX * thereX + thereY * thereY);
        double tan = thereZ / (p * (1 - F));
        double cos = 1 / Math.sqrt(1 + tan * tan);
        double sin = tan * cos;
        double north = thereZ + SECOND_E2 * B * sin * sin * sin;
        double outwards = p - E2 * A * cos * cos * cos;
        lonLats[at] += Math.toDegrees(smallAngle(
                cosLongitude * thereY - sinLongitude * thereX, cosLongitude * thereX + sinLongitude * thereY));
        lonLats[at + 1] += Math.toDegrees(
                smallAngle(cosLatitude * north - sinLatitude * outwards, cosLatitude * outwards + sinLatitude * north));
    }

    /** Arc tangent of a quotient below 1e-3: the next term of the series is 1e-16. */
    private static double smallAngle(double opposite, double adjacent) {
        double tan = opposite / adjacent;
        return tan - tan * tan * tan / 3;
    }
}
