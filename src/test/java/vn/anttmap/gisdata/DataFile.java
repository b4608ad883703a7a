package vn.anttmap.gisdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the committed files of {@code gis-data}, as a user of them would. */
final class DataFile {

    static final Path GIS_DATA = Path.of("gis-data");
    static final List<String> PLACES = List.of("tra-linh", "quan-lao");

    /** One feature of a file; geometry is EPSG:4326, null where there is no boundary. */
    record Feature(JsonNode properties, @Nullable Geometry geometry) {

        String text(String property) {
            return properties.get(property).asString();
        }

        boolean has(String property) {
            return !properties.get(property).isNull();
        }

        boolean isValidOn(LocalDate day) {
            return (!has("validFrom") || !day.isBefore(LocalDate.parse(text("validFrom"))))
                    && (!has("validTo") || day.isBefore(LocalDate.parse(text("validTo"))));
        }

        Geometry area() {
            if (geometry == null) {
                throw new AssertionError(properties + " has no geometry");
            }
            return geometry;
        }
    }

    private DataFile() {}

    static List<Feature> features(String place, String file) {
        List<Feature> features = new ArrayList<>();
        JsonMapper.shared()
                .readTree(GIS_DATA.resolve(place).resolve(file).toFile())
                .get("features")
                .forEach(feature -> features.add(new Feature(
                        feature.get("properties"),
                        feature.get("geometry").isNull() ? null : GeoJson.read(feature.get("geometry")))));
        return features;
    }

    static List<Feature> units(String place, String level) {
        return features(place, "units.geojson").stream()
                .filter(unit -> unit.text("level").equals(level))
                .toList();
    }

    static List<Feature> units(String place, String level, LocalDate day) {
        return units(place, level).stream().filter(unit -> unit.isValidOn(day)).toList();
    }

    /** Rows of a CSV file without quoted commas before the columns asked for. */
    static List<Map<String, String>> rows(String place, String file, String... columns) {
        try {
            return Files.readAllLines(GIS_DATA.resolve(place).resolve(file)).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> {
                        Map<String, String> row = new LinkedHashMap<>();
                        for (int i = 0; i < columns.length; i++) {
                            row.put(columns[i], cells[i]);
                        }
                        return row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
