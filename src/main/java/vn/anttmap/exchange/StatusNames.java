package vn.anttmap.exchange;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names of statuses and states as people read them. */
@Component
class StatusNames {

    private final MessageSource messages;

    StatusNames(MessageSource messages) {
        this.messages = messages;
    }

    /** @param key such as {@code under_review} */
    String of(String key, Locale locale) {
        return messages.getMessage("label.status." + key, null, locale);
    }

    /** @param prefix which list of labels, such as {@code state} */
    String of(String prefix, String key, Locale locale) {
        return messages.getMessage("label." + prefix + "." + key, null, locale);
    }
}
