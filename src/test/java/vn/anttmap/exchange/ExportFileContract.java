package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.Gdal;

/** What the files of each format are beyond their rows: filters, rights, layers, styles, headers. */
abstract class ExportFileContract extends DemoServiceContract {

    private static final String PERIOD = "from=2018-01-01&to=2019-08-15";

    @TempDir
    private Path folder;

    @Autowired
    private DataSource dataSource;

    @ParameterizedTest
    @CsvSource({
        "communes.gpkg, application/geopackage+sqlite3",
        "communes.geojson, application/geo+json",
        "communes.kml, application/vnd.google-earth.kml+xml",
        "communes.csv, text/csv"
    })
    void comesAsAFileOfItsType(String file, String type) {
        HttpResponse<byte[]> answer = export("planner", file, PERIOD);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", file);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void aGeoPackageOfEverythingHoldsEveryLayerOnce() throws SQLException {
        Path file = save(export("planner", "all.gpkg", PERIOD + "&crs=EPSG:5897"), "all.gpkg");

        assertThat(strings(file, "select table_name from gpkg_contents where data_type = 'features' order by 1"))
                .containsExactly(
                        "communes",
                        "districts",
                        "incidents",
                        "provinces",
                        "residential-areas",
                        "road-segments",
                        "security-teams");
        String summary = Gdal.run("ogrinfo", "-so", "-al", file.toString());
        assertThat(summary)
                .contains("ID[\"EPSG\",5897]", "Layer name: communes", "Geometry: Multi Polygon", "Geometry: Point")
                .doesNotContain("Warning");
        assertThat(strings(file, "select geometry_type_name from gpkg_geometry_columns where table_name = 'incidents'"))
                .containsExactly("POINT");
        assertThat(strings(
                        file,
                        "select occurred from (select THOI_DIEM as occurred from incidents) where occurred not like"
                                + " '____-__-__T__:__:__.___Z'"))
                .isEmpty();
    }

    @Test
    void aGeoPackageIsFoundBySpaceAndColoured() throws SQLException {
        Path file = save(export("planner", "communes.gpkg", PERIOD + "&crs=EPSG:5897"), "communes.gpkg");

        assertThat(strings(file, "pragma application_id")).containsExactly(String.valueOf(0x47504B47));
        assertThat(strings(file, "select count(*) from \"rtree_communes_geom\""))
                .as("10 communes of Trà Lĩnh, 29 of Yên Định")
                .containsExactly("39");
        // thị trấn Quán Lào, domain note 5.4
        String atTown = Gdal.run(
                "ogrinfo", "-q", file.toString(), "communes", "-spat", "567627", "2209278", "567628", "2209279");
        assertThat(atTown).contains("Thị trấn Quán Lào").doesNotContain("TEN_XA (String) = Xã Yên");
        assertThat(strings(file, "select styleName from layer_styles where f_table_name = 'communes' order by id"))
                .containsExactly("Mật độ vụ việc (vụ/km²·năm)", "Tình trạng xét công nhận");
        String density = strings(file, "select styleQML from layer_styles where useAsDefault = 1")
                .get(0);
        assertThat(density).contains("&quot;MAT_DO&quot; &gt; 0 AND", "v=\"47,119,184,230\"", "filter=\"ELSE\"");
        assertThat(strings(file, "select styleQML from layer_styles where useAsDefault = 0")
                        .get(0))
                .contains("&quot;KQ_ANTT&quot; = &#39;Đạt&#39;", "v=\"134,196,150,230\"");
        assertThat(strings(file, "select title from gpkg_data_columns where column_name = 'MAT_DO'"))
                .containsExactly("Mật độ vụ việc (vụ/km²·năm)");
        assertThat(strings(file, "select description from gpkg_contents where table_name = 'communes'")
                        .get(0))
                .contains("GeoNames (CC BY 4.0)", "từ 01/01/2018 đến hết 15/08/2019");
    }

    @Test
    void geoJsonHasNoSystemButItsBoxAndKeepsItsCredits() {
        JsonNode file = JsonMapper.shared()
                .readTree(export("planner", "communes.geojson", PERIOD).body());

        assertThat(file.has("crs")).isFalse();
        assertThat(file.get("features")).hasSize(39);
        JsonNode box = file.get("bbox");
        assertThat(box.get(0).asDouble()).isBetween(105.0, box.get(2).asDouble());
        assertThat(box.get(3).asDouble()).isBetween(22.5, 23.0);
        assertThat(file.get("description").asString()).contains("GeoNames (CC BY 4.0)");
    }

    @Test
    void kmlIsColouredAsTheMap() {
        String kml = text(export("planner", "residential-areas.kml", PERIOD));

        assertThat(kml)
                .contains("<displayName>Mật độ vụ việc (vụ/km²·năm)</displayName>")
                .contains("<PolyStyle><color>cc83450d</color></PolyStyle>")
                .contains("<styleUrl>#mau-1</styleUrl>", "GeoNames (CC BY 4.0)");
    }

