package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of a file are those of the page. */
class MapColoursTests {

    private static final Path MODEL = Path.of("src/main/resources/static/js/model");

    @Test
    void densityAndStatusHaveTheColoursOfThePage() throws IOException {
        String palette = Files.readString(MODEL.resolve("palette.js"));

        MapColours.DENSITY.forEach(colour -> assertThat(palette).contains("'" + colour + "'"));
        assertThat(palette).contains("DENSITY_COLOURS = ['" + String.join("', '", MapColours.DENSITY) + "']");
        MapColours.STATUS.forEach((key, colour) ->
                assertThat(palette).contains(key + ": { key: '" + key + "', colour: '" + colour + "'"));
        assertThat(palette)
                .contains("key: 'no-data', colour: '" + Theme.NO_DATA.colour() + "'")
                .contains("key: 'zero', colour: '" + MapColours.ZERO + "'");
    }

    @Test
    void incidentsHaveTheColoursOfTheirGroups() throws IOException {
        String incidents = Files.readString(MODEL.resolve("incidents.js"));
        Matcher symbols = Pattern.compile("([A-Z]+): \\{ group: '(\\w+)'").matcher(incidents);
        Set<String> seen = new HashSet<>();
        while (symbols.find()) {
            String code = symbols.group(1);
            Matcher colour =
                    Pattern.compile(symbols.group(2) + ": '(#[0-9a-f]{6})'").matcher(incidents);
            assertThat(colour.find()).isTrue();
            Theme theme = MapColours.categories("MA_LOAI", java.util.Map.of(code, code));
            assertThat(theme.classes().get(0).colour()).as(code).isEqualTo(colour.group(1));
            seen.add(code);
        }
        assertThat(seen).hasSizeGreaterThan(10);
    }

    /** The same values and limits as in model.test.js. */
    @Test
    void classesHaveTheLimitsOfTheLegend() {
        Theme theme = MapColours.density(
                "Mật độ",
                "MAT_DO",
                List.of(0.0, 1.23, 2.34, 3.45, 4.56, 5.67, 6.78, 7.89, 8.91, 9.12, 10.4, Double.NaN));

        assertThat(theme.classes().stream().map(Theme.ColourClass::upTo))
                .containsExactly(0.0, 2.3, 4.6, 6.8, 8.9, 11.0);
        assertThat(theme.classes().stream().map(Theme.ColourClass::label))
                .containsExactly(
                        "0", "đến 2,3", "trên 2,3 đến 4,6", "trên 4,6 đến 6,8", "trên 6,8 đến 8,9", "trên 8,9 đến 11");
        assertThat(theme.classOf(2.34)).isEqualTo(2);
        assertThat(theme.classOf(0.0)).isZero();
        assertThat(theme.classOf(null)).isEqualTo(-1);
        assertThat(MapColours.density("", "MAT_DO", List.of(0.0)).classes()).hasSize(1);
        assertThat(MapColours.density("", "MAT_DO", List.of(7.0))
                        .classes()
                        .get(1)
                        .colour())
                .isEqualTo(MapColours.DENSITY.get(2));
    }

    @Test
    void categoriesBecomeFieldNamesThatDiffer() {
        Set<String> used = new HashSet<>();
        assertThat(Arrays.asList("TTXH", "MOITRUONG", "MOITRUONGX", "MOITRUONG-Y").stream()
                        .map(code -> IncidentAreaExport.name(code, used)))
                .containsExactly("V_TTXH", "V_MOITRUON", "V_MOITRU_2", "V_MOITRU_3");
    }
}
