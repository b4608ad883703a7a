package vn.anttmap.exchange.territoryimport;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.Wgs84;

/**
 * Boundaries of a plan, to the last bit: each number as what differs from the one before, without the zero bytes in front. Places
 * of a ring are near one another, so a third of the bytes goes, and the rest says to a database that it cannot be compressed
 * further. One object serves one plan, by one thread.
 */
final class PlanBoundaries {

    private byte[] buffer = new byte[1024];
    private int length;

    void write(MultiPolygon boundary, DataOutputStream out) throws IOException {
        out.writeInt(boundary.getNumGeometries());
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) boundary.getGeometryN(i);
            out.writeInt(polygon.getNumInteriorRing());
            write(polygon.getExteriorRing(), out);
            for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                write(polygon.getInteriorRingN(j), out);
            }
        }
    }

    MultiPolygon read(DataInputStream in) throws IOException {
        Polygon[] polygons = new Polygon[in.readInt()];
        for (int i = 0; i < polygons.length; i++) {
            LinearRing[] holes = new LinearRing[in.readInt()];
            LinearRing shell = ring(in);
            for (int j = 0; j < holes.length; j++) {
                holes[j] = ring(in);
            }
            polygons[i] = Wgs84.FACTORY.createPolygon(shell, holes);
        }
        return Wgs84.FACTORY.createMultiPolygon(polygons);
    }

    /** The last place repeats the first and is left out. */
    private void write(LinearRing ring, DataOutputStream out) throws IOException {
        CoordinateSequence places = ring.getCoordinateSequence();
        int count = Math.max(0, places.size() - 1);
        buffer = buffer.length < 17 * count ? new byte[17 * count] : buffer;
        length = 0;
        long x = 0;
        long y = 0;
        for (int i = 0; i < count; i++) {
            long nextX = Double.doubleToRawLongBits(places.getX(i));
            long nextY = Double.doubleToRawLongBits(places.getY(i));
            int bytesX = bytes(x ^ nextX);
            int bytesY = bytes(y ^ nextY);
            buffer[length++] = (byte) (bytesX << 4 | bytesY);
            put(x ^ nextX, bytesX);
            put(y ^ nextY, bytesY);
            x = nextX;
            y = nextY;
        }
        out.writeInt(count);
        out.writeInt(length);
        out.write(buffer, 0, length);
    }

    private LinearRing ring(DataInputStream in) throws IOException {
        int count = in.readInt();
        int bytes = in.readInt();
        buffer = buffer.length < bytes ? new byte[bytes] : buffer;
        in.readFully(buffer, 0, bytes);
        length = 0;
        Coordinate[] places = new Coordinate[count == 0 ? 0 : count + 1];
        long x = 0;
        long y = 0;
        for (int i = 0; i < count; i++) {
            int sizes = buffer[length++];
            x ^= get(sizes >> 4 & 0x0F);
            y ^= get(sizes & 0x0F);
            places[i] = new Coordinate(Double.longBitsToDouble(x), Double.longBitsToDouble(y));
        }
        if (count > 0) {
            places[count] = places[0].copy();
        }
        return Wgs84.FACTORY.createLinearRing(places);
    }

    private static int bytes(long number) {
        return (71 - Long.numberOfLeadingZeros(number)) / 8;
    }

    private void put(long number, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (number >>> shift);
        }
    }

    private long get(int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | buffer[length++] & 0xFF;
        }
        return number;
    }
}
