package vn.anttmap.ogcapi.cql2;

/**
 * How much one filter may be, so that reading and answering it stays cheap whatever is sent.
 *
 * <p>Depth bounds the recursion here and in the databases' own parsers; values bound the parameters of a statement (PostgreSQL
 * takes 65,535, a value becomes six at most); vertices are those of a district's boundary, ten communes as large as any
 * demonstrated.
 */
final class Budget {

    /** UTF-16 units. */
    static final int MAX_LENGTH = 500_000;

    static final int MAX_DEPTH = 50;
    static final int MAX_VALUES = 1_000;
    static final int MAX_VERTICES = 10_000;

    /** Of one geometry; a boundary comes to a few for each vertex. */
    static final int MAX_SEGMENT_PAIRS = 10 * MAX_VERTICES;

    /** Of one pattern: H2 tries each place for each, so that the time grows with the length of a text to their power. */
    static final int MAX_PERCENTS = 5;

    private int depth;
    private int values;
    private int vertices;

    static void requireLength(String text) {
        if (text.length() > MAX_LENGTH) {
            throw FilterProblems.tooMuch("length", MAX_LENGTH);
        }
    }

    /** To be answered by {@link #leave}. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw FilterProblems.tooMuch("depth", MAX_DEPTH);
        }
    }

    void leave() {
        depth--;
    }

    void countValue() {
        if (++values > MAX_VALUES) {
            throw FilterProblems.tooMuch("values", MAX_VALUES);
        }
    }

    void countVertex() {
        if (++vertices > MAX_VERTICES) {
            throw FilterProblems.tooMuch("vertices", MAX_VERTICES);
        }
    }
}
