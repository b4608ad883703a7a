package vn.anttmap.web;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** Values of paths and parameters that mean the same in every language; what is written otherwise is refused. */
@ControllerAdvice
class StrictValues {

    /** Spring would also take a parameter from a header of its name, past {@link UnknownParameterCheck}. */
    @InitBinder
    void noParametersFromHeaders(WebDataBinder binder) {
        if (binder instanceof ExtendedServletRequestDataBinder extended) {
            extended.setHeaderPredicate(header -> false);
        }
    }

    /** An editor, since Spring tries its own editor of UUIDs where a converter fails. */
    @InitBinder
    void identifiers(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Identifier());
    }

    /** A UUID with all its digits; Java itself takes {@code 1-1-1-1-1} for one. */
    private static final class Identifier extends PropertyEditorSupport {

        private static final int LENGTH = 36;

        @Override
        public void setAsText(String text) {
            if (text.length() != LENGTH) {
                throw new IllegalArgumentException("no UUID: " + text);
            }
            setValue(UUID.fromString(text));
        }
    }

    /** A calendar day as {@code 2019-08-15}: never by the caller's locale, never a year that no database holds. */
    static final class Day implements Converter<String, LocalDate> {

        private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

        @Override
        public LocalDate convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new IllegalArgumentException("no day: " + text);
            }
            return LocalDate.parse(text, FORMAT);
        }
    }
}
