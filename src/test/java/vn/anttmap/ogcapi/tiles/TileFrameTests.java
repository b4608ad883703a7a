package vn.anttmap.ogcapi.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.Gdal;

/** Geometry in tiles, read back by another program. */
class TileFrameTests {

    /** Holds 105.64806 E 19.97194 N, in Quán Lào: x = 0.793467 and y = 0.443393 of the world. */
    private static final TileAddress QUAN_LAO = new TileAddress(14, 7_264, 13_000);

    @TempDir
    Path folder;

    @Test
    void theTileOfAPlaceIsThatOfTheFormulaOfWebMaps() {
        // OpenStreetMap's formula, worked out by hand for 105.64806 E 19.97194 N at zoom 14.
        double latitude = Math.toRadians(19.97194);
        int row = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * 16_384);

        assertThat((int) (WebMercator.y(19.97194) * 16_384)).isEqualTo(row).isEqualTo(QUAN_LAO.row());
        assertThat((int) (WebMercator.x(105.64806) * 16_384)).isEqualTo(QUAN_LAO.column());
        assertThat(WebMercator.latitude(WebMercator.y(19.97194))).isCloseTo(19.97194, within(1e-12));
    }

    @Test
    void outerRingsRunClockwiseOnTheScreenAndHolesTheOtherWay() {
        Geometry holed =
                wkt("MULTIPOLYGON (((105.64 19.965, 105.655 19.965, 105.655 19.975, 105.64 19.975, 105.64 19.965),"
                        + " (105.645 19.968, 105.645 19.972, 105.65 19.972, 105.65 19.968, 105.645 19.968)))");
        for (Geometry any : List.of(holed, holed.reverse(), holed.norm())) {
            Polygon read = (Polygon) one(any);

            // The reader leaves y downwards: what looks counter-clockwise to JTS is clockwise on the screen.
            assertThat(Orientation.isCCW(read.getExteriorRing().getCoordinates()))
                    .isTrue();
            assertThat(read.getNumInteriorRing()).isEqualTo(1);
            assertThat(Orientation.isCCW(read.getInteriorRingN(0).getCoordinates()))
                    .isFalse();
        }
    }

    @Test
    void everyVertexIsWithinHalfAUnitOfItsPlace() {
        Random random = new Random(7);
        TileFrame frame = new TileFrame(QUAN_LAO);
        for (int i = 0; i < 2_000; i++) {
            double longitude = 105.645 + 0.005 * random.nextDouble();
            double latitude = 19.967 + 0.005 * random.nextDouble();

            assertThat((double) frame.x(longitude))
                    .isCloseTo((WebMercator.x(longitude) * 16_384 - QUAN_LAO.column()) * 4_096, within(0.5 + 1e-6));
            assertThat((double) frame.y(latitude))
                    .isCloseTo((WebMercator.y(latitude) * 16_384 - QUAN_LAO.row()) * 4_096, within(0.5 + 1e-6));
        }
    }

    @Test
    void whatLiesOutsideIsCutAtTheMarginAndWhatIsFarAwayIsMissing() {
        Geometry country = wkt("MULTIPOLYGON (((104 18, 107 18, 107 22, 104 22, 104 18)))");
        Polygon all = (Polygon) one(country);

        assertThat(all.getEnvelopeInternal().getMinX()).isEqualTo(-64);
        assertThat(all.getEnvelopeInternal().getMaxY()).isEqualTo(4_160);
        assertThat(all.getArea()).isEqualTo(4_224.0 * 4_224);
        assertThat(new TileFrame(QUAN_LAO).polygons(wkt("MULTIPOLYGON (((1 1, 2 1, 2 2, 1 1)))")))
                .isNull();
        MultiLineString road = (MultiLineString) wkt("MULTILINESTRING ((105 19.97, 107 19.97), (105 19, 107 19))");
        LineString cut = (LineString) decode(new TileFrame(QUAN_LAO).lines(road));
        assertThat(cut.getLength()).isEqualTo(4_224);
    }

    @Test
    void anAreaSmallerThanTheGridIsOneSquareInOneTileAndItsHolesAreNothing() {
        TileAddress whole = new TileAddress(7, 56, 101);
        MultiPolygon tiny =
                (MultiPolygon) wkt("MULTIPOLYGON (((105.64 19.97, 105.6401 19.97, 105.6401 19.9701, 105.64 19.97)))");
        Geometry square = decode(new TileFrame(whole).polygons(tiny));

        assertThat(square.getArea()).isEqualTo(16);
        assertThat(new TileFrame(new TileAddress(7, 56, 102)).polygons(tiny)).isNull();
    }

    /** Crooked cells that share every vertex, cut out of a frame: together they are the frame, without gap or overlap. */
    @ParameterizedTest
    @ValueSource(ints = {9, 11, 12})
    void neighboursShareTheirBorders(int zoom) {
        List<MultiPolygon> cells = crookedCells();
        double x = WebMercator.x(105.648) * (1 << zoom);
        double y = WebMercator.y(19.97) * (1 << zoom);
        TileFrame frame = new TileFrame(new TileAddress(zoom, (int) y, (int) x));
        List<Geometry> shown = new ArrayList<>();
        double sum = 0;
        for (MultiPolygon cell : cells) {
            MvtGeometry shape = frame.polygons(cell);
            if (shape != null) {
                Geometry read = decode(shape).buffer(0);
                shown.add(read);
                sum += read.getArea();
            }
        }
        Geometry union = Wgs84.FACTORY.buildGeometry(shown).buffer(0);

        assertThat(shown).hasSizeGreaterThan(3);
        assertThat(union.getArea()).isCloseTo(sum, within(1e-6 * sum + 32));
        // A gap would be a hole.
        for (int i = 0; i < union.getNumGeometries(); i++) {
            assertThat(((Polygon) union.getGeometryN(i)).getNumInteriorRing()).isZero();
        }
    }

    @Test
    void attributesComeBackAsTheyWentIn() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", "Tổ dân phố 3");
        attributes.put("count", 45);
        attributes.put("below", -7);
        attributes.put("many", 1L << 40);
        attributes.put("rate", 18.887);
        attributes.put("covered", true);
        attributes.put("code", null);
        MvtLayer layer = new MvtLayer("communes");
        layer.add(12, MvtGeometry.point(1, 2), attributes);
        layer.add(13, MvtGeometry.point(1, 2), attributes);

        List<DecodedTile.Feature> read = DecodedTile.of(layer.tile()).features();

        assertThat(read).hasSize(2);
        assertThat(read.get(1).attributes())
                .containsEntry("name", "Tổ dân phố 3")
                .containsEntry("count", 45L)
                .containsEntry("below", -7L)
                .containsEntry("many", 1L << 40)
                .containsEntry("rate", 18.887)
                .containsEntry("covered", true)
                .doesNotContainKey("code");
        // Names and values stand there once.
        assertThat(layer.tile().length).isLessThan(170);
    }

    @Test
    void gdalReadsTheTileToo() throws Exception {
        MvtLayer layer = new MvtLayer("communes");
        layer.add(
                5,
                new TileFrame(QUAN_LAO)
                        .polygons(
                                wkt("MULTIPOLYGON (((105.64 19.965, 105.655 19.965, 105.65 19.975, 105.64 19.965)))")),
                Map.of("fullName", "Thị trấn Quán Lào"));
        Path file = Files.write(folder.resolve("7264.mvt"), layer.tile());

        String told = Gdal.run("ogrinfo", "-al", file.toString());

        assertThat(told).contains("Feature Count: 1", "Thị trấn Quán Lào", "POLYGON");
    }

    private static List<MultiPolygon> crookedCells() {
        Random random = new Random(3);
        int cells = 12;
        int steps = 4;
        Coordinate[][] corner = new Coordinate[cells * steps + 1][cells * steps + 1];
        for (int i = 0; i < corner.length; i++) {
            for (int j = 0; j < corner.length; j++) {
                corner[i][j] = new Coordinate(
                        105.6 + 0.002 * (i + 0.6 * random.nextDouble()),
                        19.92 + 0.002 * (j + 0.6 * random.nextDouble()));
            }
        }
        List<MultiPolygon> all = new ArrayList<>();
        for (int column = 0; column < cells; column++) {
            for (int row = 0; row < cells; row++) {
                List<Coordinate> ring = new ArrayList<>();
                for (int i = 0; i < steps; i++) {
                    ring.add(corner[column * steps + i][row * steps]);
                }
                for (int i = 0; i < steps; i++) {
                    ring.add(corner[(column + 1) * steps][row * steps + i]);
                }
                for (int i = steps; i > 0; i--) {
                    ring.add(corner[column * steps + i][(row + 1) * steps]);
                }
                for (int i = steps; i >= 0; i--) {
                    ring.add(corner[column * steps][row * steps + i]);
                }
                all.add(Wgs84.FACTORY.createMultiPolygon(
                        new Polygon[] {Wgs84.FACTORY.createPolygon(ring.toArray(Coordinate[]::new))}));
            }
        }
        return all;
    }

    private static Geometry one(Geometry area) {
        return decode(new TileFrame(QUAN_LAO).polygons(area));
    }

    private static Geometry decode(MvtGeometry shape) {
        MvtLayer layer = new MvtLayer("layer");
        layer.add(1, shape, Map.of());
        return DecodedTile.of(layer.tile()).features().get(0).shape();
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader(Wgs84.FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
