package vn.anttmap.ogcapi.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;

/** Describes tiles: tileset metadata (OGC 20-057 with 17-083r4), TileJSON 3 and the tile matrix set itself. */
final class TileDescriptions {

    static final String MATRIX_SET = "WebMercatorQuad";

    private static final String MATRIX_SET_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    private static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

    /** Metres of a standardised pixel of 0.28 mm on the ground at zoom 0, with 256 pixels a tile. */
    private static final double SCALE_DENOMINATOR = 2 * WebMercator.HALF_SIDE_METERS / 256 / 0.00028;

    /** Degrees around all that the service holds: Vietnam with its islands. */
    private static final List<Double> BOUNDS = List.of(102.0, 6.0, 118.0, 23.6);

    private TileDescriptions() {}

    /** Where tiles of a layer are. @param base address of the service, without a slash at the end */
    static String path(String base, TileCollection collection, Theme theme) {
        return base + "/ogc/collections/" + collection.key() + (theme == Theme.PLAIN ? "" : "/" + theme.key());
    }

    /** Addresses of single tiles, with places for zoom, row and column, and the parameters of the layer. */
    private static String template(
            String base, TileCollection collection, Theme theme, String zoom, String row, String column, String query) {
        return path(base, collection, theme) + "/tiles/" + MATRIX_SET + "/{" + zoom + "}/{" + row + "}/{" + column
                + "}?f=mvt" + (query.isEmpty() ? "" : "&" + query);
    }

    static String title(TileCollection collection, Theme theme, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        return collection.title(locale)
                + switch (theme) {
                    case PLAIN -> "";
                    case DENSITY -> english ? ": density of incidents" : ": mật độ vụ việc";
                    case STATUS -> english ? ": safety status" : ": trạng thái an toàn";
                };
    }

    static Map<String, Object> tileset(
            String base, TileCollection collection, Theme theme, String query, Locale locale) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("title", title(collection, theme, locale));
        set.put("dataType", "vector");
        set.put("crs", CRS);
        set.put("tileMatrixSetURI", MATRIX_SET_URI);
        set.put("links", links(base, collection, theme, query));
        set.put("layers", List.of(layer(collection, theme)));
        set.put(
                "boundingBox",
                Map.of(
                        "lowerLeft", BOUNDS.subList(0, 2),
                        "upperRight", BOUNDS.subList(2, 4),
                        "crs", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
        return set;
    }

    private static List<Map<String, Object>> links(String base, TileCollection collection, Theme theme, String query) {
        String path = path(base, collection, theme);
        String more = query.isEmpty() ? "" : "?" + query;
        String description = path + "/tiles/" + MATRIX_SET;
        Map<String, Object> items = link(
                "item",
                TileAnswer.MVT.toString(),
                template(base, collection, theme, "tileMatrix", "tileRow", "tileCol", query));
        items.put("templated", true);
        return List.of(
                link("self", "application/json", description + more),
                items,
                link(
                        "alternate",
                        "application/json",
                        description + "?f=tilejson" + (query.isEmpty() ? "" : "&" + query)),
                link("stylesheet", "application/vnd.mapbox.style+json", path + "/styles/default" + more),
                link(
                        "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
                        "application/json",
                        base + "/ogc/tileMatrixSets/" + MATRIX_SET));
    }

    private static Map<String, Object> link(String relation, String type, String address) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", relation);
        link.put("type", type);
        link.put("href", address);
        return link;
    }

