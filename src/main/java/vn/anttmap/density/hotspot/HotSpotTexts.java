package vn.anttmap.density.hotspot;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.density.statistics.LocalTest;

/** Hot spots in words, in Vietnamese and English. */
@Component
class HotSpotTexts {

    private final MessageSource messages;

    HotSpotTexts(MessageSource messages) {
        this.messages = messages;
    }

    String summary(
            String level,
            HotSpotSettings settings,
            HotSpotReport.Sample sample,
            Map<HotSpotClass, Integer> classes,
            Locale locale) {
        int confidence = settings.confidence();
        String places = text("level." + level, locale);
        if (settings.method() == LocalTest.Statistic.LOCAL_MORAN) {
            int unsure = sum(classes, one -> one == HotSpotClass.NOT_SIGNIFICANT);
            int clusters = sum(classes, one -> one == HotSpotClass.HIGH_HIGH);
            int outliers = sum(classes, one -> one == HotSpotClass.HIGH_LOW || one == HotSpotClass.LOW_HIGH);
            int low = sum(classes, one -> one == HotSpotClass.LOW_LOW);
            return clusters + outliers + low == 0
                    ? text("summary.none", locale, sample.areas(), places, sample.incidents())
                    : text(
                            "summary.moran",
                            locale,
                            sample.areas(),
                            places,
                            clusters,
                            low,
                            outliers,
                            unsure,
                            confidence);
        }
        int hot = sum(classes, one -> one.hot(confidence));
        int cold = sum(classes, one -> !one.warm() && one.percent() >= confidence);
        int unsure = sum(classes, one -> one != HotSpotClass.NOT_JUDGED) - hot - cold;
        return hot + cold == 0
                ? text("summary.none", locale, sample.areas(), places, sample.incidents())
                : text("summary.gi", locale, sample.areas(), places, hot, cold, unsure, confidence);
    }

    String method(
            String level,
            LocalTest.Statistic method,
            HotSpotReport.Settings used,
            HotSpotReport.Sample sample,
            Locale locale) {
        String weights =
                switch (used.weights()) {
                    case "distance" -> text("weights.distance", locale, used.distanceM());
                    case "nearest" -> text("weights.nearest", locale, used.neighbours());
                    default -> text("weights." + used.weights(), locale);
                };
        String inference = used.permutations() == 0
                ? text("inference.normal", locale)
                : text("inference.permutation", locale, used.permutations(), String.valueOf(used.seed()));
        return String.join(
                " ",
                text("method." + HotSpotSettings.key(method), locale, text("basis." + used.basis(), locale), weights),
                inference,
                text("correction." + used.correction(), locale),
                text(
                        "sample",
                        locale,
                        sample.areas(),
                        text("level." + level, locale),
                        sample.incidents(),
                        sample.areas() - sample.judged()));
    }

    String verdict(HotSpotClass found, int confidence, boolean aboveMean, Locale locale) {
        if (found == HotSpotClass.NOT_SIGNIFICANT) {
            return text("class.not-significant-" + (aboveMean ? "above" : "below"), locale);
        }
        if (found.percent() == 0) {
            return text("class." + found.key(), locale, confidence);
        }
        String certain = found.percent() >= confidence ? "" : "-sign";
        return text("class." + (found.warm() ? "hot" : "cold") + certain, locale, found.percent());
    }

    String area(HotSpotSample.Member member, String verdict, Locale locale) {
        String name = member.name() == null ? text("cell", locale) : member.name();
        return text("area", locale, name, member.count(), verdict);
    }

    private static int sum(Map<HotSpotClass, Integer> classes, Predicate<HotSpotClass> wanted) {
        return classes.entrySet().stream()
                .filter(one -> wanted.test(one.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage("label.hotspot." + key, values, locale);
    }
}
