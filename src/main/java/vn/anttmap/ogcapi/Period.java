package vn.anttmap.ogcapi;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/**
 * The parameter {@code datetime}: an instant, or a period that may be open on one side. A calendar day counts as a whole, in
 * Vietnam.
 *
 * @param begin null for open
 * @param end included; null for open
 */
record Period(@Nullable Instant begin, @Nullable Instant end) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DURATION =
            Pattern.compile("P(?=.)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?(T(?=.)[\\dHMS.]{1,30})?");

    /** A moment or a whole day. */
    private record Stretch(Instant begin, Instant end) {}

    /** First day in Vietnam; null for open. */
    @Nullable LocalDate firstDay() {
        return begin == null ? null : VietnamTime.dayOf(begin);
    }

    /** Last day in Vietnam; null for open. */
    @Nullable LocalDate lastDay() {
        return end == null ? null : VietnamTime.dayOf(end);
    }

    static Period of(LocalDate day) {
        return new Period(day.atStartOfDay(VietnamTime.ZONE).toInstant(), lastOf(day));
    }

    /** @throws UserProblem of kind INVALID if it is none */
    static Period parse(String text) {
        try {
            String[] parts = text.split("/", -1);
            Period period =
                    parts.length == 1 ? instant(parts[0]) : parts.length == 2 ? interval(parts[0], parts[1]) : null;
            if (period != null && (period.begin == null || period.end == null || !period.begin.isAfter(period.end))) {
                return period;
            }
        } catch (DateTimeException | ArithmeticException unreadable) {
            // Told below with the others.
        }
        throw UserProblem.of(Kind.INVALID, "ogc-datetime-invalid").at("datetime", text);
    }

    private static Period instant(String text) {
        Stretch stretch = stretch(text);
        return new Period(stretch.begin(), stretch.end());
    }

    private static @Nullable Period interval(String from, String to) {
        boolean openFrom = from.isEmpty() || from.equals("..");
        boolean openTo = to.isEmpty() || to.equals("..");
        if (openFrom || openTo) {
            return new Period(
                    openFrom ? null : stretch(from).begin(),
                    openTo ? null : stretch(to).end());
        }
        if (DURATION.matcher(to).matches()) {
            Stretch begin = stretch(from);
            return new Period(begin.begin(), shifted(begin.begin(), to, 1));
        }
        if (DURATION.matcher(from).matches()) {
            Stretch end = stretch(to);
            return new Period(shifted(end.end(), from, -1), end.end());
        }
        return new Period(stretch(from).begin(), stretch(to).end());
    }

    private static Stretch stretch(String text) {
        if (DAY.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text);
            return new Stretch(day.atStartOfDay(VietnamTime.ZONE).toInstant(), lastOf(day));
        }
        Instant instant =
                within(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
        return new Stretch(instant, instant);
    }

    private static Instant shifted(Instant instant, String duration, int direction) {
        Matcher parts = DURATION.matcher(duration);
        if (!parts.matches()) {
            throw new DateTimeException("no duration");
        }
        int time = duration.indexOf('T');
        String days = time < 0 ? duration : duration.substring(0, time);
        java.time.Period calendar = days.length() > 1 ? java.time.Period.parse(days) : java.time.Period.ZERO;
        Duration clock = time < 0 ? Duration.ZERO : Duration.parse("P" + duration.substring(time));
        ZonedDateTime there = instant.atZone(VietnamTime.ZONE);
        return within((direction > 0
                        ? there.plus(calendar).plus(clock)
                        : there.minus(calendar).minus(clock))
                .toInstant());
    }

    /** What every database can hold. */
    private static Instant within(Instant instant) {
        int year = instant.atZone(VietnamTime.ZONE).getYear();
        if (year < 1 || year > 9998) {
            throw new DateTimeException("year " + year);
        }
        return instant;
    }

    private static Instant lastOf(LocalDate day) {
        within(day.atStartOfDay(VietnamTime.ZONE).toInstant());
        return VietnamTime.endOf(day).minusMillis(1);
    }
}