    private static Map<String, Object> layer(TileCollection collection, Theme theme) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields(collection, theme)
                .forEach((name, type) -> properties.put(name, Map.of("type", type.toLowerCase(Locale.ROOT))));
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("id", collection.key());
        layer.put("dataType", "vector");
        layer.put("geometryDimension", collection.points() ? 0 : collection.level() == null ? 1 : 2);
        layer.put("minTileMatrix", "0");
        layer.put("maxTileMatrix", String.valueOf(TileAddress.LARGEST_ZOOM));
        layer.put("propertiesSchema", Map.of("type", "object", "properties", properties));
        return layer;
    }

    static Map<String, Object> tileJson(
            String base, TileCollection collection, Theme theme, String query, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tilejson", "3.0.0");
        json.put("name", title(collection, theme, locale));
        json.put("scheme", "xyz");
        json.put("tiles", List.of(template(base, collection, theme, "z", "y", "x", query)));
        json.put("minzoom", 0);
        json.put("maxzoom", TileAddress.LARGEST_ZOOM);
        json.put("bounds", BOUNDS);
        json.put(
                "vector_layers",
                List.of(Map.of(
                        "id",
                        collection.key(),
                        "fields",
                        fields(collection, theme),
                        "minzoom",
                        0,
                        "maxzoom",
                        TileAddress.LARGEST_ZOOM)));
        return json;
    }

    /** Attributes with their types, of the features and of the units that stand for them at low zooms. */
    private static Map<String, String> fields(TileCollection collection, Theme theme) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (collection == TileCollection.INCIDENTS) {
            List.of("id", "day", "category", "severity", "placeAccuracy").forEach(name -> fields.put(name, "String"));
            fields.put("count", "Number");
            return fields;
        }
        fields.put("id", "Number");
        fields.put("name", "String");
        if (collection == TileCollection.SECURITY_TEAMS) {
            fields.put("kind", "String");
            fields.put("memberCount", "Number");
            fields.put("synthetic", "Boolean");
            fields.put("count", "Number");
            return fields;
        }
        List.of("fullName", "level", "kind", "code").forEach(name -> fields.put(name, "String"));
        fields.put("areaSqKm", "Number");
        if (collection == TileCollection.ROAD_SEGMENTS) {
            fields.put("owner", "String");
            fields.put("lengthKm", "Number");
        }
        fields.put("synthetic", "Boolean");
        fields.put("members", "Number");
        switch (theme) {
            case PLAIN -> {}
            case DENSITY -> {
                fields.put("covered", "Boolean");
                List.of("count", "recorded", "incidentsPerSqKmYear", "incidentsPer1000Year", "incidentsPerKmYear")
                        .forEach(name -> fields.put(name, "Number"));
                fields.put("unstable", "Boolean");
            }
            case STATUS -> {
                fields.put("status", "String");
                TileStyles.STATUS_COLOURS.keySet().forEach(name -> fields.put(name, "Number"));
            }
        }
        return fields;
    }

    static Map<String, Object> matrixSet() {
        List<Map<String, Object>> matrices = new ArrayList<>();
        for (int zoom = 0; zoom <= TileAddress.LARGEST_ZOOM; zoom++) {
            long tiles = 1L << zoom;
            Map<String, Object> matrix = new LinkedHashMap<>();
            matrix.put("id", String.valueOf(zoom));
            matrix.put("scaleDenominator", SCALE_DENOMINATOR / tiles);
            matrix.put("cellSize", 2 * WebMercator.HALF_SIDE_METERS / 256 / tiles);
            matrix.put("cornerOfOrigin", "topLeft");
            matrix.put("pointOfOrigin", List.of(-WebMercator.HALF_SIDE_METERS, WebMercator.HALF_SIDE_METERS));
            matrix.put("tileWidth", 256);
            matrix.put("tileHeight", 256);
            matrix.put("matrixWidth", tiles);
            matrix.put("matrixHeight", tiles);
            matrices.add(matrix);
        }
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("id", MATRIX_SET);
        set.put("title", "Google Maps Compatible for the World");
        set.put("uri", MATRIX_SET_URI);
        set.put("crs", CRS);
        set.put("orderedAxes", List.of("X", "Y"));
        set.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        set.put("tileMatrices", matrices);
        return set;
    }

    static Map<String, Object> matrixSets(String base) {
        return Map.of(
                "tileMatrixSets",
                List.of(Map.of(
                        "id",
                        MATRIX_SET,
                        "title",
                        "Google Maps Compatible for the World",
                        "uri",
                        MATRIX_SET_URI,
                        "links",
                        List.of(link("self", "application/json", base + "/ogc/tileMatrixSets/" + MATRIX_SET)))));
    }

    /** The tilesets of a collection: there is one. */
    static Map<String, Object> tilesets(
            String base, TileCollection collection, Theme theme, String query, Locale locale) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("title", title(collection, theme, locale));
        set.put("dataType", "vector");
        set.put("crs", CRS);
        set.put("tileMatrixSetURI", MATRIX_SET_URI);
        set.put(
                "links",
                List.of(link(
                        "self",
                        "application/json",
                        path(base, collection, theme) + "/tiles/" + MATRIX_SET
                                + (query.isEmpty() ? "" : "?" + query))));
        return Map.of("tilesets", List.of(set));
    }
}
