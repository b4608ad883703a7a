package vn.anttmap.ogcapi;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * The parameter {@code bbox}, in whatever system, as ground.
 *
 * @param area EPSG:4326; two parts where the box crosses the antimeridian
 */
record Box(Geometry area, PreparedGeometry prepared) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /** Nothing served here lies farther from any central meridian, or from the equator; beyond, systems have no numbers. */
    private static final double FARTHEST_EAST_METERS = 1_500_000;

    private static final double FALSE_EASTING_METERS = 500_000;
    private static final double SOUTHERNMOST_METERS = -1_000_000;
    private static final double NORTHERNMOST_METERS = 4_000_000;
    private static final double MERCATOR_METERS = 20_037_508;

    /** A side of a box in metres is a curve in degrees: so many pieces are straight. */
    private static final int PIECES_OF_A_SIDE = 32;

    /** @param wgs84 EPSG:4326; what has no place matches every box, as the standard has it */
    boolean matches(@Nullable Geometry wgs84) {
        return wgs84 == null || wgs84.isEmpty() || prepared.intersects(wgs84);
    }

    /**
     * @param text four numbers in the order of the system's axes, lower corner first, or six with heights, which are ignored
     * @param crs null where the caller named none: degrees then have to be on the Earth
     * @throws UserProblem of kind INVALID saying what was wrong
     */
    static Box parse(String text, @Nullable OgcCrs crs) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw invalid(text);
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            if (!NUMBER.matcher(part).matches() || !Double.isFinite(Double.parseDouble(part))) {
                throw invalid(text);
            }
            numbers[i] = Double.parseDouble(part);
        }
        int upper = parts.length / 2;
        OgcCrs system = crs == null ? OgcCrs.CRS84 : crs;
        boolean northFirst = system.northFirst();
        double west = numbers[northFirst ? 1 : 0];
        double south = numbers[northFirst ? 0 : 1];
        double east = numbers[upper + (northFirst ? 1 : 0)];
        double north = numbers[upper + (northFirst ? 0 : 1)];
        boolean onEarth =
                Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90;
        if (south > north || (crs == null && !onEarth) || (west > east && !system.geographic())) {
            throw invalid(text);
        }
        Geometry area = system.geographic()
                ? degrees(system, west, south, east, north)
                : system.toWgs84(meters(system, west, south, east, north));
        return new Box(area, PreparedGeometryFactory.prepare(area));
    }

    private static Geometry degrees(OgcCrs crs, double west, double south, double east, double north) {
        double bottom = clamp(south, -90, 90);
        double top = clamp(north, -90, 90);
        double left = clamp(west, -180, 180);
        double right = clamp(east, -180, 180);
        if (left <= right) {
            return crs.toWgs84(rectangle(left, bottom, right, top));
        }
        return Wgs84.FACTORY.createMultiPolygon(new Polygon[] {
            polygon(crs.toWgs84(rectangle(left, bottom, 180, top))),
            polygon(crs.toWgs84(rectangle(-180, bottom, right, top)))
        });
    }

    private static Geometry meters(OgcCrs crs, double west, double south, double east, double north) {
        boolean mercator = crs.system() == null;
        double farthest = mercator ? MERCATOR_METERS : FARTHEST_EAST_METERS;
        double middle = mercator ? 0 : FALSE_EASTING_METERS;
        double lowest = mercator ? -MERCATOR_METERS : SOUTHERNMOST_METERS;
        double highest = mercator ? MERCATOR_METERS : NORTHERNMOST_METERS;
        Geometry box = rectangle(
                clamp(west, middle - farthest, middle + farthest),
                clamp(south, lowest, highest),
                clamp(east, middle - farthest, middle + farthest),
                clamp(north, lowest, highest));
        if (mercator) {
            return box;
        }
        Envelope size = box.getEnvelopeInternal();
        double longest = Math.max(size.getWidth(), size.getHeight());
        return longest > 0 ? Densifier.densify(box, longest / PIECES_OF_A_SIDE) : box;
    }

    /** Also of no width or height, which is a line or a point and still meets what it touches. */
    private static Geometry rectangle(double west, double south, double east, double north) {
        if (west == east && south == north) {
            return Wgs84.FACTORY.createPoint(new Coordinate(west, south));
        }
        if (west == east || south == north) {
            return Wgs84.FACTORY.createLineString(
                    new Coordinate[] {new Coordinate(west, south), new Coordinate(east, north)});
        }
        return Wgs84.FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    /** A part of a box across the antimeridian; where it has no width there, an empty one. */
    private static Polygon polygon(Geometry part) {
        return part instanceof Polygon polygon ? polygon : Wgs84.FACTORY.createPolygon();
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private static UserProblem invalid(String text) {
        return UserProblem.of(Kind.INVALID, "ogc-bbox-invalid").at("bbox", text);
    }
}
