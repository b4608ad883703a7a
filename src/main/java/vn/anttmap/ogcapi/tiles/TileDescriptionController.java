package vn.anttmap.ogcapi.tiles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Describes the tiles, for whoever is signed in: it tells what layers there are and nothing of what is in them. Parameters
 * of a layer are passed on to the addresses of its tiles.
 */
@RestController
class TileDescriptionController {

    /** Parameters that layers have; each layer its own. */
    record Parameters(
            @Nullable LocalDate day,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable String severity,
            @Nullable Integer year,
            @Nullable LocalDate boundaryDay) {

        String query() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            all.put("day", day);
            all.put("from", from);
            all.put("to", to);
            all.put("category", category);
            all.put("severity", severity);
            all.put("year", year);
            all.put("boundaryDay", boundaryDay);
            return all.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .map(entry -> entry.getKey() + "="
                            + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }
    }

    @GetMapping("/ogc/tileMatrixSets")
    Map<String, Object> matrixSets() {
        return TileDescriptions.matrixSets(base());
    }

    @GetMapping("/ogc/tileMatrixSets/{tileMatrixSetId}")
    Map<String, Object> matrixSet(@PathVariable String tileMatrixSetId) {
        if (!tileMatrixSetId.equals(TileDescriptions.MATRIX_SET)) {
            throw UserProblem.of(Kind.NOT_FOUND, "tile-matrix-set-unknown", TileDescriptions.MATRIX_SET)
                    .at("tileMatrixSetId", tileMatrixSetId);
        }
        return TileDescriptions.matrixSet();
    }

    @GetMapping("/ogc/collections/{collectionId}/tiles")
    Map<String, Object> tilesets(
            @PathVariable String collectionId, @ModelAttribute @ParameterObject Parameters parameters, Locale locale) {
        return tilesets(collectionId, Theme.PLAIN, parameters, locale);
    }

    @GetMapping("/ogc/collections/{collectionId}/density/tiles")
    Map<String, Object> densityTilesets(
            @PathVariable String collectionId, @ModelAttribute @ParameterObject Parameters parameters, Locale locale) {
        return tilesets(collectionId, Theme.DENSITY, parameters, locale);
    }

    @GetMapping("/ogc/collections/{collectionId}/status/tiles")
    Map<String, Object> statusTilesets(
            @PathVariable String collectionId, @ModelAttribute @ParameterObject Parameters parameters, Locale locale) {
        return tilesets(collectionId, Theme.STATUS, parameters, locale);
    }

    /** Tileset metadata. @param f {@code json}, or {@code tilejson} for TileJSON 3 */
    @GetMapping("/ogc/collections/{collectionId}/tiles/WebMercatorQuad")
    Map<String, Object> tileset(
            @PathVariable String collectionId,
            @ModelAttribute @ParameterObject Parameters parameters,
            @RequestParam(required = false) @Nullable String f,
            Locale locale) {
        return tileset(collectionId, Theme.PLAIN, parameters, f, locale);
    }

    @GetMapping("/ogc/collections/{collectionId}/density/tiles/WebMercatorQuad")
    Map<String, Object> densityTileset(
            @PathVariable String collectionId,
            @ModelAttribute @ParameterObject Parameters parameters,
            @RequestParam(required = false) @Nullable String f,
            Locale locale) {
        return tileset(collectionId, Theme.DENSITY, parameters, f, locale);
    }

    @GetMapping("/ogc/collections/{collectionId}/status/tiles/WebMercatorQuad")
    Map<String, Object> statusTileset(
            @PathVariable String collectionId,
            @ModelAttribute @ParameterObject Parameters parameters,
            @RequestParam(required = false) @Nullable String f,
            Locale locale) {
        return tileset(collectionId, Theme.STATUS, parameters, f, locale);
    }

    /** A MapLibre style that draws the tiles. */
    @GetMapping(value = "/ogc/collections/{collectionId}/styles/default", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> style(
            @PathVariable String collectionId, @ModelAttribute @ParameterObject Parameters parameters, Locale locale) {
        return style(collectionId, Theme.PLAIN, parameters, locale);
    }

    @GetMapping(
            value = "/ogc/collections/{collectionId}/density/styles/default",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> densityStyle(
            @PathVariable String collectionId, @ModelAttribute @ParameterObject Parameters parameters, Locale locale) {
        return style(collectionId, Theme.DENSITY, parameters, locale);
    }

    @GetMapping(
            value = "/ogc/collections/{collectionId}/status/styles/default",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> statusStyle(
            @PathVariable String collectionId, @ModelAttribute @ParameterObject Parameters parameters, Locale locale) {
        return style(collectionId, Theme.STATUS, parameters, locale);
    }

    private static Map<String, Object> tilesets(
            String collectionId, Theme theme, Parameters parameters, Locale locale) {
        return TileDescriptions.tilesets(
                base(), TileCollection.ofKey(collectionId, theme), theme, parameters.query(), locale);
    }

    private static Map<String, Object> tileset(
            String collectionId, Theme theme, Parameters parameters, @Nullable String f, Locale locale) {
        TileCollection collection = TileCollection.ofKey(collectionId, theme);
        if (f == null || f.equals("json")) {
            return TileDescriptions.tileset(base(), collection, theme, parameters.query(), locale);
        }
        if (f.equals("tilejson")) {
            return TileDescriptions.tileJson(base(), collection, theme, parameters.query(), locale);
        }
        throw UserProblem.of(Kind.INVALID, "tile-format-unknown", "json, tilejson")
                .at("f", f);
    }

    private static Map<String, Object> style(String collectionId, Theme theme, Parameters parameters, Locale locale) {
        return TileStyles.style(base(), TileCollection.ofKey(collectionId, theme), theme, parameters.query(), locale);
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
