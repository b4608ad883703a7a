package vn.anttmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that the {@code type} of every problem document points to: {@code /docs/errors#bbox-invalid}. */
@Controller
class ErrorDocsController {

    static final String PATH = "/docs/errors";

    private static final String PREFIX = "error.";
    private static final String TITLE = ".title";

    /** Stands where a message names a value of the moment. */
    private static final Object[] NO_VALUES = {"…", "…", "…"};

    private final MessageSource messages;
    private final SortedSet<String> keys;

    ErrorDocsController(MessageSource messages) {
        this.messages = messages;
        this.keys = keys();
    }

    /** A problem type in the reader's language. */
    public record Entry(String key, String title, String detail) {}

    @GetMapping(PATH)
    String errors(Model model, Locale locale) {
        model.addAttribute("errors", entries(locale));
        return "web/errors";
    }

    private List<Entry> entries(Locale locale) {
        return keys.stream()
                .map(key -> new Entry(
                        key,
                        messages.getMessage(PREFIX + key + TITLE, NO_VALUES, locale),
                        messages.getMessage(PREFIX + key + ".detail", NO_VALUES, locale)))
                .toList();
    }

    private static SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        try {
            for (String name : PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages.properties"))
                    .stringPropertyNames()) {
                if (name.startsWith(PREFIX) && name.endsWith(TITLE)) {
                    keys.add(name.substring(PREFIX.length(), name.length() - TITLE.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("messages.properties cannot be read", e);
        }
        return keys;
    }
}
