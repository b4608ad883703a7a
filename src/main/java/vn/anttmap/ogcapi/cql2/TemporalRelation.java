package vn.anttmap.ogcapi.cql2;

import static vn.anttmap.ogcapi.cql2.Comparator.EQUAL;
import static vn.anttmap.ogcapi.cql2.Comparator.GREATER;
import static vn.anttmap.ogcapi.cql2.Comparator.GREATER_OR_EQUAL;
import static vn.anttmap.ogcapi.cql2.Comparator.LESS;
import static vn.anttmap.ogcapi.cql2.Comparator.LESS_OR_EQUAL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The relations of two intervals a and b, each as what must hold between their ends (the tables of OGC 21-065r2). */
enum TemporalRelation {
    AFTER("t_after", new Ends(true, GREATER, false)),
    BEFORE("t_before", new Ends(false, LESS, true)),
    CONTAINS("t_contains", new Ends(true, LESS, true), new Ends(false, GREATER, false)),
    /** Not {@link #INTERSECTS}. */
    DISJOINT("t_disjoint"),
    DURING("t_during", new Ends(true, GREATER, true), new Ends(false, LESS, false)),
    EQUALS("t_equals", new Ends(true, EQUAL, true), new Ends(false, EQUAL, false)),
    FINISHED_BY("t_finishedBy", new Ends(true, LESS, true), new Ends(false, EQUAL, false)),
    FINISHES("t_finishes", new Ends(true, GREATER, true), new Ends(false, EQUAL, false)),
    INTERSECTS("t_intersects", new Ends(true, LESS_OR_EQUAL, false), new Ends(false, GREATER_OR_EQUAL, true)),
    MEETS("t_meets", new Ends(false, EQUAL, true)),
    MET_BY("t_metBy", new Ends(true, EQUAL, false)),
    OVERLAPPED_BY(
            "t_overlappedBy",
            new Ends(true, GREATER, true),
            new Ends(true, LESS, false),
            new Ends(false, GREATER, false)),
    OVERLAPS("t_overlaps", new Ends(true, LESS, true), new Ends(false, GREATER, true), new Ends(false, LESS, false)),
    STARTED_BY("t_startedBy", new Ends(true, EQUAL, true), new Ends(false, GREATER, false)),
    STARTS("t_starts", new Ends(true, EQUAL, true), new Ends(false, LESS, false));

    /**
     * What must hold between an end of a and an end of b.
     *
     * @param startOfA the start of a, else its end
     * @param startOfB the start of b, else its end
     */
    record Ends(boolean startOfA, Comparator comparator, boolean startOfB) {}

    private final String operator;
    private final List<Ends> ends;

    TemporalRelation(String operator, Ends... ends) {
        this.operator = operator;
        this.ends = List.of(ends);
    }

    /** {@code t_finishedBy}: the operator of the JSON encoding. */
    String operator() {
        return operator;
    }

    /** All must hold; empty for {@link #DISJOINT}. */
    List<Ends> ends() {
        return ends;
    }

    static Optional<TemporalRelation> find(String operator) {
        return Arrays.stream(values())
                .filter(one -> one.operator.equalsIgnoreCase(operator))
                .findFirst();
    }
}
