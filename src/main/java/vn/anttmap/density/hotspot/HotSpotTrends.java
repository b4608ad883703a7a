package vn.anttmap.density.hotspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** New, persistent and fading hot spots over a series of windows. */
@Service
class HotSpotTrends {

    /** Each window is judged in full. */
    static final int MOST_WINDOWS = 12;

    /** Of two windows nothing can be said but that they differ. */
    static final int FEWEST_WINDOWS = 3;

    private static final Map<String, Integer> MONTHS = Map.of("quarter", 3, "half-year", 6, "year", 12);

    private final HotSpots hotSpots;
    private final MessageSource messages;

    HotSpotTrends(HotSpots hotSpots, MessageSource messages) {
        this.hotSpots = hotSpots;
        this.messages = messages;
    }

    /**
     * @param question the whole period; its boundary day holds for all windows
     * @param step {@code quarter}, {@code half-year} or {@code year}
     * @throws UserProblem as {@link HotSpots#report} for rights and levels; INVALID for an unknown step or too many windows;
     *     UNPROCESSABLE where fewer than three windows can be judged
     */
    HotSpotSeries of(
            AccountView account,
            String level,
            @Nullable Integer sizeM,
            IncidentCounts.Question question,
            String step,
            HotSpotSettings settings,
            Locale locale) {
        List<HotSpotSeries.Window> windows = new ArrayList<>();
        Map<String, HotSpotReport.Area> known = new LinkedHashMap<>();
        List<Map<String, String>> categories = new ArrayList<>();
        // The same for every window: they are read once.
        Map<Long, Geometry> boundaries = new HashMap<>();
        for (LocalDate[] span : spans(question.from(), question.to(), step)) {
            Map<String, String> found = new LinkedHashMap<>();
            try {
                HotSpotReport report =
                        hotSpots.report(account, level, sizeM, during(question, span), settings, locale, boundaries);
                for (HotSpotReport.Area area : report.areas()) {
                    known.putIfAbsent(area.id(), area);
                    found.put(area.id(), area.category());
                }
                windows.add(new HotSpotSeries.Window(
                        span[0],
                        span[1],
                        (int) found.values().stream()
                                .filter(category -> hot(category, settings))
                                .count(),
                        null));
            } catch (UserProblem tooLittle) {
                if (tooLittle.kind() != Kind.UNPROCESSABLE) {
                    throw tooLittle;
                }
                windows.add(new HotSpotSeries.Window(span[0], span[1], null, title(tooLittle, locale)));
            }
            categories.add(found);
        }
        int used = (int) windows.stream().filter(window -> window.hot() != null).count();
        if (used < FEWEST_WINDOWS) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "hotspot-too-few-windows", used, FEWEST_WINDOWS);
        }
        List<HotSpotSeries.Area> areas = known.values().stream()
                .map(area -> area(area, categories, settings))
                .toList();
        Map<String, Integer> trends = new LinkedHashMap<>();
        for (HotSpotSeries.Trend trend : HotSpotSeries.Trend.values()) {
            trends.put(trend.key(), (int) areas.stream()
                    .filter(area -> area.trend().equals(trend.key()))
                    .count());
        }
        return new HotSpotSeries(
                level, question.from(), question.to(), question.boundaryDay(), step, windows, used, trends, areas);
    }

    private static HotSpotSeries.Area area(
            HotSpotReport.Area area, List<Map<String, String>> categories, HotSpotSettings settings) {
        List<@Nullable String> ofArea = new ArrayList<>();
        List<Boolean> hot = new ArrayList<>();
        for (Map<String, String> window : categories) {
            String category = window.get(area.id());
            ofArea.add(category);
            if (category != null) {
                hot.add(hot(category, settings));
            }
        }
        return new HotSpotSeries.Area(
                area.id(),
                area.fullName(),
                area.parentName(),
                ofArea,
                HotSpotSeries.Trend.of(hot).key());
    }

    private static boolean hot(String category, HotSpotSettings settings) {
        return HotSpotClass.ofKey(category).hot(settings.confidence());
    }

    private String title(UserProblem problem, Locale locale) {
        return messages.getMessage("error." + problem.key() + ".title", problem.arguments(), locale);
    }

    /** Windows of calendar quarters, half-years or years; the first and the last may be cut by the period. */
    static List<LocalDate[]> spans(LocalDate from, LocalDate to, String step) {
        Integer months = MONTHS.get(step);
        if (months == null) {
            throw UserProblem.of(Kind.INVALID, "choice-unknown", "step", "quarter, half-year, year")
                    .at("step", step);
        }
        List<LocalDate[]> spans = new ArrayList<>();
        LocalDate begin = from.withDayOfMonth(1).withMonth((from.getMonthValue() - 1) / months * months + 1);
        while (!begin.isAfter(to)) {
            LocalDate next = begin.plusMonths(months);
            LocalDate last = next.minusDays(1);
            spans.add(new LocalDate[] {begin.isBefore(from) ? from : begin, last.isAfter(to) ? to : last});
            begin = next;
        }
        if (spans.size() > MOST_WINDOWS) {
            throw UserProblem.of(Kind.INVALID, "hotspot-too-many-windows", spans.size(), MOST_WINDOWS)
                    .at("step", step);
        }
        return spans;
    }

    private static IncidentCounts.Question during(IncidentCounts.Question question, LocalDate[] span) {
        return new IncidentCounts.Question(
                span[0],
                span[1],
                question.category(),
                question.severity(),
                question.majorCasesOnly(),
                question.boundaryDay(),
                question.within());
    }
}
