package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.kdtree.KdTree;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.Accounts;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.Gdal;

/** Every layer through every format, as GDAL reads it: places within a millimetre, all attributes, texts and nulls. */
abstract class FormatRoundTripContract extends DemoServiceContract {

    private static final String PERIOD = "from=2018-01-01&to=2019-08-15";
    private static final double MILLIMETER = 0.001;

    /** At 8° north, where the service's land ends, a degree of longitude has 110 km. */
    private static final double MILLIMETER_DEGREES = MILLIMETER / 111_320;

    @TempDir
    private Path folder;

    @Autowired
    private CollectionLayers layers;

    @Autowired
    private Accounts accounts;

    @ParameterizedTest
    @CsvSource({
        "shp.zip, EPSG:4326",
        "shp.zip, EPSG:9210",
        "gpkg, EPSG:4326",
        "gpkg, EPSG:5897",
        "geojson, EPSG:4326",
        "kml, EPSG:4326",
        "csv, EPSG:4326",
        "csv, EPSG:3405"
    })
    void everyLayerComesBackAsItWas(String ending, String crs) throws IOException {
        for (ExportCollection collection : ExportCollection.values()) {
            CollectedRows expected = rows(collection, CoordinateSystems.get(crs));
            List<JsonNode> read = read(collection, ending, crs);

            assertThat(read).as(collection.id()).hasSameSizeAs(expected.rows);
            for (int i = 0; i < read.size(); i++) {
                String what = collection.id() + "." + ending + " row " + i;
                assertValues(
                        what,
                        read.get(i).get("properties"),
                        expected.design.fields(),
                        expected.rows.get(i).values());
                assertPlace(
                        what, read.get(i).get("geometry"), expected.rows.get(i).geometry(), crs);
            }
        }
    }

    private CollectedRows rows(ExportCollection collection, CoordinateSystem system) throws IOException {
        CollectedRows[] collected = {null};
        LocalDate to = LocalDate.parse("2019-08-15");
        ExportRequest request = new ExportRequest(
                collection,
                system,
                LocalDate.parse("2018-01-01"),
                to,
                2019,
                null,
                to,
                null,
                null,
                null,
                Locale.forLanguageTag("vi"));
        layers.write(accounts.find("planner").orElseThrow(), request, design -> {
            collected[0] = new CollectedRows(design);
            return collected[0];
        });
        return collected[0];
    }

    private List<JsonNode> read(ExportCollection collection, String ending, String crs) throws IOException {
        HttpResponse<byte[]> answer =
                as("planner").getBytes("/api/exports/" + collection.id() + "." + ending + "?" + PERIOD + "&crs=" + crs);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        Path file = Files.write(folder.resolve(collection.id() + "." + ending), answer.body());
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=12"));
        command.addAll(List.of("-oo", "AUTODETECT_TYPE=NO", "-oo", "KEEP_GEOM_COLUMNS=NO"));
        command.addAll(List.of("-oo", "X_POSSIBLE_NAMES=X_DONG,KINH_DO", "-oo", "Y_POSSIBLE_NAMES=Y_BAC,VI_DO"));
        command.add("/vsistdout/");
        command.add(ending.equals("shp.zip") ? "/vsizip/" + file + "/" + collection.id() + ".shp" : file.toString());
        if (ending.equals("gpkg")) {
            command.add(collection.id());
        }
        List<JsonNode> features = new ArrayList<>();
        JsonMapper.shared()
                .readTree(Gdal.run(command.toArray(String[]::new)))
                .get("features")
                .forEach(features::add);
        return features;
    }

    private static void assertValues(
            String what, JsonNode properties, List<ExportField> fields, List<@Nullable Object> values) {
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            JsonNode node = properties.get(name);
            String found = node == null || node.isNull() || node.asString().isEmpty() ? null : node.asString();
            Object expected = values.get(i);
            if (expected == null) {
                assertThat(found).as(what + " " + name).isNull();
            } else {
                assertThat(found).as(what + " " + name).isNotNull();
                assertThat(same(expected, Objects.requireNonNull(found)))
                        .as(what + " " + name + ": " + found + " is " + expected)
                        .isTrue();
            }
        }
    }

    private static boolean same(Object expected, String found) {
        if (expected instanceof Number number) {
            return new BigDecimal(number.toString()).compareTo(new BigDecimal(found)) == 0;
        }
        if (expected instanceof Boolean yes) {
            return (yes ? Set.of("true", "1") : Set.of("false", "0")).contains(found);
        }
        if (expected instanceof LocalDate day) {
            return found.replace('/', '-').equals(day.toString());
        }
        if (expected instanceof Instant instant) {
            return found.endsWith("Z")
                    ? Instant.parse(found).equals(instant)
                    : found.equals(FieldValues.localText(instant));
        }
        return found.equals(expected);
    }

    private static void assertPlace(String what, @Nullable JsonNode found, @Nullable Geometry expected, String crs) {
        if (expected == null || expected.isEmpty()) {
            assertThat(found == null || found.isNull()).as(what).isTrue();
            return;
        }
        CoordinateSystem system = CoordinateSystems.get(crs);
        double tolerance = system.isProjected() ? MILLIMETER : MILLIMETER_DEGREES;
        Geometry shown =
                CoordinateTransform.between(CoordinateSystems.WGS84, system).transform(expected);
        KdTree places = new KdTree();
        for (Coordinate place : shown.getCoordinates()) {
            places.insert(place);
        }
        List<Coordinate> read = new ArrayList<>();
        collect(Objects.requireNonNull(found).get("coordinates"), read);
        assertThat(read).as(what).hasSize(shown.getNumPoints());
        for (Coordinate place : read) {
            Envelope around = new Envelope(place);
            around.expandBy(tolerance);
            assertThat(places.query(around).isEmpty()).as(what + " at " + place).isFalse();
        }
        if (!system.isProjected()) {
            assertThat(GeoJsonGeometry.read(found.toString()).getDimension()).isEqualTo(expected.getDimension());
        }
    }

    private static void collect(JsonNode coordinates, List<Coordinate> places) {
        if (coordinates.get(0).isNumber()) {
            places.add(new Coordinate(
                    coordinates.get(0).asDouble(), coordinates.get(1).asDouble()));
        } else {
            coordinates.forEach(part -> collect(part, places));
        }
    }
}
