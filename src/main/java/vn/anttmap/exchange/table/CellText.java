package vn.anttmap.exchange.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people write into cells, the Vietnamese way: days as ngày/tháng/năm, thousands with points. */
public final class CellText {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})\\s*(?::|h|g|giờ)\\s*(\\d{2})?(?::\\d{2}(?:\\.\\d+)?)?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}(?:[. ]\\d{3})+|\\d+");

    private CellText() {}

    /** A day as 15/8/2019 or 2019-08-15. */
    public static Optional<LocalDate> day(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return date(day.group(3), day.group(2), day.group(1));
        }
        Matcher iso = ISO_DAY.matcher(text);
        return iso.matches() ? date(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    /** A time as 14:30, 14h30, 7h or 14:30:00. */
    public static Optional<LocalTime> time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            String minutes = time.group(2);
            return Optional.of(
                    LocalTime.of(Integer.parseInt(time.group(1)), minutes == null ? 0 : Integer.parseInt(minutes)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day with a time on either side of it, apart by a space, a comma or a T. */
    public static Optional<LocalDateTime> moment(String text) {
        String[] parts = text.split("[ ,T]+", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        String rest = parts[1].replaceFirst("^(?:ngày|lúc)\\s*", "");
        Optional<LocalDateTime> dayFirst =
                day(parts[0]).flatMap(day -> time(rest).map(day::atTime));
        return dayFirst.isPresent()
                ? dayFirst
                : time(parts[0]).flatMap(time -> day(rest).map(day -> day.atTime(time)));
    }

    /** A number of things: 1500, 1.500 or 1 500. */
    public static Optional<Long> whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[. ]", "");
        return digits.length() > 18 ? Optional.empty() : Optional.of(Long.valueOf(digits));
    }

    /** A coordinate in metres: 567627.8, 567627,8, 567.627,8 or 567.627. */
    public static @Nullable Double meters(String text) {
        String plain = text.replace(" ", "");
        // No easting or northing of Vietnam is below a kilometre: 640.000 is 640 km.
        return coordinate(plain.matches("\\d{1,3}\\.\\d{3}") ? plain.replace(".", "") : plain);
    }

    /** A coordinate in degrees, or in metres without doubtful points. */
    public static @Nullable Double coordinate(String text) {
        String plain = text.replace(" ", "");
        int comma = plain.lastIndexOf(',');
        int point = plain.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            plain = comma > point ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
        } else if (comma >= 0) {
            plain = plain.indexOf(',') == comma ? plain.replace(',', '.') : plain.replace(",", "");
        } else if (point >= 0 && plain.indexOf('.') != point) {
            plain = plain.replace(".", "");
        }
        try {
            return plain.isEmpty() ? null : Double.valueOf(plain);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
