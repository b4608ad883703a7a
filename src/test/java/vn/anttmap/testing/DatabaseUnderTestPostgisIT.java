package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnPostgis
class DatabaseUnderTestPostgisIT extends DatabaseUnderTestContract {

    @Test
    void hasPostgis3() {
        assertThat(jdbc.queryForObject("select postgis_lib_version()", String.class))
                .startsWith("3.");
    }
}
