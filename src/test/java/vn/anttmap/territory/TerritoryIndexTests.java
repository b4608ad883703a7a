package vn.anttmap.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Wgs84;

/** Two squares side by side; their shared border is the meridian of 105.1 degrees. */
class TerritoryIndexTests {

    private static final Point ON_THE_BORDER = Wgs84.point(105.1, 20.05);

    @Test
    void givesAPointOnASharedBorderToTheSmallerKeyWhateverTheIdsAndTheOrder() {
        List<TerritoryIndex.Boundary> squares = List.of(west(2, "a", Validity.ALWAYS), east(1, "b", Validity.ALWAYS));
        List<TerritoryIndex.Boundary> exchanged = List.of(east(7, "b", Validity.ALWAYS), west(8, "a", Validity.ALWAYS));

        assertThat(keys(index(squares).covering(UnitLevel.COMMUNE, ON_THE_BORDER)))
                .containsExactly("a");
        assertThat(keys(index(exchanged).covering(UnitLevel.COMMUNE, ON_THE_BORDER)))
                .containsExactly("a");
    }

    @Test
    void leavesNoDayWithoutAnAreaWhereTheTwoSidesOfABorderChangeAtDifferentTimes() {
        // West changes in 2020, east in 2021. The side with the smallest key of 2019, "a-west-2019", has the greatest
        // key afterwards.
        List<TerritoryIndex.Boundary> states = List.of(
                west(1, "a-west-2019", until(2020)),
                west(2, "d-west-2020", from(2020)),
                east(3, "b-east-2019", until(2021)),
                east(4, "c-east-2021", from(2021)));

        for (List<TerritoryIndex.Boundary> order : List.of(states, reversed(states))) {
            List<Unit> covering = index(order).covering(UnitLevel.COMMUNE, ON_THE_BORDER);

            for (int year = 2018; year <= 2023; year++) {
                LocalDate day = LocalDate.of(year, 6, 1);
                assertThat(covering)
                        .as("areas on " + day)
                        .filteredOn(unit -> unit.validity().contains(day))
                        .hasSize(1);
            }
        }
    }

    @Test
    void findsNothingOutsideOfEverySquare() {
        TerritoryIndex index = index(List.of(west(1, "a", Validity.ALWAYS)));

        assertThat(index.covering(UnitLevel.COMMUNE, Wgs84.point(105.3, 20.05))).isEmpty();
        assertThat(index.covering(UnitLevel.RESIDENTIAL_AREA, Wgs84.point(105.05, 20.05)))
                .isEmpty();
    }

    private static TerritoryIndex index(List<TerritoryIndex.Boundary> boundaries) {
        List<Unit> units =
                boundaries.stream().map(TerritoryIndex.Boundary::unit).toList();
        return new TerritoryIndex(1, units, boundaries, List.of(), List.of());
    }

    private static List<TerritoryIndex.Boundary> reversed(List<TerritoryIndex.Boundary> boundaries) {
        List<TerritoryIndex.Boundary> copy = new ArrayList<>(boundaries);
        Collections.reverse(copy);
        return copy;
    }

    private static List<String> keys(List<Unit> units) {
        return units.stream().map(Unit::key).toList();
    }

    private static TerritoryIndex.Boundary west(long id, String key, Validity validity) {
        return square(id, key, 105.0, 105.1, validity);
    }

    private static TerritoryIndex.Boundary east(long id, String key, Validity validity) {
        return square(id, key, 105.1, 105.2, validity);
    }

    private static TerritoryIndex.Boundary square(long id, String key, double west, double east, Validity validity) {
        MultiPolygon boundary = TestUnits.rectangle(west, 20.0, east, 20.1);
        Unit commune = TestUnits.unit(id, key, UnitLevel.COMMUNE, UnitKind.XA, key, validity, Extent.of(boundary));
        return new TerritoryIndex.Boundary(commune, boundary);
    }

    private static Validity until(int year) {
        return new Validity(null, LocalDate.of(year, 1, 1));
    }

    private static Validity from(int year) {
        return new Validity(LocalDate.of(year, 1, 1), null);
    }
}
