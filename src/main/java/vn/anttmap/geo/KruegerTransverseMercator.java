package vn.anttmap.geo;

/**
 * Transverse Mercator on the WGS 84 ellipsoid by Krüger's series to the fourth order of the third flattening, false easting
 * 500 000 m: good to a micrometre over some thousand kilometres.
 *
 * @see <a href="https://doi.org/10.1007/s00190-011-0445-3">Karney 2011, equations 7 to 12, 35, 36</a>
 */
final class KruegerTransverseMercator {

    private static final double A = 6_378_137.0;
    private static final double F = 1 / 298.257223563;
    private static final double E2 = F * (2 - F);
    private static final double E = Math.sqrt(E2);
    private static final double N = F / (2 - F);
    private static final double RECTIFYING_RADIUS = A / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);
    private static final double FALSE_EASTING_METERS = 500_000;

    private static final double[] ALPHA = {
        N / 2 - 2 * N * N / 3 + 5 * Math.pow(N, 3) / 16 + 41 * Math.pow(N, 4) / 180,
        13 * N * N / 48 - 3 * Math.pow(N, 3) / 5 + 557 * Math.pow(N, 4) / 1440,
        61 * Math.pow(N, 3) / 240 - 103 * Math.pow(N, 4) / 140,
        49561 * Math.pow(N, 4) / 161280
    };

    private static final double[] BETA = {
        N / 2 - 2 * N * N / 3 + 37 * Math.pow(N, 3) / 96 - Math.pow(N, 4) / 360,
        N * N / 48 + Math.pow(N, 3) / 15 - 437 * Math.pow(N, 4) / 1440,
        17 * Math.pow(N, 3) / 480 - 37 * Math.pow(N, 4) / 840,
        4397 * Math.pow(N, 4) / 161280
    };

    private final double centralMeridianDegrees;
    private final double metersPerUnit;

    KruegerTransverseMercator(double centralMeridianDegrees, double scaleFactor) {
        this.centralMeridianDegrees = centralMeridianDegrees;
        this.metersPerUnit = scaleFactor * RECTIFYING_RADIUS;
    }

    /** @param place longitude and latitude in degrees; replaced by east and north in metres */
    void toMeters(double[] place) {
        double lambda = Math.toRadians(place[0] - centralMeridianDegrees);
        double tau = conformal(Math.tan(Math.toRadians(place[1])));
        double xi0 = Math.atan2(tau, Math.cos(lambda));
        double eta0 = asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
        double xi = xi0;
        double eta = eta0;
        for (int j = 0; j < ALPHA.length; j++) {
            double multiple = 2 * (j + 1);
            xi += ALPHA[j] * Math.sin(multiple * xi0) * Math.cosh(multiple * eta0);
            eta += ALPHA[j] * Math.cos(multiple * xi0) * Math.sinh(multiple * eta0);
        }
        place[0] = FALSE_EASTING_METERS + metersPerUnit * eta;
        place[1] = metersPerUnit * xi;
    }

    /** @param place east and north in metres; replaced by longitude and latitude in degrees */
    void toDegrees(double[] place) {
        double xi = place[1] / metersPerUnit;
        double eta = (place[0] - FALSE_EASTING_METERS) / metersPerUnit;
        double xi0 = xi;
        double eta0 = eta;
        for (int j = 0; j < BETA.length; j++) {
            double multiple = 2 * (j + 1);
            xi0 -= BETA[j] * Math.sin(multiple * xi) * Math.cosh(multiple * eta);
            eta0 -= BETA[j] * Math.cos(multiple * xi) * Math.sinh(multiple * eta);
        }
        double conformalTau = Math.sin(xi0) / Math.hypot(Math.sinh(eta0), Math.cos(xi0));
        place[0] = centralMeridianDegrees + Math.toDegrees(Math.atan2(Math.sinh(eta0), Math.cos(xi0)));
        place[1] = Math.toDegrees(Math.atan(geographic(conformalTau)));
    }

    /** Tangent of the conformal latitude from the tangent of the geographic one. */
    private static double conformal(double tau) {
        double secant = Math.hypot(1, tau);
        double argument = E * tau / secant;
        double sigma = Math.sinh(E * 0.5 * Math.log((1 + argument) / (1 - argument)));
        return tau * Math.hypot(1, sigma) - sigma * secant;
    }

    private static double geographic(double conformalTau) {
        double tau = conformalTau / (1 - E2);
        // Newton's method; three rounds reach the last digit (Karney 2011, after equation 21), one more to be sure.
        for (int i = 0; i < 4; i++) {
            double reached = conformal(tau);
            tau += (conformalTau - reached)
                    / Math.hypot(1, reached)
                    * (1 + (1 - E2) * tau * tau)
                    / ((1 - E2) * Math.hypot(1, tau));
        }
        return tau;
    }

    private static double asinh(double value) {
        return Math.signum(value) * Math.log(Math.abs(value) + Math.hypot(1, value));
    }
}
