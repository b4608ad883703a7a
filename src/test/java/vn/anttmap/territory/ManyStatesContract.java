package vn.anttmap.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.testing.DemoDataContract;

/**
 * States that begin and end by the thousand: on record, and in the index that is changed and not read again. They are squares
 * of 20 cm in xã Yên Định, where no incident is, from 2031 on.
 */
abstract class ManyStatesContract extends DemoDataContract {

    private static final LocalDate DAY = LocalDate.of(2031, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2032, 1, 1);
    private static final int MANY = 1_100;
    private static final double SIDE = 2e-6;

    @Autowired
    TerritoryChanges changes;

    @Autowired
    TerritoryIndexes indexes;

    @Autowired
    Territory territory;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aThousandStatesAreInTheIndexAsTheyAreOnRecordAndNothingIsLeftOfThemWhenTheyAreTakenBack() {
        Set<Unit> before = new HashSet<>(indexes.current().units());
        long commune = unit(XA_YEN_DINH);
        List<NewState> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(new NewState(area(i, DAY), commune, List.of()));
        }

        List<Long> begun = apply(DAY, List.of(), many);

        assertThat(new HashSet<>(begun)).hasSize(MANY);
        assertThatIndexIsWhatIsOnRecord();
        Unit tenth = indexes.current().unit(begun.get(10));
        assertThat(tenth.fullName()).isEqualTo("Thôn thử đếm 10");
        assertThat(tenth.nameFolded()).isEqualTo("thon thu dem 10");
        assertThat(tenth.parentId()).isEqualTo(commune);
        assertThat(tenth.households()).isEqualTo(110);
        assertThat(tenth.population()).containsExactly(new Population(2031, 410, "điều tra", false));
        // 0.21 m by 0.22 m near the 20th parallel.
        assertThat(tenth.measuredAreaSqKm()).isBetween(4e-8, 5e-8);
        // Looking up by place gives the area that was there first.
        assertThat(indexes.current().boundary(begun.get(10)).orElseThrow().contains(inside(10)))
                .isTrue();
        assertThat(indexes.current().boundary(begun.get(7))).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from unit_population where source = 'điều tra'", Integer.class))
                .isEqualTo(MANY);

        // One by one, by Hibernate: it must not draw an id that is taken.
        List<Long> followed = apply(
                LATER,
                List.of(begun.get(0), begun.get(1)),
                List.of(new NewState(
                        area(MANY, LATER),
                        commune,
                        List.of(
                                new NewState.Follows(begun.get(0), "merged"),
                                new NewState.Follows(begun.get(1), "merged")))));

        assertThat(begun).doesNotContainAnyElementsOf(followed);
        assertThatIndexIsWhatIsOnRecord();
        assertThat(indexes.current().unit(begun.get(0)).validity()).isEqualTo(new Validity(DAY, LATER));
        assertThat(indexes.current().successors(begun.get(1)))
                .extracting(link -> link.unit().id())
                .containsExactly(followed.get(0));

        takeBack(LATER, List.of(begun.get(0), begun.get(1)), followed);

        assertThatIndexIsWhatIsOnRecord();
        assertThat(indexes.current().unit(begun.get(0)).validity()).isEqualTo(new Validity(DAY, null));

        takeBack(DAY, List.of(), begun);

        assertThatIndexIsWhatIsOnRecord();
        assertThat(new HashSet<>(indexes.current().units())).isEqualTo(before);
    }

    private List<Long> apply(LocalDate day, List<Long> ending, List<NewState> beginning) {
        return Objects.requireNonNull(
                transaction.execute(status -> changes.apply(planner(), territory.revision(), day, ending, beginning)));
    }

    private void takeBack(LocalDate day, List<Long> ended, List<Long> begun) {
        transaction.executeWithoutResult(status -> changes.takeBack(planner(), day, ended, begun));
    }

    private void assertThatIndexIsWhatIsOnRecord() {
        TerritoryIndex kept = indexes.current();
        TerritoryIndex read = Objects.requireNonNull(transaction.execute(status -> indexes.read()));
        assertThat(kept.revision()).isEqualTo(read.revision());
        assertThat(new HashSet<>(kept.units())).isEqualTo(new HashSet<>(read.units()));
        for (Unit unit : read.units()) {
            long id = unit.id();
            MultiPolygon boundary = kept.boundary(id).orElse(null);
            MultiPolygon stored = read.boundary(id).orElse(null);
            assertThat(boundary == null ? stored == null : stored != null && boundary.equalsExact(stored))
                    .as("boundary of " + unit.key())
                    .isTrue();
            assertThat(set(kept.children(id))).isEqualTo(set(read.children(id)));
            assertThat(set(kept.successors(id))).isEqualTo(set(read.successors(id)));
            assertThat(set(kept.predecessors(id))).isEqualTo(set(read.predecessors(id)));
        }
        for (int i = 0; i < MANY; i += 100) {
            assertThat(kept.covering(UnitLevel.RESIDENTIAL_AREA, inside(i)))
                    .isEqualTo(read.covering(UnitLevel.RESIDENTIAL_AREA, inside(i)));
            assertThat(kept.covering(UnitLevel.COMMUNE, inside(i)))
                    .isEqualTo(read.covering(UnitLevel.COMMUNE, inside(i)));
        }
    }

    private static <T> Set<T> set(Collection<T> things) {
        return new HashSet<>(things);
    }

    private Point corner() {
        return territory.pointInside(indexes.current().unit(unit(XA_YEN_DINH))).orElseThrow();
    }

    private Point inside(int number) {
        Point corner = corner();
        return Wgs84.point(corner.getX() + (number % 40 + 0.5) * SIDE, corner.getY() + (number / 40 + 0.5) * SIDE);
    }

    private NewUnit area(int number, LocalDate from) {
        Point middle = inside(number);
        return new NewUnit(
                "many-" + number,
                UnitLevel.RESIDENTIAL_AREA,
                UnitKind.THON,
                number % 2 == 0 ? "0" + number : null,
                "thử đếm " + number,
                "Thôn thử đếm " + number,
                null,
                new Validity(from, null),
                "tệp thử",
                null,
                List.of(),
                null,
                null,
                number % 5 == 0 ? 100 + number : null,
                null,
                List.of(new Population(2031, 400 + number, "điều tra", false)),
                false,
                null,
                // One without a boundary, as lists of names give them.
                number == 7
                        ? null
                        : TestUnits.rectangle(
                                middle.getX() - SIDE / 2,
                                middle.getY() - SIDE / 2,
                                middle.getX() + SIDE / 2,
                                middle.getY() + SIDE / 2));
    }

    private static AccountView planner() {
        return new AccountView(0, "contract-planner", "contract-planner", Role.PLANNER, Set.of(), List.of(), true);
    }
}
