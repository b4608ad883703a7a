package vn.anttmap.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.util.PGobject;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.OnPostgis;

/** Geometries come as the bytes that PostGIS sends, not as the decimal text of PostGIS JDBC. */
@OnPostgis
class GeometryColumnsPostgisIT extends DemoDataContract {

    @Test
    void aGeometryComesAsBytes() {
        Object value = jdbc.queryForObject("select st_setsrid(st_makepoint(105.5, 20), 4326)", Object.class);

        assertThat(value).isExactlyInstanceOf(PGobject.class);
        // Little-endian point with SRID 4326: PostGIS' own extended form.
        assertThat(String.valueOf(value)).startsWith("0101000020E6100000");
    }
}
