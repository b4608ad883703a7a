package vn.anttmap.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * One band of 32-bit numbers as a GeoTIFF: little-endian TIFF 6.0, one strip for each row, Deflate, cells as areas
 * (OGC 19-008r4). The system is named by its EPSG code alone, by which every reader finds it.
 */
final class GeoTiffFile {

    /** Stands where there is no value; densities are never below zero. */
    static final float NO_DATA = -9999;

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;

    private static final int DEFLATE = 8;
    private static final int FLOATING_POINT = 3;
    private static final int PROJECTED = 1;
    private static final int PIXEL_IS_AREA = 1;
    private static final int METRE = 9001;

    private final List<Tag> tags = new ArrayList<>();

    private record Tag(int number, int type, int count, byte[] value) {}

    private GeoTiffFile() {}

    /**
     * @param values row by row from the north
     * @param west edge of the first column, metres
     * @param north edge of the first row, metres
     * @param description what the numbers are, one line
     */
    static byte[] write(
            float[] values, int columns, double west, double north, double cellSize, int srid, String description) {
        return new GeoTiffFile().bytes(values, columns, west, north, cellSize, srid, description);
    }

    private byte[] bytes(
            float[] values, int columns, double west, double north, double cellSize, int srid, String description) {
        int rows = values.length / columns;
        ByteArrayOutputStream strips = new ByteArrayOutputStream();
        int[] offsets = new int[rows];
        int[] lengths = new int[rows];
        for (int row = 0; row < rows; row++) {
            offsets[row] = 8 + strips.size();
            byte[] packed = packed(values, row * columns, columns);
            strips.writeBytes(packed);
            lengths[row] = packed.length;
            if (strips.size() % 2 == 1) {
                strips.write(0);
            }
        }
        longs(256, columns);
        longs(257, rows);
        shorts(258, 32);
        shorts(259, DEFLATE);
        shorts(262, 1);
        ascii(270, description);
        longs(273, offsets);
        shorts(277, 1);
        longs(278, 1);
        longs(279, lengths);
        shorts(284, 1);
        shorts(339, FLOATING_POINT);
        doubles(33550, cellSize, cellSize, 0);
        doubles(33922, 0, 0, 0, west, north, 0);
        shorts(
                34735,
                1,
                1,
                0,
                4,
                1024,
                0,
                1,
                PROJECTED,
                1025,
                0,
                1,
                PIXEL_IS_AREA,
                3072,
                0,
                1,
                srid,
                3076,
                0,
                1,
                METRE);
        ascii(42113, String.valueOf((int) NO_DATA));
        return assemble(strips.toByteArray());
    }

    private static byte[] packed(float[] values, int from, int count) {
        ByteBuffer line = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            line.putFloat(values[from + i]);
        }
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(line.array());
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Header, strips, then the directory with what is too long to stand in it. */
    private byte[] assemble(byte[] strips) {
        int directory = 8 + strips.length;
        int beyond = directory + 2 + 12 * tags.size() + 4;
        int length = beyond;
        for (Tag tag : tags) {
            length += tag.value().length > 4 ? tag.value().length + tag.value().length % 2 : 0;
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(directory)
                .put(strips);
        out.putShort((short) tags.size());
        int next = beyond;
        for (Tag tag : tags) {
            out.putShort((short) tag.number()).putShort((short) tag.type()).putInt(tag.count());
            int place = out.position();
            if (tag.value().length > 4) {
                out.putInt(next);
                out.put(next, tag.value());
                next += tag.value().length + tag.value().length % 2;
            } else {
                out.put(tag.value());
                out.position(place + 4);
            }
        }
        out.putInt(0);
        return out.array();
    }

    private void shorts(int number, int... values) {
        ByteBuffer out = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            out.putShort((short) value);
        }
        tags.add(new Tag(number, SHORT, values.length, out.array()));
    }

    private void longs(int number, int... values) {
        ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            out.putInt(value);
        }
        tags.add(new Tag(number, LONG, values.length, out.array()));
    }

    private void doubles(int number, double... values) {
        ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            out.putDouble(value);
        }
        tags.add(new Tag(number, DOUBLE, values.length, out.array()));
    }

    private void ascii(int number, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        tags.add(new Tag(number, ASCII, bytes.length, bytes));
    }
}
