package vn.anttmap.ogcapi.cql2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import vn.anttmap.geo.VietnameseText;

/** Literals of both encodings, within what both databases can hold. */
final class Literals {

    /** Enough for any number a double tells apart; reading longer ones takes more than linear time. */
    static final int MAX_DIGITS = 64;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Literals() {}

    static Term.Text text(String written, String place) {
        if (!VietnameseText.storable(written)) {
            throw FilterProblems.badValue(place, "text", written);
        }
        return new Term.Text(VietnameseText.nfc(written));
    }

    /** @param written digits with a point and an exponent, where there are, and a sign */
    static Term number(String written, String place) {
        if (written.length() > MAX_DIGITS) {
            throw FilterProblems.badValue(place, "number", written);
        }
        if (written.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9')) {
            try {
                return new Term.Whole(Long.parseLong(written));
            } catch (NumberFormatException e) {
                // Beyond 64 bits: a double then.
            }
        }
        return new Term.Decimal(finite(written, place));
    }

    static double finite(String written, String place) {
        if (written.length() <= MAX_DIGITS) {
            double value = Double.parseDouble(written);
            if (Double.isFinite(value)) {
                return value + 0.0;
            }
        }
        throw FilterProblems.badValue(place, "number", written);
    }

    static Term.Day day(String written, String place) {
        try {
            if (DATE.matcher(written).matches() && !written.startsWith("0000")) {
                return new Term.Day(LocalDate.parse(written));
            }
        } catch (DateTimeException e) {
            // Told below with the others.
        }
        throw FilterProblems.badValue(place, "date", written);
    }

    static Term.Moment moment(String written, String place) {
        try {
            if (TIMESTAMP.matcher(written).matches()) {
                Instant instant = OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.MICROS);
                if (!instant.isBefore(FIRST) && !instant.isAfter(END)) {
                    return new Term.Moment(instant);
                }
            }
        } catch (DateTimeException e) {
            // Told below with the others.
        }
        throw FilterProblems.badValue(place, "timestamp", written);
    }

    /** An end of an interval that is written as text. */
    static Term end(String written, String place) {
        if (written.equals("..")) {
            return new Term.Open();
        }
        return written.indexOf('T') < 0 ? day(written, place) : moment(written, place);
    }

    /** @param numbers four, or six with heights, which are dropped */
    static Term.Box box(double[] numbers) {
        int upper = numbers.length / 2;
        return new Term.Box(numbers[0], numbers[1], numbers[upper], numbers[upper + 1]);
    }
}
