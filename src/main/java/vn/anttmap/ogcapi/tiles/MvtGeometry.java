package vn.anttmap.ogcapi.tiles;

/** The geometry of one feature as commands of a vector tile; places are units of the tile, y downwards. */
final class MvtGeometry {

    static final int POINT = 1;
    static final int LINE = 2;
    static final int POLYGON = 3;

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE = 7;

    private final int type;
    private final ProtoBytes commands = new ProtoBytes();
    private int penX;
    private int penY;

    private MvtGeometry(int type) {
        this.type = type;
    }

    static MvtGeometry point(int x, int y) {
        MvtGeometry point = new MvtGeometry(POINT);
        point.command(MOVE_TO, 1);
        point.go(x, y);
        return point;
    }

    static MvtGeometry lines() {
        return new MvtGeometry(LINE);
    }

    static MvtGeometry polygons() {
        return new MvtGeometry(POLYGON);
    }

    /** @param line two places or more */
    void addLine(Places line) {
        path(line, false);
    }

    /**
     * A ring, in the direction that its part asks for: an outer one clockwise as seen on the screen, a hole the other way.
     *
     * @param ring three places or more, the first one not repeated
     */
    void addRing(Places ring, boolean hole) {
        path(ring, ring.doubleArea() > 0 == hole);
        command(CLOSE, 1);
    }

    private void path(Places places, boolean backwards) {
        int last = places.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (i == 0) {
                command(MOVE_TO, 1);
            } else if (i == 1) {
                command(LINE_TO, last);
            }
            int at = backwards ? last - i : i;
            go(places.x(at), places.y(at));
        }
    }

    private void command(int what, int times) {
        commands.varint(what | times << 3);
    }

    private void go(int x, int y) {
        commands.varint(zigzag(x - penX)).varint(zigzag(y - penY));
        penX = x;
        penY = y;
    }

    private static long zigzag(int value) {
        return (value << 1 ^ value >> 31) & 0xFFFF_FFFFL;
    }

    boolean isEmpty() {
        return commands.size() == 0;
    }

    int type() {
        return type;
    }

    ProtoBytes commands() {
        return commands;
    }
}
