package vn.anttmap.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The vector tiles of a layer in the API document: the list of its tilesets, its tileset, and a tile. The ends of the
 * operations' names are those of OGC API - Tiles (20-057, table 11).
 */
final class OpenApiTiles {

    private static final String MVT = "application/vnd.mapbox-vector-tile";

    private static final List<String> ADDRESS = List.of("tileMatrix", "tileRow", "tileCol");

    private OpenApiTiles() {}

    /** @param path of the collection, below the landing page */
    static Map<String, Object> paths(String path, Collections.Description collection) {
        Map<String, Object> paths = new LinkedHashMap<>();
        String tiles = path + "/tiles";
        paths.put(tiles, get(collection, "getTileSetsList", List.of(), MediaTypes.JSON));
        paths.put(tiles + "/WebMercatorQuad", get(collection, "getTileSet", List.of(), MediaTypes.JSON));
        paths.put(
                tiles + "/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}", get(collection, "getTile", ADDRESS, MVT));
        return paths;
    }

    private static Map<String, Object> get(
            Collections.Description collection, String name, List<String> parameters, String type) {
        Map<String, Object> schema =
                type.equals(MVT) ? Map.of("type", "string", "format", "binary") : Map.of("type", "object");
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                "200", Map.of("description", collection.title(), "content", Map.of(type, Map.of("schema", schema))));
        List<String> errors = new ArrayList<>(List.of("401", "403", "404", "500"));
        if (!parameters.isEmpty()) {
            errors.add(0, "400");
        }
        errors.forEach(code -> responses.put(code, Map.of("$ref", "#/components/responses/" + code)));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of("Data"));
        operation.put("summary", collection.title());
        operation.put("operationId", collection.key().replace("-", "_") + ".collection.vector." + name);
        operation.put("parameters", parameters.stream().map(OpenApiTiles::place).toList());
        operation.put("responses", responses);
        return Map.of("get", operation);
    }

    /** A number of the path. */
    private static Map<String, Object> place(String name) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", "path");
        parameter.put("required", true);
        parameter.put("schema", Map.of("type", "integer", "minimum", 0));
        return parameter;
    }
}
