package vn.anttmap.exchange.territoryimport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a {@code .dbf} as bytes: what letters they stand for is found out later. */
final class DbfReader {

    private static final int HEADER = 32;
    private static final int MOST_FIELDS = 255;

    private DbfReader() {}

    /** @param languageDriver byte 29 of the header, 0 where the writer left it */
    record Table(List<byte[]> fields, List<List<byte[]>> rows, int languageDriver) {}

    static Table read(byte[] dbf, int mostRows, ImportBudget budget) {
        if (dbf.length < HEADER + 1) {
            throw BadFile.damaged("shapefile (.dbf)");
        }
        ByteBuffer header = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN);
        long rowCount = Integer.toUnsignedLong(header.getInt(4));
        int headerBytes = Short.toUnsignedInt(header.getShort(8));
        int rowBytes = Short.toUnsignedInt(header.getShort(10));
        List<byte[]> fields = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        int width = 1;
        for (int at = HEADER; at + 32 <= Math.min(headerBytes, dbf.length) && dbf[at] != 0x0D; at += 32) {
            int length = Byte.toUnsignedInt(dbf[at + 16]);
            fields.add(upToZero(Arrays.copyOfRange(dbf, at, at + 11)));
            lengths.add(length);
            width += length;
        }
        if (fields.isEmpty()
                || fields.size() > MOST_FIELDS
                || headerBytes < HEADER
                || headerBytes > dbf.length
                || rowBytes < width) {
            throw BadFile.damaged("shapefile (.dbf)");
        }
        if (rowCount > mostRows) {
            throw BadFile.of("import-features-many", mostRows);
        }
        List<List<byte[]>> rows = new ArrayList<>();
        for (long at = headerBytes; rows.size() < rowCount && at + rowBytes <= dbf.length; at += rowBytes) {
            List<byte[]> cells = new ArrayList<>();
            int from = (int) at + 1;
            for (int length : lengths) {
                byte[] cell = trimmed(dbf, from, from + length);
                budget.cell(cell.length);
                cells.add(cell);
                from += length;
            }
            rows.add(cells);
        }
        return new Table(fields, rows, Byte.toUnsignedInt(dbf[29]));
    }

    private static byte[] upToZero(byte[] name) {
        int end = 0;
        while (end < name.length && name[end] != 0) {
            end++;
        }
        return trimmed(name, 0, end);
    }

    private static byte[] trimmed(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        return Arrays.copyOfRange(bytes, start, end);
    }
}
