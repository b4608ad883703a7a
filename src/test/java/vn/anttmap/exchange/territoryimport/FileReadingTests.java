package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.problem.UserProblem;

/** What single files are read as, and that no damage does more than a refusal. */
class FileReadingTests {

    private static final TerritoryImportSettings LIMITS = new TerritoryImportSettings(
            100_000, 5, 100, 1_000, 100, 8_000_000, Duration.ofSeconds(30), Duration.ofSeconds(30));
    private static final Polygon SQUARE = new GeometryFactory().createPolygon(new Coordinate[] {
        new Coordinate(0, 0), new Coordinate(0, 9), new Coordinate(9, 9), new Coordinate(9, 0), new Coordinate(0, 0)
    });

    @Test
    void oldFontsReadAsTheLettersTheyShow() {
        // "Tổ dân phố Nà Đoỏng": TCVN3 ổ E6, â A9, ố E8, à B5, Đ A7, ỏ E1; VNI puts the mark behind the letter.
        byte[] tcvn3 = bytes("T\u00E6 d\u00A9n ph\u00E8 N\u00B5 \u00A7o\u00E1ng");
        byte[] vni = bytes("To\u00E5 da\u00E2n pho\u00E1 Na\u00F8 \u00D1oo\u00FBng");

        assertThat(TextReading.TCVN3.read(tcvn3)).isEqualTo("Tổ dân phố Nà Đoỏng");
        assertThat(TextReading.VNI.read(vni)).isEqualTo("Tổ dân phố Nà Đoỏng");
        assertThat(TextReading.UTF_8.read(tcvn3)).isNull();
        assertThat(TextReading.TCVN3_IN_UTF_8.read(
                        new String(tcvn3, Charset.forName("windows-1252")).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Tổ dân phố Nà Đoỏng");
    }

    @Test
    void theLettersDecideAgainstACpgThatLies() {
        List<byte[]> names = List.of(
                TestShapefile.tcvn3("Xóm Vĩnh Quang"),
                TestShapefile.tcvn3("Tổ dân phố Cốc Khoác"),
                TestShapefile.tcvn3("Bản Lang"));

        TextGuess lying = TextGuess.of(layer(names, "UTF-8"), null);
        TextGuess none = TextGuess.of(layer(names, null), null);
        TextGuess utf8 = TextGuess.of(layer(List.of("Xóm Vĩnh Quang".getBytes(StandardCharsets.UTF_8)), null), null);

        assertThat(lying.reading()).isEqualTo(TextReading.TCVN3);
        assertThat(lying.lying()).isTrue();
        assertThat(lying.doubtful()).isTrue();
        assertThat(none.reading()).isEqualTo(TextReading.TCVN3);
        assertThat(utf8.reading()).isEqualTo(TextReading.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROJCS[\"VN_2000_TM-3_105-45\",GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\"]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"Central_Meridian\",105.75],PARAMETER[\"Scale_Factor\",0.9999]] | EPSG:9210 | prj-shift-missing",
                "PROJCS[\"x\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\"]],PARAMETER[\"central_meridian\",105],PARAMETER[\"scale_factor\",0.9999]] | EPSG:5897 | prj-no-shift",
                "PROJCS[\"x\",GEOGCS[\"VN-2000\",DATUM[\"Vietnam_2000\",TOWGS84[0,0,0,0,0,0,0]]],PARAMETER[\"central_meridian\",105.75],PARAMETER[\"scale_factor\",1]] | EPSG:9210 | prj-scale",
                "PROJCS[\"x\",GEOGCS[\"VN-2000\",DATUM[\"Vietnam_2000\",TOWGS84[-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278]]],PARAMETER[\"central_meridian\",107.75],PARAMETER[\"scale_factor\",0.9999]] | EPSG:5899 | prj-rotation",
                "PROJCS[\"WGS 84 / UTM zone 48N\",GEOGCS[\"WGS 84\"],PARAMETER[\"central_meridian\",105],PARAMETER[\"scale_factor\",0.9996]] | EPSG:32648 |",
                "urn:ogc:def:crs:EPSG::9218 | EPSG:9218 |"
            })
    void everyDialectOfPrjIsUnderstoodAndItsFaultsAreTold(String text, String code, String remark) {
        PrjText prj = PrjText.read(text);

        assertThat(prj.system()).isNotNull();
        assertThat(prj.system().code()).isEqualTo(code);
        if (remark != null) {
            assertThat(prj.remarks()).contains(remark);
        }
    }

    @Test
    void archivesThatAttackAreRefusedWithTheReason() {
        byte[] one = new byte[1];
        assertRefused(Map.of("../../etc/a.shp", one), "import-archive-path");
        assertRefused(Map.of("C:\\a.shp", one), "import-archive-path");
        assertRefused(Map.of("/a.shp", one), "import-archive-path");
        assertRefused(Map.of("inner.zip", one), "import-archive-nested");
        assertRefused(Map.of("a.txt", one), "import-archive-empty");
        assertRefused(Map.of("a.shp", one, "b.shp", one), "import-layer-choice");
        assertRefused(Map.of("a.shp", new byte[200_000]), "import-archive-large");
        Map<String, byte[]> many = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            many.put(i + ".txt", one);
        }
        assertRefused(many, "import-archive-entries");
        assertThatThrownBy(() -> read("a.csv", TestShapefile.zip(Map.of("a.shp", one))))
                .hasMessage("import-ending");
        String doctype =
                "<!DOCTYPE kml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><kml><Placemark><name>&a;</name></Placemark></kml>";
        assertThatThrownBy(() -> read("a.kml", doctype.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UserProblem.class);
    }

    @Test
    void mutatedFilesOfEveryFormatAreReadOrRefusedAndNothingElse() {
        List<TestShapefile.Item> items =
                List.of(new TestShapefile.Item(bytes("Xom A"), SQUARE), new TestShapefile.Item(bytes("Xom B"), SQUARE));
        Map<String, byte[]> files = new HashMap<>();
        files.put("a.zip", TestShapefile.zipped(items));
        files.put(
                "a.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"ten\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]]}}]}"
                        .getBytes(StandardCharsets.UTF_8));
        files.put("a.csv", "ten,wkt\nA,\"POLYGON((0 0, 0 1, 1 1, 0 0))\"\n".getBytes(StandardCharsets.UTF_8));
        files.put(
                "a.kml",
                "<kml><Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 0,1 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>"
                        .getBytes(StandardCharsets.UTF_8));
        Random random = new Random(20261122);
        files.forEach((name, file) -> {
            assertThat(read(name, file).rows()).as(name).isNotEmpty();
            for (int i = 0; i < 2_000; i++) {
                readOrRefused(name, mutated(file, random));
            }
        });
        // Inside the archive, where the checksum does not stop the damage first.
        byte[] shp = TestShapefile.shp(items);
        byte[] dbf = TestShapefile.dbf(items);
        for (int i = 0; i < 2_000; i++) {
            byte[] badShp = mutated(shp, random);
            byte[] badDbf = mutated(dbf, random);
            try {
                ShapefileLayer.read(Map.of("shp", badShp, "dbf", badDbf), LIMITS, new ImportBudget(LIMITS));
            } catch (UserProblem refused) {
                assertThat(refused.key()).startsWith("import-");
            }
        }
    }

    @Test
    void aBowTieIsMendedByANamedRuleOnlyWhileTheAreaHardlyChanges() {
        Polygon bowTie = new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(106.30, 22.80),
            new Coordinate(106.32, 22.82),
            new Coordinate(106.32, 22.80),
            new Coordinate(106.30, 22.82),
            new Coordinate(106.30, 22.80)
        });

        GeometryRepair.Result result = GeometryRepair.repair(bowTie, true, 100, new ImportBudget(LIMITS));

        assertThat(result.steps()).extracting(GeometryRepair.Step::rule).containsExactly("heights", "crossings");
        assertThat(result.fault()).isEqualTo("repair-large");
    }

    private static RawLayer read(String name, byte[] file) {
        return LayerFile.read(name, file, null, List.of(), LIMITS, new ImportBudget(LIMITS));
    }

    private static void readOrRefused(String name, byte[] file) {
        try {
            read(name, file);
        } catch (UserProblem refused) {
            assertThat(refused.key()).startsWith("import-");
        }
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] copy =
                random.nextInt(10) == 0 ? java.util.Arrays.copyOf(file, random.nextInt(file.length) + 1) : file.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static void assertRefused(Map<String, byte[]> entries, String key) {
        assertThatThrownBy(() -> read("a.zip", TestShapefile.zip(entries)))
                .as(key)
                .isInstanceOf(UserProblem.class)
                .hasMessage(key);
    }

    private static RawLayer layer(List<byte[]> names, String cpg) {
        List<RawLayer.Row> rows = names.stream()
                .map(name -> new RawLayer.Row(1, null, false, null, List.of(name)))
                .toList();
        return new RawLayer("shapefile", List.of(bytes("TEN")), rows, null, cpg, false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
