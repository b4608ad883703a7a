package vn.anttmap.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures as cameras make them: the upper left quarter red, the rest blue, and where it was taken in the Exif segment. */
public final class TestPhoto {

    /** What a reader of the file would find of the place. */
    public static final String SECRET = "19.97194N 105.64806E";

    private TestPhoto() {}

    public static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    /** Every pixel another colour: what compresses worst. */
    public static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(42);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    /** @param format jpeg or png */
    public static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A JPEG with an Exif segment after its start: how the camera was held, and a GPS directory with {@link #SECRET}.
     *
     * @param orientation 1 to 8
     */
    public static byte[] fromCamera(BufferedImage image, int orientation) {
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        // Big-endian TIFF; the first directory at 8 has two entries: orientation, and where the GPS directory is (38).
        exif.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2});
        exif.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        exif.writeBytes(new byte[] {(byte) 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38});
        exif.writeBytes(new byte[] {0, 0, 0, 0});
        // GPSAreaInformation (0x1C), text at 56.
        exif.writeBytes(new byte[] {0, 1, 0, 0x1C, 0, 7, 0, 0, 0, (byte) secret.length, 0, 0, 0, 56, 0, 0, 0, 0});
        exif.writeBytes(secret);
        byte[] jpeg = encode(image, "jpeg");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        int length = exif.size() + 2;
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        file.writeBytes(exif.toByteArray());
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }
}
