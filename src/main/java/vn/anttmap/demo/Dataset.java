package vn.anttmap.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.UnitFile;

/** One folder of gis-data, as it travels in the jar. Formats: gis-data/README.md. */
record Dataset(String folder, JsonMapper json) {

    static final List<String> FOLDERS = List.of("viet-nam", "tra-linh", "quan-lao");

    /** A GeoJSON feature with its properties. */
    record Entry(JsonNode properties, @Nullable Geometry geometry) {

        String text(String name) {
            return properties.required(name).asString();
        }

        @Nullable String textOrNull(String name) {
            JsonNode value = properties.get(name);
            return value == null || value.isNull() ? null : value.asString();
        }

        @Nullable Integer intOrNull(String name) {
            JsonNode value = properties.get(name);
            return value == null || value.isNull() ? null : value.asInt();
        }

        @Nullable Double doubleOrNull(String name) {
            JsonNode value = properties.get(name);
            return value == null || value.isNull() ? null : value.asDouble();
        }

        boolean flag(String name) {
            return properties.required(name).asBoolean();
        }
    }

    /** Entries of the movement's registers; none where the folder has no such file. */
    List<JsonNode> movementEntries() {
        ClassPathResource resource = resource("movement.json");
        if (!resource.exists()) {
            return List.of();
        }
        try (InputStream in = resource.getInputStream()) {
            List<JsonNode> entries = new ArrayList<>();
            json.readTree(in).required("entries").forEach(entries::add);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder's states of units. */
    List<NewUnit> units() {
        try (InputStream in = resource("units.geojson").getInputStream()) {
            return UnitFile.read(in, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Features of a GeoJSON file; none where the folder has no such file. */
    List<Entry> features(String file) {
        ClassPathResource resource = resource(file);
        if (!resource.exists()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = resource.getInputStream()) {
            for (JsonNode feature : json.readTree(in).required("features")) {
                JsonNode geometry = feature.required("geometry");
                entries.add(new Entry(
                        feature.required("properties"),
                        geometry.isNull() ? null : GeoJsonGeometry.read(geometry.toString())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource.getPath(), e);
        }
        return entries;
    }

    /** Rows of a CSV file by column name; none where the folder has no such file. */
    List<Map<String, String>> rows(String file) {
        ClassPathResource resource = resource(file);
        if (!resource.exists()) {
            return List.of();
        }
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> columns = split(in.readLine());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                List<String> values = split(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), values.get(i));
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource.getPath(), e);
        }
        return rows;
    }

    /** Splits one line of our own CSV: quotes are doubled inside quotes, no line breaks in values. */
    static List<String> split(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }

    private ClassPathResource resource(String file) {
        return new ClassPathResource("gis-data/" + folder + "/" + file);
    }
}
