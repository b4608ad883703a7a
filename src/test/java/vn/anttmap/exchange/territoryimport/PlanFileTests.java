package vn.anttmap.exchange.territoryimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.NewState;

/** A kept plan is read as it was written, to the last bit of every place. */
class PlanFileTests {

    @Test
    void whatIsKeptIsReadAgain() throws IOException, ParseException {
        MultiPolygon two = (MultiPolygon) new WKTReader(Wgs84.FACTORY)
                .read("MULTIPOLYGON (((105.123456789012345 20, 105.2 -0.1, 0 1e-300, 105.123456789012345 20),"
                        + " (105.1 19.9, 105.11 19.9, 105.1 19.8, 105.1 19.9)),"
                        + " ((1 1, 2 1, 2 2, 1 1)), ((-180 -90, 180 -90, 180 90, -180 -90)))");
        Plan plan = new Plan(
                List.of(
                        new Plan.State(1, "thon", "01", "Một", "Thôn Một", 7, null, null, 0, 120, two, List.of()),
                        new Plan.State(
                                2,
                                "to-dan-pho",
                                null,
                                "Hai",
                                "Tổ dân phố Hai",
                                8,
                                41L,
                                "merged",
                                null,
                                null,
                                null,
                                List.of(new NewState.Follows(42, "merged"), new NewState.Follows(43, "split")))),
                List.of(41L, 42L));

        Plan read = PlanFile.read(new ByteArrayInputStream(bytes(plan)));

        assertThat(read.ending()).isEqualTo(plan.ending());
        assertThat(read.states().get(1)).isEqualTo(plan.states().get(1));
        Plan.State first = read.states().get(0);
        assertThat(first.households()).isZero();
        assertThat(first.population()).isEqualTo(120);
        assertThat(first.boundary().equalsExact(two)).isTrue();
        assertThat(first.boundary().getSRID()).isEqualTo(4326);
        assertThat(read.size()).isEqualTo(plan.size());
    }

    @Test
    void aPlanThatEndsTooSoonIsNone() throws IOException {
        byte[] bytes = bytes(new Plan(List.of(), List.of(1L, 2L)));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> PlanFile.read(new ByteArrayInputStream(cut)))
                    .isInstanceOf(EOFException.class);
        }
    }

    private static byte[] bytes(Plan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanFile.write(plan, out);
        return out.toByteArray();
    }
}
