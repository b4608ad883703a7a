package vn.anttmap.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The colours and classes of the map, as {@code model/palette.js} and {@code model/classes.js} have them: a file that is
 * opened elsewhere looks like the page it came from.
 */
final class MapColours {

    /** Light to dark. */
    static final List<String> DENSITY = List.of("#dbe9f6", "#a9cbe8", "#6aa5d6", "#2f77b8", "#0d4583");

    static final String ZERO = "#fdfdfb";

    /** By key of the status, in the order of the legend. */
    static final Map<String, String> STATUS = statusColours();

    /** By code of the category, one colour for each group as on the map. */
    private static final Map<String, String> INCIDENT = incidentColours();

    private static final String OTHER_INCIDENT = "#3f5d58";

    static final String TEAM = "#0f6b5c";

    /** Rates and counts are never below zero. */
    private static final double BELOW_ALL = -1;

    private MapColours() {}

    /** Classes of a rate: zero apart, then quantiles of the positive values with limits of two significant digits. */
    static Theme density(String name, String field, Collection<Double> values) {
        double[] positive = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> Double.isFinite(value) && value > 0)
                .sorted()
                .toArray();
        List<Theme.ColourClass> classes = new ArrayList<>();
        classes.add(Theme.ColourClass.of("0", ZERO, BELOW_ALL, 0));
        List<Double> limits = limits(positive);
        double above = 0;
        for (int i = 0; i < limits.size(); i++) {
            double upTo = limits.get(i);
            String label = (i == 0 ? "đến " : "trên " + number(above) + " đến ") + number(upTo);
            classes.add(Theme.ColourClass.of(label, DENSITY.get(step(i, limits.size())), above, upTo));
            above = upTo;
        }
        return new Theme(name, field, classes);
    }

    /** @param label a status' name by its key */
    static Theme status(String field, UnaryOperator<String> label) {
        List<Theme.ColourClass> classes = STATUS.entrySet().stream()
                .map(status -> {
                    String text = label.apply(status.getKey());
                    return Theme.ColourClass.of(text, status.getValue(), text);
                })
                .toList();
        return new Theme("Tình trạng xét công nhận", field, classes);
    }

    /** @param categories code and name of each, in the order of the list */
    static Theme categories(String field, Map<String, String> categories) {
        List<Theme.ColourClass> classes = new ArrayList<>();
        categories.forEach((code, name) ->
                classes.add(Theme.ColourClass.of(name, INCIDENT.getOrDefault(code, OTHER_INCIDENT), code)));
        return new Theme("Loại vụ việc", field, classes);
    }

    /** A layer of one colour, such as that of the security teams. */
    static Theme single(String name, String field, String colour) {
        return new Theme(name, field, List.of(Theme.ColourClass.of(name, colour, null)));
    }

    private static List<Double> limits(double[] positive) {
        if (positive.length == 0) {
            return List.of();
        }
        int wanted = DENSITY.size();
        TreeSet<Double> limits = new TreeSet<>();
        for (int i = 1; i < wanted; i++) {
            double value = positive[(int) Math.ceil((double) i / wanted * positive.length) - 1];
            limits.add(twoDigits(value, RoundingMode.HALF_UP));
        }
        limits.add(twoDigits(positive[positive.length - 1], RoundingMode.CEILING));
        List<Double> used = new ArrayList<>();
        double[] lower = {0};
        for (double limit : limits) {
            if (Arrays.stream(positive).anyMatch(value -> value > lower[0] && value <= limit)) {
                used.add(limit);
            }
            lower[0] = limit;
        }
        return used;
    }

    private static double twoDigits(double value, RoundingMode how) {
        return new BigDecimal(value, new MathContext(12))
                .round(new MathContext(2, how))
                .doubleValue();
    }

    /** Few classes are spread over the five colours, so that two differ well. */
    private static int step(int index, int count) {
        return count <= 1 ? 2 : (int) Math.round(4.0 * index / (count - 1));
    }

    private static String number(double value) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("vi-VN")))
                .format(value);
    }

    private static Map<String, String> incidentColours() {
        Map<String, String> colours = new LinkedHashMap<>();
        for (String crime : List.of("TTXH", "MATUY", "KINHTE", "MOITRUONG", "MANG")) {
            colours.put(crime, "#7c2d6b");
        }
        colours.put("TNGT", "#1f5fa8");
        colours.put("CHAYNO", "#b3321c");
        for (String social : List.of("TNXH", "TRANHCHAP", "KHIEUKIEN")) {
            colours.put(social, "#7a5200");
        }
        colours.put("ANBG", "#33406b");
        colours.put("ANCT", "#33406b");
        return colours;
    }

    private static Map<String, String> statusColours() {
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("recognised", "#86c496");
        colours.put("not_recognised", "#ee9468");
        colours.put("under_review", "#f3cf5b");
        colours.put("self_assessed", "#f7df90");
        colours.put("registered", "#fbf1c9");
        colours.put("not_registered", "#e4e6e9");
        colours.put("not_considered", "#ffffff");
        return java.util.Collections.unmodifiableMap(colours);
    }
}
