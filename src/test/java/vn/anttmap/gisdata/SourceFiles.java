package vn.anttmap.gisdata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the raw inputs of {@code gis-data/sources}; their fields are described in the README there. */
final class SourceFiles {

    private final Path folder;

    SourceFiles(Path folder) {
        this.folder = folder;
    }

    List<SourceUnit> communes2019(String place) {
        return read(place + "-2019-communes.geojson", SourceFiles::unit);
    }

    SourceUnit district2019(String place) {
        return read(place + "-2019-district.geojson", SourceFiles::unit).get(0);
    }

    List<SourceUnit> communes2025(String place) {
        return read(place + "-2025-communes.geojson", SourceFiles::unit);
    }

    List<SourceUnit> provinces2025() {
        return read("vn-2025-provinces.geojson", SourceFiles::unit);
    }

    List<SourceVillage> villages(String place) {
        return read(place + "-villages.geojson", feature -> {
            JsonNode properties = feature.get("properties");
            return new SourceVillage(
                    properties.get("communeCode2019").asString(),
                    properties.get("name").asString(),
                    properties.get("nameVi").isNull()
                            ? null
                            : properties.get("nameVi").asString(),
                    properties.get("inside").asBoolean(),
                    GeoJson.read(feature.get("geometry")).getCoordinate());
        });
    }

    private static SourceUnit unit(JsonNode feature) {
        JsonNode properties = feature.get("properties");
        return new SourceUnit(
                properties.get("code").asString(),
                properties.get("name").asString(),
                properties.get("fullName").asString(),
                properties.get("unitType").asString(),
                properties.path("code2025").asString(""),
                properties.path("population2009").asInt(0),
                properties.get("areaKm2").asDouble(),
                GeoJson.read(feature.get("geometry")));
    }

    private <T> List<T> read(String file, Function<JsonNode, T> reader) {
        JsonNode collection = JsonMapper.shared().readTree(folder.resolve(file).toFile());
        List<T> result = new ArrayList<>();
        collection.get("features").forEach(feature -> result.add(reader.apply(feature)));
        return List.copyOf(result);
    }
}
