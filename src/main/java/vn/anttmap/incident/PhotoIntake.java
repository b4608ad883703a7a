package vn.anttmap.incident;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Makes a plain JPEG of what was sent: decoded, turned upright, made smaller and encoded anew, so that position, device
 * and whatever else a camera writes are gone. Size and shape are looked at before anything is decoded; nothing of the
 * original touches the disk.
 */
final class PhotoIntake {

    static final int LARGEST_FILE_BYTES = 10 * 1024 * 1024;
    static final int LONGEST_SIDE = 1_600;
    /** What H2 keeps in one value of this kind, with room. */
    static final int LARGEST_RESULT_BYTES = 1_000_000;

    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE_READ = 20_000;
    /** A progressive JPEG has about ten; thousands of them are made to keep a decoder busy. */
    private static final int MOST_SCANS = 100;

    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f, 0.3f};

    /** A picture at its largest takes much memory: one at a time. */
    private static final Semaphore ONE = new Semaphore(1);

    private PhotoIntake() {}

    /** @param jpeg nothing but the picture, upright */
    record Picture(byte[] jpeg, int width, int height) {}

    /** @throws UserProblem of kind UNPROCESSABLE if it is no JPEG or PNG, damaged, or too large */
    static Picture of(byte[] file) {
        if (file.length > LARGEST_FILE_BYTES) {
            throw problem("photo-too-large", LARGEST_FILE_BYTES / 1024 / 1024, MOST_PIXELS / 1_000_000);
        }
        boolean jpeg = startsWith(file, 0xFF, 0xD8, 0xFF);
        if (!jpeg && !startsWith(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            throw problem("photo-unreadable");
        }
        if (jpeg && scans(file) > MOST_SCANS) {
            throw problem("photo-unreadable");
        }
        ONE.acquireUninterruptibly();
        try {
            BufferedImage decoded = decode(file, jpeg ? "jpeg" : "png");
            return encode(scaled(decoded, jpeg ? ExifOrientation.of(file) : ExifOrientation.UPRIGHT));
        } catch (UserProblem known) {
            throw known;
        } catch (IOException | RuntimeException damaged) {
            // Decoders throw whatever a broken file leads them to; its author learns that it is broken, no more.
            throw problem("photo-unreadable");
        } finally {
            ONE.release();
        }
    }

    private static BufferedImage decode(byte[] file, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE_READ) {
                throw problem("photo-too-large", LARGEST_FILE_BYTES / 1024 / 1024, MOST_PIXELS / 1_000_000);
            }
            ImageReadParam parameters = reader.getDefaultReadParam();
            // Every n-th pixel only, as long as twice of what is wanted is left for smoothing.
            int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage image, int orientation) {
        double factor = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        boolean turned = ExifOrientation.onItsSide(orientation);
        BufferedImage result =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
            AffineTransform upright = ExifOrientation.upright(orientation, width, height);
            upright.scale((double) width / image.getWidth(), (double) height / image.getHeight());
            graphics.drawImage(image, upright, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static Picture encode(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            for (float quality : QUALITIES) {
                byte[] jpeg = write(writer, image, quality);
                if (jpeg.length <= LARGEST_RESULT_BYTES) {
                    return new Picture(jpeg, image.getWidth(), image.getHeight());
                }
            }
            throw problem("photo-unreadable");
        } finally {
            writer.dispose();
        }
    }

    private static byte[] write(ImageWriter writer, BufferedImage image, float quality) throws IOException {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        return bytes.toByteArray();
    }

    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xDA && jpeg[i - 1] == (byte) 0xFF) {
                scans++;
            }
        }
        return scans;
    }

    private static boolean startsWith(byte[] file, int... signature) {
        if (file.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((file[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static UserProblem problem(String key, Object... arguments) {
        return UserProblem.of(Kind.UNPROCESSABLE, key, arguments).at("file", null);
    }
}
