package vn.anttmap.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Lines in the words of whoever looks. */
@Component
class StatusTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final MessageSource messages;

    StatusTexts(MessageSource messages) {
        this.messages = messages;
    }

    String title(String part, Locale locale) {
        return text("status.part." + part, new Object[0], part, locale);
    }

    String line(StatusReport.Line line, Locale locale) {
        Object[] values =
                line.values().stream().map(value -> value(value, locale)).toArray();
        return text("status.line." + line.key(), values, line.key() + " " + line.values(), locale);
    }

    private String text(String key, Object[] values, String otherwise, Locale locale) {
        String text = messages.getMessage(key, values, otherwise, locale);
        return text == null ? otherwise : text;
    }

    private String value(Object value, Locale locale) {
        if (value instanceof Instant instant) {
            return TIME.format(instant);
        }
        if (value instanceof Duration duration) {
            return duration.toDays() > 0
                    ? text("status.days", new Object[] {duration.toDays(), duration.toHoursPart()}, "", locale)
                    : text("status.hours", new Object[] {duration.toHours(), duration.toMinutesPart()}, "", locale);
        }
        if (value instanceof DataSize size) {
            double gigabytes = size.toBytes() / 1e9;
            return gigabytes >= 1
                    ? String.format(locale, "%.1f GB", gigabytes)
                    : String.format(locale, "%.0f MB", size.toBytes() / 1e6);
        }
        return value.toString();
    }
}
