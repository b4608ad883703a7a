package vn.anttmap.exchange.territoryimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** A shapefile as an office would pack it: polygons, one column TEN_KDC, letters in any bytes. */
public final class TestShapefile {

    private TestShapefile() {}

    /** An area of the file. @param name in the bytes of the office's font */
    public record Item(byte[] name, Geometry shape) {}

    /** A ZIP with .shp and .dbf and nothing else. */
    public static byte[] zipped(List<Item> items) {
        return zip(Map.of("khu_dan_cu.shp", shp(items), "khu_dan_cu.dbf", dbf(items)));
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Bytes of TCVN3 for Vietnamese letters: the inverse of how the service reads them. */
    public static byte[] tcvn3(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            for (int code = 0; code < 256; code++) {
                if (OldFonts.tcvn3(new byte[] {(byte) code}).charAt(0) == text.charAt(i)) {
                    bytes[i] = (byte) code;
                    break;
                }
            }
        }
        return bytes;
    }

    static byte[] shp(List<Item> items) {
        ByteBuffer file = ByteBuffer.allocate(4_000_000);
        file.putInt(0, 9994);
        file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        file.position(100);
        for (int i = 0; i < items.size(); i++) {
            int start = file.position();
            file.position(start + 8);
            record(file, items.get(i).shape());
            int words = (file.position() - start - 8) / 2;
            file.order(ByteOrder.BIG_ENDIAN).putInt(start, i + 1).putInt(start + 4, words);
        }
        file.order(ByteOrder.BIG_ENDIAN).putInt(24, file.position() / 2);
        return Arrays.copyOf(file.array(), file.position());
    }

    private static void record(ByteBuffer file, Geometry shape) {
        file.order(ByteOrder.LITTLE_ENDIAN);
        List<Coordinate[]> rings = new java.util.ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            rings.add(turned(polygon.getExteriorRing().getCoordinates(), false));
            for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                rings.add(turned(polygon.getInteriorRingN(j).getCoordinates(), true));
            }
        }
        file.putInt(5).position(file.position() + 32);
        file.putInt(rings.size())
                .putInt(rings.stream().mapToInt(ring -> ring.length).sum());
        int from = 0;
        for (Coordinate[] ring : rings) {
            file.putInt(from);
            from += ring.length;
        }
        rings.forEach(ring ->
                Arrays.stream(ring).forEach(place -> file.putDouble(place.x).putDouble(place.y)));
    }

    private static Coordinate[] turned(Coordinate[] ring, boolean counterClockwise) {
        Coordinate[] copy = ring.clone();
        if (Orientation.isCCW(copy) != counterClockwise) {
            java.util.Collections.reverse(Arrays.asList(copy));
        }
        return copy;
    }

    static byte[] dbf(List<Item> items) {
        int width = 60;
        ByteBuffer file = ByteBuffer.allocate(66 + items.size() * (width + 1)).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, (byte) 3).putInt(4, items.size()).putShort(8, (short) 65).putShort(10, (short) (width + 1));
        file.position(32);
        file.put("TEN_KDC".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        file.put(43, (byte) 'C').put(48, (byte) width).put(64, (byte) 0x0D);
        for (int i = 0; i < items.size(); i++) {
            int at = 65 + i * (width + 1);
            Arrays.fill(file.array(), at, at + width + 1, (byte) ' ');
            System.arraycopy(
                    items.get(i).name(), 0, file.array(), at + 1, items.get(i).name().length);
        }
        return file.array();
    }
}
