package vn.anttmap.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.UnitKind;

/** The country's list against what is known of it from elsewhere (domain note 4): 34 provinces, 3,321 communes. */
class CountryListTests {

    private final CountryList list = new CountryList(JsonMapper.shared());

    @Test
    void hasThe34ProvincesAnd3321CommunesOf1July2025() {
        assertThat(list.provinces()).hasSize(34).allMatch(unit -> unit.boundary() != null);
        Map<UnitKind, Long> kinds = list.communes().stream()
                .collect(Collectors.groupingBy(CountryList.Listed::kind, Collectors.counting()));
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(3321);
        assertThat(kinds.get(UnitKind.DAC_KHU)).isEqualTo(13);
    }

    @Test
    void eachCommuneBelongsToAProvinceAndHasACodeOfItsOwn() {
        assertThat(list.communes())
                .extracting(CountryList.Listed::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9]{5}"));
        assertThat(list.provinces().stream().map(NewUnit::code).toList())
                .containsAll(list.communes().stream()
                        .map(CountryList.Listed::provinceCode)
                        .distinct()
                        .toList());
        assertThat(list.communesOf("04")).hasSize(56);
        assertThat(list.communesOf("38")).hasSize(166);
        assertThat(list.commune("15469").orElseThrow().fullName()).isEqualTo("Xã Yên Định");
    }

    /** Outlines are simplified to 25 m; the published area is a table's. They must be the same places. */
    @Test
    void outlinesAreThoseOfTheirCommunes() {
        for (String province : new String[] {"04", "38"}) {
            Map<String, MultiPolygon> outlines = list.outlines(province);
            assertThat(outlines).hasSize(list.communesOf(province).size());
            for (CountryList.Listed commune : list.communesOf(province)) {
                if (commune.code().equals("16108")) {
                    // Tân Tiến at the sea: 28.54 km² published, 22.65 km² on the reference map.
                    continue;
                }
                MultiPolygon outline = outlines.get(commune.code());
                assertThat(outline.isValid()).as(commune.fullName()).isTrue();
                assertThat(GeodesicMeasure.areaSqKm(outline) / commune.areaSqKm())
                        .as(commune.fullName())
                        .isBetween(0.9, 1.1);
            }
        }
        assertThat(list.outlines("01")).isEmpty();
    }
}
