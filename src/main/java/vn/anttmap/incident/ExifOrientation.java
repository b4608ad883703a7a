package vn.anttmap.incident;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as a JPEG says in its Exif segment (tag 0x0112, values 1 to 8 of the Exif standard): read before
 * the segment is thrown away, or portraits would lie on their side. Anything unreadable counts as upright.
 */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int START_OF_SCAN = 0xFFDA;
    private static final int APP1 = 0xFFE1;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /** @return 1 to 8 */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer file = ByteBuffer.wrap(jpeg);
            int at = 2;
            while (at + 4 <= jpeg.length) {
                int marker = file.getShort(at) & 0xFFFF;
                int length = file.getShort(at + 2) & 0xFFFF;
                if (marker == START_OF_SCAN || marker < 0xFF00) {
                    return UPRIGHT;
                }
                if (marker == APP1 && isExif(file, at + 4)) {
                    return inTiff(file.slice(at + 10, length - 8));
                }
                at += 2 + length;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutShort) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer file, int at) {
        for (int i = 0; i < EXIF.length; i++) {
            if (file.get(at + i) != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    static boolean onItsSide(int orientation) {
        return orientation >= 5;
    }

    /** Turns a picture of the given size upright, with its corner at the origin. */
    static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