    @Test
    void aTableOfPointsHasColumnsForItsDirections() {
        String table = text(export("planner", "incidents.csv", "from=2018-01-24&to=2018-01-24&crs=EPSG:5897"));

        assertThat(table).startsWith("\uFEFFMA_VU,MA_LOAI,LOAI,");
        List<String> lines = table.lines().toList();
        assertThat(lines.get(0)).endsWith(",X_DONG,Y_BAC");
        assertThat(lines.get(1))
                .startsWith(
                        "a81e7d8c-d6b1-3ba4-a3d9-e4faf80529a1,TTXH,Trật tự xã hội,,0,2018-01-24,2018-01-24 18:45:00,,");
    }

    /** Of the 45 incidents of Quán Lào. */
    @Test
    void oneCategoryAndOneCommuneLimitRowsAndFigures() {
        long town = unitId("commune-15394-2019");
        String within = PERIOD + "&within=" + town;
        int all = rows(export("planner", "incidents.csv", within));
        int expected = json(as("planner").get("/api/incidents?" + PERIOD + "&category=TNGT&within=" + town))
                .get("numberMatched")
                .asInt();

        assertThat(all).isEqualTo(45);
        assertThat(expected).isBetween(1, 44);
        assertThat(rows(export("planner", "incidents.csv", within + "&category=TNGT")))
                .isEqualTo(expected);
        assertThat(rows(export("planner", "communes.csv", within))).isEqualTo(1);
        JsonNode commune = JsonMapper.shared()
                .readTree(export("planner", "communes.geojson", within + "&category=TNGT")
                        .body())
                .at("/features/0/properties");
        assertThat(commune.get("SO_VU").asInt()).isEqualTo(expected);
        assertThat(rows(export("planner", "road-segments.csv", within)))
                .isBetween(1, rows(export("planner", "road-segments.csv", PERIOD)) - 1);
    }

    @Test
    void aBoxLimitsEveryFormat() {
        String box = PERIOD + "&bbox=105.63,19.95,105.66,19.98";
        int expected = rows(export("planner", "communes.csv", box));

        assertThat(expected).isBetween(2, 10);
        assertThat(JsonMapper.shared()
                        .readTree(export("planner", "communes.geojson", box).body())
                        .get("features"))
                .hasSize(expected);
    }

    /** The leader has the register by area, without exact places. */
    @Test
    void anAccountWithoutPointsGetsNumbersByAreaAndCategory() {
        JsonNode file = JsonMapper.shared()
                .readTree(export("leader", "incidents.geojson", PERIOD).body());
        String document = file.toString();

        assertThat(document).doesNotContain("\"Point\"").doesNotContain("MA_VU");
        int sum = 0;
        for (JsonNode area : file.get("features")) {
            JsonNode values = area.get("properties");
            assertThat(area.at("/geometry/type").asString()).endsWith("Polygon");
            if (!values.get("SO_VU").isNull()) {
                int ofCategories = values.propertyNames().stream()
                        .filter(name -> name.startsWith("V_"))
                        .mapToInt(name -> values.get(name).asInt())
                        .sum();
                assertThat(ofCategories)
                        .as(values.toString())
                        .isEqualTo(values.get("SO_VU").asInt());
                sum += ofCategories;
            }
        }
        assertThat(sum).isPositive();
        Path all = save(export("leader", "all.gpkg", PERIOD), "leader.gpkg");
        assertThat(Gdal.run("ogrinfo", "-so", all.toString(), "incidents"))
                .contains("Geometry: Multi Polygon")
                .doesNotContain("THOI_DIEM");
    }

    @Test
    void aReaderWhoLeavesFreesTheConnectionToTheDatabase() throws Exception {
        URI service = URI.create(baseUrl());
        String basic = Base64.getEncoder().encodeToString("planner:planner".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 12; i++) {
            try (Socket socket = new Socket(service.getHost(), service.getPort())) {
                socket.setReceiveBufferSize(4_096);
                socket.getOutputStream()
                        .write(("GET /api/exports/provinces.geojson HTTP/1.1\r\nHost: x\r\nAuthorization: Basic "
                                        + basic + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
            }
        }
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        for (int i = 0; i < 100 && pool.getHikariPoolMXBean().getActiveConnections() > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    private HttpResponse<byte[]> export(String account, String file, String parameters) {
        HttpResponse<byte[]> answer = as(account).getBytes("/api/exports/" + file + "?" + parameters);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return answer;
    }

    private Path save(HttpResponse<byte[]> answer, String name) {
        try {
            return Files.write(folder.resolve(name), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Rows of a table below its heading; no value of the demonstration holds a line break. */
    private static int rows(HttpResponse<byte[]> table) {
        return (int) text(table).lines().count() - 1;
    }

    private static List<String> strings(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
