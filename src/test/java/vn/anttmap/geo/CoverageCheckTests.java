package vn.anttmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.anttmap.geo.CoverageCheck.Finding;
import vn.anttmap.geo.CoverageCheck.Item;
import vn.anttmap.geo.CoverageCheck.Type;

/**
 * Worked out by hand: at 20° the radii of curvature are 6,342,888 m along the meridian and 6,380,636 m across it, so
 * 0.001° is 110.704 m to the north and 104.647 m to the east; a cell of 0.001° × 0.001° is 11,585 m².
 */
class CoverageCheckTests {

    private static final double CELL_SQ_M = 11_585;
    private static final Item WEST = item("west", 105, 20, 105.010, 20.010);

    @Test
    void tellsGroundThatTwoAreasClaimOnce() {
        Item east = item("east", 105.008, 20.002, 105.020, 20.005);
        List<Finding> found = CoverageCheck.overlaps(List.of(WEST, east), List.of());
        assertThat(found).hasSize(1);
        Finding overlap = found.get(0);
        assertThat(overlap.type()).isEqualTo(Type.OVERLAP);
        assertThat(List.of(overlap.item().id(), overlap.other().id())).containsExactly("east", "west");
        // Two cells wide, three high; the smaller area is twelve by three.
        assertThat(overlap.areaSqM()).isCloseTo(6 * CELL_SQ_M, within(40.0));
        assertThat(overlap.share()).isCloseTo(6 / 36.0, within(0.001));
        assertPlace(overlap, 105.009, 20.0035);
        assertThat(overlap.shape().getEnvelopeInternal().equals(new Envelope(105.008, 105.010, 20.002, 20.005)))
                .isTrue();
    }

    @Test
    void neighboursThatShareABorderDoNotOverlap() {
        assertThat(CoverageCheck.overlaps(List.of(WEST, item("east", 105.010, 20, 105.020, 20.010)), List.of()))
                .isEmpty();
    }

    @Test
    void areasThatStayAreNotComparedWithEachOther() {
        Item one = item("one", 105.009, 20, 105.011, 20.001);
        Item same = item("same", 105.009, 20, 105.011, 20.001);
        List<Finding> found = CoverageCheck.overlaps(List.of(WEST), List.of(one, same));
        assertThat(found).extracting(finding -> finding.other().id()).containsExactly("one", "same");
        assertThat(found).allSatisfy(finding -> assertThat(finding.areaSqM()).isCloseTo(CELL_SQ_M, within(10.0)));
    }

    /** Ten by ten cells; two single cells far from each other, and two that share a border and so are laid together. */
    @Test
    void areasThatStandAloneAreHolesOfTheOneGap() {
        Geometry commune = rectangle(105, 20, 105.010, 20.010);
        List<Item> areas = List.of(
                item("alone", 105.001, 20.001, 105.002, 20.002),
                item("also", 105.008, 20.008, 105.009, 20.009),
                item("left", 105.004, 20.004, 105.005, 20.005),
                item("right", 105.005, 20.004, 105.006, 20.005));

        List<Finding> gaps = CoverageCheck.gaps(areas, commune);

        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).areaSqM()).isCloseTo(96 * CELL_SQ_M, within(100.0));
        assertThat(gaps.get(0).shape().isValid()).isTrue();
        assertThat(areas)
                .noneSatisfy(area -> assertThat(area.geometry()
                                .getEnvelopeInternal()
                                .contains(gaps.get(0).place()))
                        .isTrue());
    }

    @Test
    void tellsGroundBeyondTheCommune() {
        Geometry commune = rectangle(105, 20, 105.009, 20.010);
        List<Finding> found = CoverageCheck.outside(List.of(WEST, item("in", 105, 20, 105.001, 20.001)), commune);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).item()).isEqualTo(WEST);
        assertThat(found.get(0).areaSqM()).isCloseTo(10 * CELL_SQ_M, within(60.0));
        assertThat(found.get(0).share()).isCloseTo(0.1, within(0.0001));
    }

    @Test
    void tellsGroundThatNoAreaClaimsLargestFirst() {
        // Between the two a strip of one cell by ten; in the corner a cell that is missing from the first.
        Item first = new Item(
                "first", "first", rectangle(105, 20, 105.010, 20.010).difference(rectangle(105, 20, 105.001, 20.001)));
        Item second = item("second", 105.011, 20, 105.020, 20.010);
        List<Finding> found = CoverageCheck.gaps(List.of(first, second), rectangle(105, 20, 105.020, 20.010));
        assertThat(found).extracting(Finding::type).containsExactly(Type.GAP, Type.GAP);
        assertThat(found.get(0).areaSqM()).isCloseTo(10 * CELL_SQ_M, within(60.0));
        assertPlace(found.get(0), 105.0105, 20.005);
        assertThat(found.get(1).areaSqM()).isCloseTo(CELL_SQ_M, within(10.0));
    }

    @Test
    void roundingIsNotAFinding() {
        // One hundred-millionth of a degree over a kilometre is about a square metre.
        Item almost = item("almost", 105.00999999, 20, 105.020, 20.010);
        Geometry ground = UnaryUnionOp.union(List.of(WEST.geometry(), rectangle(105.010, 20, 105.02000001, 20.010)));
        assertThat(CoverageCheck.overlaps(List.of(WEST, almost), List.of())).isEmpty();
        assertThat(CoverageCheck.gaps(List.of(WEST, almost), ground)).isEmpty();
    }

    @Test
    void withoutAnAreaThereIsNoGap() {
        assertThat(CoverageCheck.gaps(List.of(), rectangle(105, 20, 105.01, 20.01)))
                .isEmpty();
    }

    private static void assertPlace(Finding finding, double longitude, double latitude) {
        assertThat(finding.place().x).isCloseTo(longitude, within(1e-9));
        assertThat(finding.place().y).isCloseTo(latitude, within(1e-9));
    }

    private static Item item(String id, double west, double south, double east, double north) {
        return new Item(id, id, rectangle(west, south, east, north));
    }

    private static Geometry rectangle(double west, double south, double east, double north) {
        return Wgs84.FACTORY.toGeometry(new Envelope(west, east, south, north));
    }
}
