package vn.anttmap.exchange.territoryimport;

/** How many places a file may still bring. */
final class VertexBudget {

    private final int most;
    private long left;

    VertexBudget(int most) {
        this.most = most;
        this.left = most;
    }

    void take(int places) {
        left -= places;
        if (left < 0) {
            throw BadFile.of("import-vertices-many", most);
        }
    }
}
