package vn.anttmap.density.surface;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a surface is, in words. */
@Component
public class SurfaceSentence {

    private final MessageSource messages;

    SurfaceSentence(MessageSource messages) {
        this.messages = messages;
    }

    /** Method, settings, sample and what was left out, in the language. */
    public String of(Surface surface, Locale locale) {
        String key = surface.fromPoints() ? "points" : "areas";
        StringBuilder sentence = new StringBuilder(text(
                key,
                locale,
                surface.used(),
                surface.areas(),
                text("kernel." + surface.settings().kernel().key(), locale),
                surface.bandwidth().meters(),
                text("rule." + surface.bandwidth().rule(), locale),
                surface.grid().cellSizeM(),
                text("correction." + surface.settings().correction().key(), locale)));
        int leftOut = surface.tooInexact() + surface.outside();
        sentence.append(' ')
                .append(
                        leftOut == 0
                                ? text("all-in", locale)
                                : text(key + "-left-out", locale, leftOut, surface.tooInexact(), surface.outside()));
        if (!surface.uncovered().isEmpty()) {
            sentence.append(' ')
                    .append(text("uncovered", locale, surface.uncovered().size()));
        }
        return sentence.toString();
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage("label.surface." + key, values, locale);
    }
}
