package vn.anttmap.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.Gdal;

/** A written shapefile, looked at byte by byte and through GDAL. */
final class ZippedShapefile {

    /** 2026-08-01, 01:30 in Vietnam, still July in UTC. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-31T18:30:00Z"), ZoneOffset.UTC);

    private final Path zip;
    private final String layerName;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private ZippedShapefile(Path zip, String layerName, byte[] bytes) throws IOException {
        this.zip = zip;
        this.layerName = layerName;
        Files.write(zip, bytes);
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    /** What fills a writer. */
    interface Rows {
        void write(ShapefileZipWriter writer) throws IOException;
    }

    static ExportLayer layer(GeometryKind type, String system, List<ExportField> fields) {
        return new ExportLayer("kdc", "Khu dân cư", type, fields, CoordinateSystems.get(system), List.of());
    }

    static ZippedShapefile write(Path folder, ExportLayer layer, Rows rows) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var writer = ShapefileZipWriter.open(layer, bytes, CLOCK)) {
                rows.write(writer);
                writer.finish();
            }
            return new ZippedShapefile(folder.resolve(layer.name() + ".shp.zip"), layer.name(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A downloaded one, kept in the folder. */
    static ZippedShapefile of(Path folder, String layerName, byte[] zip) {
        try {
            return new ZippedShapefile(folder.resolve(layerName + ".shp.zip"), layerName, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Geometry wkt(String wkt) {
        try {
            return new WKTReader(Wgs84.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<String> fileNames() {
        return List.copyOf(files.keySet());
    }

    byte[] bytes(String extension) {
        return files.get(layerName + extension);
    }

    String text(String extension) {
        return new String(bytes(extension), StandardCharsets.UTF_8);
    }

    /** The path under which GDAL reads the layer out of the ZIP. */
    String gdalPath() {
        return "/vsizip/" + zip + "/" + layerName + ".shp";
    }

    /** The features as GDAL reads them, coordinates in the layer's own system unless options say otherwise. */
    List<JsonNode> features(String... options) {
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON"));
        command.addAll(List.of(options));
        command.addAll(List.of("-lco", "COORDINATE_PRECISION=12", "/vsistdout/", gdalPath()));
        JsonNode collection = JsonMapper.builder().build().readTree(Gdal.run(command.toArray(String[]::new)));
        List<JsonNode> features = new ArrayList<>();
        collection.get("features").forEach(features::add);
        return features;
    }
}
