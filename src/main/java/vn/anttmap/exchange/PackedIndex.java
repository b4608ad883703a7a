package vn.anttmap.exchange;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Fills a spatial index of SQLite (an R*-tree, <a href="https://www.sqlite.org/rtree.html">rtree.html</a>) from the leaves
 * up: boxes along a Hilbert curve into full nodes, those into nodes above, until one is left, the root. Some twenty times
 * faster than row by row, which looks for a place and splits nodes for each, and better to search, since no node is half
 * empty. What SQLite keeps, and other programs change, is the same.
 *
 * <p>A node is its level above the leaves (of the root only) and its number of cells, two bytes each, then the cells: the
 * row or node in eight bytes, then west, east, south and north as 32-bit floats, rounded outward; all big-endian. Rows are
 * packed in portions, so that memory does not grow with the layer, but for a box for every {@link #CELLS} rows.
 *
 * <p>For one thread.
 */
final class PackedIndex implements AutoCloseable {

    /** What SQLite takes for two dimensions and pages of 4 KiB or more ({@code RTREE_MAXCELLS}). */
    private static final int CELLS = 51;

    private static final int CELL_BYTES = 24;
    private static final int NODE_BYTES = 4 + CELLS * CELL_BYTES;
    private static final long ROOT = 1;

    /** Rows packed at once: six megabytes. */
    private static final int PORTION = 1 << 18;

    private static final int HILBERT_BITS = 16;

    private final int portion;
    private final PreparedStatement insertNode;
    private final PreparedStatement insertRow;
    private final PreparedStatement insertParent;
    private final Boxes rows = new Boxes();
    private Boxes level = new Boxes();
    private long lastNode = ROOT;

    /** @param table the virtual table, as it was created: without rows */
    PackedIndex(Connection connection, String table) throws SQLException {
        this(connection, table, PORTION);
    }

    PackedIndex(Connection connection, String table, int portion) throws SQLException {
        this.portion = portion;
        try (Statement statement = connection.createStatement()) {
            // The empty root.
            statement.execute("delete from \"" + table + "_node\"");
        }
        this.insertNode = connection.prepareStatement("insert into \"" + table + "_node\" values (?, ?)");
        this.insertRow = connection.prepareStatement("insert into \"" + table + "_rowid\" values (?, ?)");
        this.insertParent = connection.prepareStatement("insert into \"" + table + "_parent\" values (?, ?)");
    }

    /** @param id above all before */
    void add(long id, Envelope box) throws SQLException {
        if (rows.count == portion) {
            packRows();
        }
        rows.add(id, down(box.getMinX()), up(box.getMaxX()), down(box.getMinY()), up(box.getMaxY()));
    }

    /** Writes what is left, and the levels above. */
    void finish() throws SQLException {
        if (level.count == 0 && rows.count <= CELLS) {
            int[] all = rows.inOrder();
            for (int i = 0; i < rows.count; i++) {
                put(insertRow, rows.ids[i], ROOT);
            }
            node(ROOT, 0, rows, all, 0, rows.count);
            return;
        }
        packRows();
        int depth = 1;
        while (level.count > CELLS) {
            level = packNodes(level);
            depth++;
        }
        for (int i = 0; i < level.count; i++) {
            put(insertParent, level.ids[i], ROOT);
        }
        node(ROOT, depth, level, level.inOrder(), 0, level.count);
    }

    @Override
    public void close() throws SQLException {
        insertNode.close();
        insertRow.close();
        insertParent.close();
    }

    private void packRows() throws SQLException {
        pack(rows, level, insertRow);
        rows.count = 0;
    }

    private Boxes packNodes(Boxes below) throws SQLException {
        Boxes above = new Boxes();
        pack(below, above, insertParent);
        return above;
    }

    /**
     * Puts boxes into nodes, neighbours along the curve into the same.
     *
     * @param above takes the boxes of the nodes
     * @param insertHolder tells the node of each box
     */
    private void pack(Boxes below, Boxes above, PreparedStatement insertHolder) throws SQLException {
        int[] order = below.alongCurve();
        long[] nodeOf = new long[below.count];
        for (int from = 0; from < below.count; from += CELLS) {
            int to = Math.min(from + CELLS, below.count);
            long node = ++lastNode;
            node(node, 0, below, order, from, to);
            above.addUnion(node, below, order, from, to);
            for (int i = from; i < to; i++) {
                nodeOf[order[i]] = node;
            }
        }
        // In the order of the boxes, so that the table grows at its end.
        for (int i = 0; i < below.count; i++) {
            put(insertHolder, below.ids[i], nodeOf[i]);
        }
    }

    private void node(long number, int depth, Boxes boxes, int[] order, int from, int to) throws SQLException {
        ByteBuffer node = ByteBuffer.allocate(NODE_BYTES);
        node.putShort((short) depth).putShort((short) (to - from));
        for (int i = from; i < to; i++) {
            int box = order[i];
            node.putLong(boxes.ids[box]);
            for (int side = 0; side < 4; side++) {
                node.putFloat(boxes.sides[4 * box + side]);
            }
        }
        insertNode.setLong(1, number);
        insertNode.setBytes(2, node.array());
        insertNode.executeUpdate();
    }

    private static void put(PreparedStatement insert, long key, long node) throws SQLException {
        insert.setLong(1, key);
        insert.setLong(2, node);
        insert.executeUpdate();
    }

    private static float down(double value) {
        float near = (float) value;
        return near > value ? Math.nextDown(near) : near;
    }

    private static float up(double value) {
        float near = (float) value;
        return near < value ? Math.nextUp(near) : near;
    }

    /** Rows or nodes with their boxes, in plain arrays. */
    private static final class Boxes {

        private int count;
        private long[] ids = new long[CELLS];

        /** West, east, south and north of each. */
        private float[] sides = new float[4 * CELLS];

        void add(long id, float west, float east, float south, float north) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, 2 * count);
                sides = Arrays.copyOf(sides, 8 * count);
            }
            ids[count] = id;
            int at = 4 * count++;
            sides[at] = west;
            sides[at + 1] = east;
            sides[at + 2] = south;
            sides[at + 3] = north;
        }

        void addUnion(long id, Boxes of, int[] order, int from, int to) {
            float[] all = of.bounds(order, from, to);
            add(id, all[0], all[1], all[2], all[3]);
        }

        int[] inOrder() {
            int[] order = new int[count];
            Arrays.setAll(order, i -> i);
            return order;
        }

        /** The positions of all, by their middles along a Hilbert curve through the ground they cover. */
        int[] alongCurve() {
            int[] order = inOrder();
            float[] all = bounds(order, 0, count);
            double steps = (1 << HILBERT_BITS) - 1;
            double perX = all[1] > all[0] ? steps / ((double) all[1] - all[0]) : 0;
            double perY = all[3] > all[2] ? steps / ((double) all[3] - all[2]) : 0;
            long[] keys = new long[count];
            for (int i = 0; i < count; i++) {
                int at = 4 * i;
                int x = (int) ((((double) sides[at] + sides[at + 1]) / 2 - all[0]) * perX);
                int y = (int) ((((double) sides[at + 2] + sides[at + 3]) / 2 - all[2]) * perY);
                // Sorted by the curve, the position comes along.
                keys[i] = hilbert(x, y) << 31 | i;
            }
            Arrays.sort(keys);
            Arrays.setAll(order, i -> (int) (keys[i] & Integer.MAX_VALUE));
            return order;
        }

        private float[] bounds(int[] order, int from, int to) {
            float[] all = {
                Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
            };
            for (int i = from; i < to; i++) {
                int at = 4 * order[i];
                all[0] = Math.min(all[0], sides[at]);
                all[1] = Math.max(all[1], sides[at + 1]);
                all[2] = Math.min(all[2], sides[at + 2]);
                all[3] = Math.max(all[3], sides[at + 3]);
            }
            return all;
        }

        /** How far along the curve a place is; both numbers have {@link #HILBERT_BITS} bits. */
        private static long hilbert(int column, int row) {
            int x = column;
            int y = row;
            long along = 0;
            for (int s = 1 << (HILBERT_BITS - 1); s > 0; s >>= 1) {
                boolean east = (x & s) != 0;
                boolean north = (y & s) != 0;
                along += (long) s * s * (east ? north ? 2 : 3 : north ? 1 : 0);
                // Each quarter holds the curve turned its own way.
                if (!north) {
                    int turned = east ? s - 1 - (y & (s - 1)) : y & (s - 1);
                    y = east ? s - 1 - (x & (s - 1)) : x & (s - 1);
                    x = turned;
                } else {
                    x &= s - 1;
                    y &= s - 1;
                }
            }
            return along;
        }
    }
}
