package vn.anttmap.territory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.anttmap.geo.Wgs84;

/**
 * Rows in the binary form of PostgreSQL's COPY: each a number of columns, each column its length in bytes, −1 for null, and its
 * bytes as the type's receive function takes them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, binary format</a>
 */
final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    /** Dates are days from here. */
    private static final long EPOCH_DAY_OF_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final int EWKB_SRID = 0x20000000;
    private static final int POLYGON = 3;
    private static final int MULTI_POLYGON = 6;

    private ByteBuffer out = ByteBuffer.allocate(1 << 16);

    CopyRows begin() {
        room(SIGNATURE.length + 8);
        // Behind the signature no flags and no further header.
        out.put(SIGNATURE).putInt(0).putInt(0);
        return this;
    }

    CopyRows row(int columns) {
        room(2);
        out.putShort((short) columns);
        return this;
    }

    CopyRows end() {
        return row(-1);
    }

    CopyRows text(@Nullable String text) {
        if (text == null) {
            return nothing();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(4 + bytes.length);
        out.putInt(bytes.length).put(bytes);
        return this;
    }

    CopyRows number(@Nullable Long number) {
        room(12);
        if (number == null) {
            return nothing();
        }
        out.putInt(8).putLong(number);
        return this;
    }

    CopyRows number(@Nullable Integer number) {
        room(8);
        if (number == null) {
            return nothing();
        }
        out.putInt(4).putInt(number);
        return this;
    }

    CopyRows number(@Nullable Double number) {
        room(12);
        if (number == null) {
            return nothing();
        }
        out.putInt(8).putDouble(number);
        return this;
    }

    CopyRows truth(boolean truth) {
        room(5);
        out.putInt(1).put((byte) (truth ? 1 : 0));
        return this;
    }

    CopyRows day(@Nullable LocalDate day) {
        return number(day == null ? null : Integer.valueOf((int) (day.toEpochDay() - EPOCH_DAY_OF_2000)));
    }

    /** EWKB in network order. @param geometry EPSG:4326 */
    CopyRows geometry(@Nullable MultiPolygon geometry) {
        if (geometry == null) {
            return nothing();
        }
        room(32 + 16 * geometry.getNumPoints() + 32 * geometry.getNumGeometries());
        int at = out.position();
        out.putInt(0);
        out.put((byte) 0).putInt(MULTI_POLYGON | EWKB_SRID).putInt(Wgs84.SRID).putInt(geometry.getNumGeometries());
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            room(9);
            out.put((byte) 0).putInt(POLYGON).putInt(polygon.getNumInteriorRing() + 1);
            ring(polygon.getExteriorRing());
            for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                ring(polygon.getInteriorRingN(j));
            }
        }
        out.putInt(at, out.position() - at - 4);
        return this;
    }

    int size() {
        return out.position();
    }

    byte[] bytes() {
        return out.array();
    }

    void clear() {
        out.clear();
    }

    private void ring(LinearRing ring) {
        CoordinateSequence places = ring.getCoordinateSequence();
        room(4 + 16 * places.size());
        out.putInt(places.size());
        for (int i = 0; i < places.size(); i++) {
            out.putDouble(places.getX(i)).putDouble(places.getY(i));
        }
    }

    private CopyRows nothing() {
        room(4);
        out.putInt(-1);
        return this;
    }

    private void room(int bytes) {
        if (out.remaining() < bytes) {
            int size = Math.max(2 * out.capacity(), out.position() + bytes);
            out = ByteBuffer.wrap(Arrays.copyOf(out.array(), size)).position(out.position());
        }
    }
}
