package vn.anttmap.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.operation.TransformException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * From one reference system to another, east (longitude) first and north (latitude) second on both sides.
 *
 * <p>The projections are {@link TransverseMercator}, the datum shift is {@link Vn2000DatumShift}, whatever the two systems are.
 * Immutable and safe to share between threads.
 */
public final class CoordinateTransform {

    private enum Shift {
        NONE,
        TO_WGS84,
        TO_VN2000
    }

    private record Pair(CoordinateSystem from, CoordinateSystem to) {}

    /** All of Vietnam with its islands lies within this reach of every system; beyond, a number is a mistake. */
    private static final double MAX_FROM_MERIDIAN_DEGREES = 17;

    private static final double MAX_FROM_MERIDIAN_METERS = 2_000_000;

    private static final Map<Pair, CoordinateTransform> CACHE = new ConcurrentHashMap<>();

    private final CoordinateSystem from;
    private final CoordinateSystem to;
    private final boolean identity;
    private final @Nullable TransverseMercator source;
    private final Shift shift;
    private final @Nullable TransverseMercator target;
    private final GeometryFactory targetFactory;

    private CoordinateTransform(CoordinateSystem from, CoordinateSystem to) {
        this.from = from;
        this.to = to;
        this.identity = from.equals(to);
        this.source = from.isProjected() ? TransverseMercator.of(from) : null;
        this.target = to.isProjected() ? TransverseMercator.of(to) : null;
        this.shift = from.isVn2000() == to.isVn2000() ? Shift.NONE : from.isVn2000() ? Shift.TO_WGS84 : Shift.TO_VN2000;
        this.targetFactory = new GeometryFactory(new PrecisionModel(), to.srid());
    }

    /** Cached: asking again costs a look-up. */
    public static CoordinateTransform between(CoordinateSystem from, CoordinateSystem to) {
        return CACHE.computeIfAbsent(new Pair(from, to), pair -> new CoordinateTransform(pair.from, pair.to));
    }

    /**
     * Loads the projection library and runs every system once, so that the first user does not wait for it; meant for a
     * background thread at start-up.
     */
    public static void warmUp() {
        Coordinate hanoi = new Coordinate(105.85, 21.03);
        for (CoordinateSystem system : CoordinateSystems.list()) {
            Coordinate there = between(CoordinateSystems.WGS84, system).transform(hanoi);
            between(system, CoordinateSystems.WGS84).transform(there);
        }
    }

    /**
     * The datum shift in words for a person who has to set it in another program: EPSG code, method and the seven
     * parameters from VN-2000 to WGS 84, numbers with a decimal point as such programs want them.
     */
    public static String datumShiftParameters() {
        return Vn2000DatumShift.parameters();
    }

    public CoordinateSystem from() {
        return from;
    }

    public CoordinateSystem to() {
        return to;
    }

    /**
     * @param coordinate in {@link #from()}; a height is dropped
     * @return a new coordinate in {@link #to()}
     * @throws CoordinateTransformException if a number is not finite or the systems cannot hold the place
     */
    public Coordinate transform(Coordinate coordinate) {
        double[] xy = {coordinate.x, coordinate.y};
        transform(xy);
        return new Coordinate(xy[0], xy[1]);
    }

    /**
     * @param geometry in {@link #from()}, of any type, also empty; heights stay as they are
     * @return a new geometry in {@link #to()} with its SRID
     * @throws CoordinateTransformException if a number is not finite or the systems cannot hold a place
     */
    public Geometry transform(Geometry geometry) {
        Geometry result = targetFactory.createGeometry(geometry);
        result.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence places, int i) {
                // Called for each place of a line or ring; the first time, all are done at once.
                if (i == 0) {
                    transform(places);
                }
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        setSrid(result);
        return result;
    }

    /** As {@link #transform(Geometry)}, but where both systems are the same, the geometry itself and no copy of it. */
    public Geometry transformOrSame(Geometry geometry) {
        return identity ? geometry : transform(geometry);
    }

    private void transform(CoordinateSequence places) {
        int count = places.size();
        double[] xy = new double[2 * count];
        for (int i = 0; i < count; i++) {
            xy[2 * i] = places.getX(i);
            xy[2 * i + 1] = places.getY(i);
        }
        if (!transformAll(xy, count)) {
            // One by one, for the message that names the place.
            for (int i = 0; i < count; i++) {
                double[] place = {places.getX(i), places.getY(i)};
                transform(place);
                System.arraycopy(place, 0, xy, 2 * i, 2);
            }
        }
        for (int i = 0; i < count; i++) {
            places.setOrdinate(i, CoordinateSequence.X, xy[2 * i]);
            places.setOrdinate(i, CoordinateSequence.Y, xy[2 * i + 1]);
        }
    }

    /** @return false where a place cannot be transformed; the numbers have no meaning then */
    private boolean transformAll(double[] xy, int places) {
        try {
            for (int i = 0; i < places; i++) {
                if (!(from.isProjected() && !identity
                        ? withinMeters(xy[2 * i], xy[2 * i + 1])
                        : Double.isFinite(xy[2 * i]) && Double.isFinite(xy[2 * i + 1]))) {
                    return false;
                }
            }
            if (identity) {
                return true;
            }
            if (source != null) {
                source.toDegrees(xy, places);
            }
            switch (shift) {
                case TO_WGS84 -> Vn2000DatumShift.toWgs84(xy, places);
                case TO_VN2000 -> Vn2000DatumShift.toVn2000(xy, places);
                case NONE -> {}
            }
            if (target != null) {
                for (int i = 0; i < places; i++) {
                    if (!withinReach(xy[2 * i], xy[2 * i + 1])) {
                        return false;
                    }
                }
                target.toMeters(xy, places);
            }
        } catch (TransformException e) {
            return false;
        }
        for (double number : xy) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static boolean withinMeters(double east, double north) {
        return Math.abs(east - 500_000) <= MAX_FROM_MERIDIAN_METERS && Math.abs(north) <= 10_000_000;
    }

    private boolean withinReach(double longitude, double latitude) {
        return Math.abs(longitude - to.centralMeridianDegrees()) <= MAX_FROM_MERIDIAN_DEGREES
                && Math.abs(latitude) <= 85;
    }

    private void transform(double[] xy) {
        double x = xy[0];
        double y = xy[1];
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new CoordinateTransformException("the position " + x + ", " + y + " is not finite");
        }
        if (identity) {
            return;
        }
        if (from.isProjected() && !withinMeters(x, y)) {
            throw cannotHold(x, y, null);
        }
        try {
            if (source != null) {
                source.toDegrees(xy);
            }
            switch (shift) {
                case TO_WGS84 -> Vn2000DatumShift.toWgs84(xy);
                case TO_VN2000 -> Vn2000DatumShift.toVn2000(xy);
                case NONE -> {}
            }
            if (target != null) {
                if (!withinReach(xy[0], xy[1])) {
                    throw cannotHold(x, y, null);
                }
                target.toMeters(xy);
            }
        } catch (TransformException e) {
            throw cannotHold(x, y, e);
        }
        if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
            throw cannotHold(x, y, null);
        }
    }

    private CoordinateTransformException cannotHold(double x, double y, @Nullable Throwable cause) {
        String message = "the position " + x + ", " + y + " in " + from.code() + " has no coordinates in " + to.code();
        return cause == null
                ? new CoordinateTransformException(message)
                : new CoordinateTransformException(message, cause);
    }

    private void setSrid(Geometry geometry) {
        geometry.setSRID(to.srid());
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) != geometry) {
                setSrid(geometry.getGeometryN(i));
            }
        }
    }
}
