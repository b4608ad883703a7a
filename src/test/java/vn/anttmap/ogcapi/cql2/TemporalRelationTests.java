package vn.anttmap.ogcapi.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalRelationTests {

    /** Allen's thirteen relations: of two real intervals exactly one holds. */
    private static final Set<TemporalRelation> ALLEN =
            EnumSet.complementOf(EnumSet.of(TemporalRelation.DISJOINT, TemporalRelation.INTERSECTS));

    @Test
    void ofTwoIntervalsExactlyOneOfAllensRelationsHolds() {
        for (int aStart = 1; aStart < 6; aStart++) {
            for (int aEnd = aStart + 1; aEnd <= 6; aEnd++) {
                for (int bStart = 1; bStart < 6; bStart++) {
                    for (int bEnd = bStart + 1; bEnd <= 6; bEnd++) {
                        Set<TemporalRelation> holding = holding(interval(aStart, aEnd), interval(bStart, bEnd));
                        Set<TemporalRelation> allen = EnumSet.copyOf(holding);
                        allen.retainAll(ALLEN);
                        assertThat(allen).hasSize(1);
                        // The days of both, counted: closed intervals meet in a day or in none.
                        boolean meet = Math.max(aStart, bStart) <= Math.min(aEnd, bEnd);
                        assertThat(holding.contains(TemporalRelation.INTERSECTS))
                                .isEqualTo(meet);
                        assertThat(holding.contains(TemporalRelation.DISJOINT)).isEqualTo(!meet);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3,4,1,2,AFTER",
        "1,2,3,4,BEFORE",
        "1,4,2,3,CONTAINS",
        "2,3,1,4,DURING",
        "2,3,2,3,EQUALS",
        "1,4,2,4,FINISHED_BY",
        "2,4,1,4,FINISHES",
        "1,2,2,4,MEETS",
        "2,4,1,2,MET_BY",
        "2,4,1,3,OVERLAPPED_BY",
        "1,3,2,4,OVERLAPS",
        "1,4,1,3,STARTED_BY",
        "1,3,1,4,STARTS",
    })
    void eachOfAllensRelationsByAnExample(int aStart, int aEnd, int bStart, int bEnd, TemporalRelation relation) {
        assertThat(holding(interval(aStart, aEnd), interval(bStart, bEnd))).contains(relation);
    }

    @Test
    void openEndsLieBeyondEverything() {
        assertThat(holds("T_DURING(from, INTERVAL('..', '..'))", 3, 3)).isTrue();
        assertThat(holds("T_AFTER(from, INTERVAL('..', '2024-01-02'))", 3, 3)).isTrue();
        assertThat(holds("T_BEFORE(from, INTERVAL('2024-01-04', '..'))", 3, 3)).isTrue();
        assertThat(holds("T_INTERSECTS(INTERVAL(from, to), INTERVAL('2024-01-04', '..'))", 3, 4))
                .isTrue();
        assertThat(holds("T_EQUALS(INTERVAL('..', to), INTERVAL('..', '2024-01-04'))", 3, 4))
                .isTrue();
        assertThat(holds("T_EQUALS(from, DATE('2024-01-03'))", 3, 3)).isTrue();
    }

    @Test
    void aMissingEndIsUnknownUnlessTheOtherDecides() {
        String disjoint = "T_DISJOINT(INTERVAL(from, to), INTERVAL('2024-01-03', '2024-01-04'))";
        assertThat(holds(disjoint, 5, null)).isTrue();
        assertThat(holds(disjoint, 2, null)).isFalse();
        assertThat(holds("NOT " + disjoint, 2, null)).isFalse();
    }

    private static Term interval(int start, int end) {
        return new Term.Interval(new Term.Day(LocalDate.of(2024, 1, start)), new Term.Day(LocalDate.of(2024, 1, end)));
    }

    private static Set<TemporalRelation> holding(Term a, Term b) {
        Set<TemporalRelation> holding = EnumSet.noneOf(TemporalRelation.class);
        for (TemporalRelation relation : TemporalRelation.values()) {
            Cql2Filter filter = SamplePlaces.filter(new Condition.Temporal(relation, a, b));
            if (filter.matches(name -> null, null)) {
                holding.add(relation);
            }
        }
        return holding;
    }

    private static boolean holds(String filter, int from, @Nullable Integer to) {
        Map<String, Object> day = new HashMap<>();
        day.put("from", LocalDate.of(2024, 1, from));
        if (to != null) {
            day.put("to", LocalDate.of(2024, 1, to));
        }
        return Cql2Filter.parse(filter, Cql2Filter.Encoding.TEXT, SamplePlaces.QUERYABLES, FilterCrs.CRS84)
                .matches(day::get, null);
    }
}
