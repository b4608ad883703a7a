package vn.anttmap.exchange;

/** The three shape types written, with their numbers in the ESRI Shapefile Technical Description (July 1998). */
enum ShapeType {
    POINT(1),
    POLYLINE(3),
    POLYGON(5);

    /** A row without geometry, allowed in a file of any type. */
    static final int NULL_SHAPE = 0;

    private final int number;

    ShapeType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
