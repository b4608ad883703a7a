package vn.anttmap.ogcapi.tiles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What of the protobuf encoding vector tiles need. */
final class ProtoBytes {

    static final int VARINT = 0;
    static final int EIGHT_BYTES = 1;
    static final int SOME_BYTES = 2;

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    ProtoBytes tag(int field, int type) {
        return varint(field << 3 | type);
    }

    ProtoBytes varint(long value) {
        if (size + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + 10));
        }
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    ProtoBytes field(int field, long value) {
        return tag(field, VARINT).varint(value);
    }

    ProtoBytes field(int field, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return tag(field, SOME_BYTES).varint(utf8.length).raw(utf8, utf8.length);
    }

    ProtoBytes field(int field, ProtoBytes message) {
        return tag(field, SOME_BYTES).varint(message.size).raw(message.bytes, message.size);
    }

    ProtoBytes field(int field, double value) {
        tag(field, EIGHT_BYTES);
        long bits = Double.doubleToLongBits(value);
        byte[] little = new byte[8];
        for (int i = 0; i < 8; i++) {
            little[i] = (byte) (bits >>> 8 * i);
        }
        return raw(little, 8);
    }

    /** The fields of another message, as they are. */
    ProtoBytes append(ProtoBytes other) {
        return raw(other.bytes, other.size);
    }

    private ProtoBytes raw(byte[] more, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
        return this;
    }
}
