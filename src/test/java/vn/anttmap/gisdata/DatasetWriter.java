package vn.anttmap.gisdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** Writes one dataset folder: GeoJSON with one feature a line, CSV with a header; UTF-8, line feeds. */
final class DatasetWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    DatasetWriter(Path folder) {
        this.folder = folder;
    }

    void units(List<UnitVersion> units) {
        List<String> features = new ArrayList<>();
        for (UnitVersion unit : units) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("key", unit.key());
            properties.put("level", unit.level());
            properties.put("kind", unit.kind());
            properties.put("code", unit.code());
            properties.put("name", unit.name());
            properties.put("fullName", unit.fullName());
            properties.put("parentKey", unit.parentKey());
            properties.put("validFrom", text(unit.validFrom()));
            properties.put("validTo", text(unit.validTo()));
            properties.put("validitySource", unit.validitySource());
            properties.put("listedOn", text(unit.listedOn()));
            properties.put("predecessors", unit.predecessors());
            UnitVersion.SourcedArea area = unit.officialArea();
            properties.put("officialAreaSqKm", area == null ? null : area.squareKilometers());
            properties.put("officialAreaSource", area == null ? null : area.source());
            UnitVersion.SourcedCount households = unit.households();
            properties.put("households", households == null ? null : households.count());
            properties.put("householdsSource", households == null ? null : households.source());
            properties.put("population", unit.population());
            properties.put("synthetic", unit.synthetic());
            properties.put("syntheticNote", unit.syntheticNote());
            features.add(feature(properties, unit.geometry()));
        }
        collection("units.geojson", features);
    }

    /** Writes features with their properties in the given order. */
    void features(String file, Map<Map<String, @Nullable Object>, Geometry> features) {
        collection(
                file,
                features.entrySet().stream()
                        .map(entry -> feature(entry.getKey(), entry.getValue()))
                        .toList());
    }

    void table(String file, List<String> header, List<List<String>> rows) {
        write(
                file,
                Stream.concat(Stream.of(header), rows.stream())
                        .map(row -> row.stream().map(DatasetWriter::cell).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private static String feature(Map<String, @Nullable Object> properties, @Nullable Geometry geometry) {
        return "{\"type\":\"Feature\",\"properties\":" + JSON.writeValueAsString(properties) + ",\"geometry\":"
                + (geometry == null ? "null" : GeoJson.write(geometry)) + "}";
    }

    private void collection(String file, List<String> features) {
        write(file, "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n");
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder.resolve(file), e);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String cell(String value) {
        return value.matches(".*[,\"\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
