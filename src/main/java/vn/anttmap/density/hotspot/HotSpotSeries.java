package vn.anttmap.density.hotspot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hot spots of one window after another, on the same areas.
 *
 * @param boundaryDay the day whose areas all windows are counted in
 * @param step {@code quarter}, {@code half-year} or {@code year}
 * @param windows in order
 * @param used how many of them could be judged
 * @param trends how many areas have each trend, by key, all that there are
 * @param areas those that could be judged in some window
 */
public record HotSpotSeries(
        String level,
        LocalDate from,
        LocalDate to,
        LocalDate boundaryDay,
        String step,
        List<Window> windows,
        int used,
        Map<String, Integer> trends,
        List<Area> areas) {

    /**
     * @param from first calendar day in Vietnam
     * @param to last one, included
     * @param hot areas that are hot spots; null where the window could not be judged
     * @param reason why it could not, in the caller's language; null where it could
     */
    public record Window(
            LocalDate from,
            LocalDate to,
            @Nullable Integer hot,
            @Nullable String reason) {}

    /**
     * @param categories the class in each window, as in {@link HotSpotReport.Area}; null where it could not be judged
     * @param trend {@code new}, {@code persistent}, {@code sporadic}, {@code fading} or {@code none}
     */
    public record Area(
            String id,
            @Nullable String fullName,
            @Nullable String parentName,
            List<@Nullable String> categories,
            String trend) {}

    /**
     * What becomes of an area over the windows that could be judged. A hot spot is one of 95 % or more ({@link HotSpotClass});
     * the names follow those of ArcGIS' emerging hot spot analysis, whose test of a trend is not made.
     */
    public enum Trend {
        /** Hot in the last window and in none before. */
        NEW,
        /** Hot in the last window and in at least three quarters of all. */
        PERSISTENT,
        /** Hot in the last window and in fewer before. */
        SPORADIC,
        /** Hot before and no longer in the last window. */
        FADING,
        /** Never hot. */
        NONE;

        private static final double MOST_OF_THE_TIME = 0.75;

        /** @param hot whether the area is a hot spot, window by window; at least one */
        static Trend of(List<Boolean> hot) {
            int times = (int) hot.stream().filter(Boolean::booleanValue).count();
            if (times == 0) {
                return NONE;
            }
            if (!hot.get(hot.size() - 1)) {
                return FADING;
            }
            if (times == 1 && hot.size() > 1) {
                return NEW;
            }
            return times >= MOST_OF_THE_TIME * hot.size() ? PERSISTENT : SPORADIC;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
