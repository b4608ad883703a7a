package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of corners, one row for each place. */
class CornerRowsTests {

    private static final TerritoryImportSettings LIMITS = new TerritoryImportSettings(
            100_000, 5, 100, 1_000, 100, 8_000_000, Duration.ofSeconds(30), Duration.ofSeconds(30));

    private static final String TABLE = """
            Tên KDC;Mốc;X (m);Y (m)
            Thôn 1;1;2.527.000,0;493 100
            Thôn 1;2;2.527.100,0;493 100
            Thôn 1;3;2.527.100,5;493 200
            Thôn 1;4;2.527.000;493 200
            Thôn 2;1;2527000;493200
            Thôn 2;2;2527100;493200
            Thôn 3;1;2527000;493200
            Thôn 3;2;;493200
            Thôn 3;3;2527100;493300
            Thôn 3;4;2527000;493300
            """;

    @Test
    void rowsOfOneNameMakeARingInTheirOrder() {
        CornerRows.Joined joined = CornerRows.join(layer(), 0, true);

        assertThat(joined.joined()).containsEntry(1, 4).containsEntry(7, 4).hasSize(2);
        // 100 m by 100 m, and a corner half a metre higher: 10,000 + 0.5 · 100 / 2 m².
        assertThat(joined.rows().get(0).geometry().getArea()).isEqualTo(10_025);
        assertThat(joined.rows().get(1).geometry().getDimension())
                .as("two corners make no area")
                .isZero();
        assertThat(joined.rows().get(3).geometry() == null).isTrue();
        assertThat(joined.rows().get(3).fault()).isEqualTo("corner-missing");
    }

    @Test
    void forRoadsTheyMakeALine() {
        CornerRows.Joined joined = CornerRows.join(layer(), 0, false);

        assertThat(joined.rows().get(1).geometry().getLength()).isEqualTo(100);
        assertThat(joined.joined()).containsEntry(5, 2);
    }

    private static RawLayer layer() {
        return LayerFile.read(
                "moc.csv", TABLE.getBytes(StandardCharsets.UTF_8), null, List.of(), LIMITS, new ImportBudget(LIMITS));
    }
}
