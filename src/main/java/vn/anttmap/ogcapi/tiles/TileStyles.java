package vn.anttmap.ogcapi.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;

/**
 * A MapLibre style for each layer (style specification 8). Without texts: they would need fonts as files of signs, and no
 * other host is asked for any.
 */
final class TileStyles {

    /** As on the map page. */
    static final Map<String, String> STATUS_COLOURS = statusColours();

    private static final String LINE = "#5d6b7a";
    private static final String NO_FIGURE = "#d9d9d9";
    private static final List<String> DENSITY_COLOURS = List.of("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000");
    private static final List<Object> DENSITY_LIMITS = List.of(1, 5, 10, 20);

    private TileStyles() {}

    private static Map<String, String> statusColours() {
        Map<String, String> colours = new LinkedHashMap<>();
        colours.put("recognised", "#1b7a3d");
        colours.put("not_recognised", "#b3261e");
        colours.put("under_review", "#b35900");
        colours.put("self_assessed", "#e0a800");
        colours.put("registered", "#0b57a4");
        colours.put("not_considered", "#6b7785");
        colours.put("not_registered", "#c9cfd6");
        return colours;
    }

    static Map<String, Object> style(String base, TileCollection collection, Theme theme, String query, Locale locale) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("type", "vector");
        source.put(
                "url",
                TileDescriptions.path(base, collection, theme) + "/tiles/" + TileDescriptions.MATRIX_SET + "?f=tilejson"
                        + (query.isEmpty() ? "" : "&" + query));
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("version", 8);
        style.put("name", TileDescriptions.title(collection, theme, locale));
        style.put("sources", Map.of("antt", source));
        style.put("layers", collection.points() ? points(collection) : shapes(collection, theme));
        return style;
    }

    private static List<Map<String, Object>> points(TileCollection collection) {
        String colour = collection == TileCollection.INCIDENTS ? "#b42318" : "#0b57a4";
        Map<String, Object> paint = new LinkedHashMap<>();
        // The area of the circle, and not its radius, grows with the number.
        paint.put(
                "circle-radius",
                List.of(
                        "min",
                        30,
                        List.of("+", 5, List.of("*", 2, List.of("sqrt", List.of("coalesce", get("count"), 0))))));
        paint.put("circle-color", colour);
        paint.put("circle-opacity", List.of("case", List.of("has", "count"), 0.6, 0.9));
        paint.put("circle-stroke-color", "#ffffff");
        paint.put("circle-stroke-width", 1.5);
        return List.of(layer(collection, "circle", "circle", paint, List.of()));
    }

    private static List<Map<String, Object>> shapes(TileCollection collection, Theme theme) {
        List<Object> polygons = List.of("==", List.of("geometry-type"), "Polygon");
        List<Object> lines = List.of("==", List.of("geometry-type"), "LineString");
        Object colour = colour(collection, theme);
        List<Map<String, Object>> layers = new ArrayList<>();
        layers.add(layer(
                collection,
                "area",
                "fill",
                Map.of("fill-color", colour, "fill-opacity", theme == Theme.PLAIN ? 0.15 : 0.75),
                polygons));
        layers.add(layer(collection, "border", "line", Map.of("line-color", LINE, "line-width", 1), polygons));
        if (collection == TileCollection.ROAD_SEGMENTS) {
            layers.add(layer(
                    collection,
                    "road",
                    "line",
                    Map.of("line-color", theme == Theme.PLAIN ? "#a2480f" : colour, "line-width", 4),
                    lines));
        }
        return layers;
    }

    private static Object colour(TileCollection collection, Theme theme) {
        return switch (theme) {
            case PLAIN -> "#0b57a4";
            case DENSITY -> densityColour(collection);
            case STATUS -> statusColour();
        };
    }

    private static Object densityColour(TileCollection collection) {
        String rate = collection == TileCollection.ROAD_SEGMENTS ? "incidentsPerKmYear" : "incidentsPerSqKmYear";
        List<Object> step = new ArrayList<>(List.of("step", get(rate), DENSITY_COLOURS.get(0)));
        for (int i = 0; i < DENSITY_LIMITS.size(); i++) {
            step.add(DENSITY_LIMITS.get(i));
            step.add(DENSITY_COLOURS.get(i + 1));
        }
        return List.of("case", List.of("has", rate), step, NO_FIGURE);
    }

    /** Units that stand for others are painted by the share of those recognised. */
    private static Object statusColour() {
        List<Object> match = new ArrayList<>(List.of("match", get("status")));
        STATUS_COLOURS.forEach((status, colour) -> {
            match.add(status);
            match.add(colour);
        });
        match.add(NO_FIGURE);
        List<Object> share = List.of(
                "interpolate",
                List.of("linear"),
                List.of("/", List.of("coalesce", get("recognised"), 0), get("members")),
                0,
                "#e8f2ec",
                1,
                STATUS_COLOURS.get("recognised"));
        return List.of("case", List.of("has", "members"), share, match);
    }

    private static List<Object> get(String attribute) {
        return List.of("get", attribute);
    }

    private static Map<String, Object> layer(
            TileCollection collection, String name, String type, Map<String, Object> paint, List<Object> filter) {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("id", collection.key() + "-" + name);
        layer.put("type", type);
        layer.put("source", "antt");
        layer.put("source-layer", collection.key());
        if (!filter.isEmpty()) {
            layer.put("filter", filter);
        }
        layer.put("paint", paint);
        return layer;
    }
}
