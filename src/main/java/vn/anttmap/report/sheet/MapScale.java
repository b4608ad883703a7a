package vn.anttmap.report.sheet;

import org.locationtech.jts.geom.Envelope;

/**
 * Puts metres of a projected system onto a rectangle of paper, in points (1/72 inch), at a round scale.
 *
 * @param denominator 25,000 for 1:25.000
 */
record MapScale(int denominator, double centreX, double centreY, float paperX, float paperY) {

    private static final double METERS_PER_POINT = 0.0254 / 72;

    /** Scales that maps are drawn at, per power of ten. */
    private static final double[] ROUND = {1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10};

    /** The largest round scale at which the ground fits into the rectangle, centred. */
    static MapScale fitting(Envelope ground, float left, float bottom, float width, float height) {
        double needed = Math.max(
                ground.getWidth() / (width * METERS_PER_POINT), ground.getHeight() / (height * METERS_PER_POINT));
        return new MapScale(
                roundUp(needed), ground.centre().x, ground.centre().y, left + width / 2, bottom + height / 2);
    }

    float x(double meters) {
        return paperX + (float) points(meters - centreX);
    }

    float y(double meters) {
        return paperY + (float) points(meters - centreY);
    }

    /** How long a distance on the ground is on paper. */
    double points(double meters) {
        return meters / METERS_PER_POINT / denominator;
    }

    /** A round length for a scale bar that is at most so many points long; metres. */
    int barMeters(double mostPoints) {
        double most = mostPoints * METERS_PER_POINT * denominator;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : new double[] {5, 2, 1}) {
            if (step * power <= most) {
                return (int) Math.round(step * power);
            }
        }
        return (int) Math.round(power);
    }

    private static int roundUp(double needed) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(needed, 1))));
        for (double step : ROUND) {
            if (step * power >= needed) {
                return (int) Math.round(step * power);
            }
        }
        throw new IllegalStateException("no scale for " + needed);
    }
}
