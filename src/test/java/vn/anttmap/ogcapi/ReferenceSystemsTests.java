package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.anttmap.problem.UserProblem;

class ReferenceSystemsTests {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @Test
    void allAreOfferedUnlessSomeAreNamed() {
        ReferenceSystems all = new ReferenceSystems(new OgcSettings(List.of()));

        assertThat(all.uris()).hasSize(26).contains(EPSG + 4756, EPSG + 9218, EPSG + 32649);
    }

    @Test
    void thoseNamedAreOfferedBehindTheDefaultAndNoOthersAreTaken() {
        ReferenceSystems some = new ReferenceSystems(new OgcSettings(List.of(9210, 4326, 9210)));

        assertThat(some.uris())
                .containsExactly("http://www.opengis.net/def/crs/OGC/1.3/CRS84", EPSG + 9210, EPSG + 4326);
        assertThat(some.of("crs", EPSG + 9210).uri()).isEqualTo(EPSG + 9210);
        assertThatExceptionOfType(UserProblem.class).isThrownBy(() -> some.of("crs", EPSG + 3857));
    }

    @Test
    void aCodeThatTheServiceDoesNotKnowIsToldAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferenceSystems(new OgcSettings(List.of(25832))))
                .withMessageContaining("anttmap.ogc.reference-systems: EPSG:25832");
    }
}
