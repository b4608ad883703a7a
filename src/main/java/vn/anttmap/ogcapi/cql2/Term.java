package vn.anttmap.ogcapi.cql2;

import java.time.Instant;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;

/** A value of a filter: a property, a literal, or a function of one. Immutable; equal when they say the same. */
sealed interface Term {

    record Property(String name) implements Term {}

    /** In Unicode NFC. */
    record Text(String value) implements Term {}

    record Whole(long value) implements Term {}

    /** Finite; there is no negative zero. */
    record Decimal(double value) implements Term {
        public Decimal {
            value += 0.0;
        }
    }

    record Truth(boolean value) implements Term {}

    record Day(LocalDate value) implements Term {}

    /** Whole microseconds: what both databases keep. */
    record Moment(Instant value) implements Term {}

    /** {@code casei}. */
    record AnyCase(Term text) implements Term {}

    /** {@code accenti}. */
    record AnyAccent(Term text) implements Term {}

    /** Coordinates as written, in the reference system of the filter; heights dropped. Nobody changes the geometry. */
    record Shape(Geometry geometry) implements Term {}

    /** In the axes of the filter's reference system. */
    record Box(double minimum1, double minimum2, double maximum1, double maximum2) implements Term {
        public Box {
            minimum1 += 0.0;
            minimum2 += 0.0;
            maximum1 += 0.0;
            maximum2 += 0.0;
        }
    }

    /** Each end is a {@link Property}, a {@link Day}, a {@link Moment} or {@link Open}. */
    record Interval(Term start, Term end) implements Term {}

    /** The end {@code '..'} of an interval. */
    record Open() implements Term {}
}
