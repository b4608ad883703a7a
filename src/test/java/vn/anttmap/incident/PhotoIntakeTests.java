package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.TestPhoto;

/** What is left of a photo is the picture, small and upright; what is no photo is refused before it does harm. */
class PhotoIntakeTests {

    @Test
    void thePlaceAndAllElseOfTheCameraAreGone() throws IOException {
        byte[] camera = TestPhoto.fromCamera(TestPhoto.picture(400, 300), 1);
        assertThat(text(camera)).contains(TestPhoto.SECRET).contains("Exif");

        byte[] kept = PhotoIntake.of(camera).jpeg();

        assertThat(text(kept)).doesNotContain(TestPhoto.SECRET).doesNotContain("Exif");
        // Nothing but JFIF, tables, frame and scan: no APP1 to APP15, no comment.
        assertThat(markers(kept)).isSubsetOf(Set.of(0xE0, 0xDB, 0xC0, 0xC4, 0xDA));
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # held, width, height, where the red quarter (upper left of the sensor) belongs
            1,      400,   300,    upper left
            2,      400,   300,    upper right
            3,      400,   300,    lower right
            4,      400,   300,    lower left
            5,      300,   400,    upper left
            6,      300,   400,    upper right
            7,      300,   400,    lower right
            8,      300,   400,    lower left
            """)
    void aPhotoIsTurnedUpright(int orientation, int width, int height, String red) throws IOException {
        PhotoIntake.Picture picture = PhotoIntake.of(TestPhoto.fromCamera(TestPhoto.picture(400, 300), orientation));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
        assertThat(picture.width()).isEqualTo(width).isEqualTo(image.getWidth());
        assertThat(picture.height()).isEqualTo(height).isEqualTo(image.getHeight());
        for (String corner : new String[] {"upper left", "upper right", "lower left", "lower right"}) {
            int x = corner.endsWith("left") ? width / 4 : 3 * width / 4;
            int y = corner.startsWith("upper") ? height / 4 : 3 * height / 4;
            Color colour = new Color(image.getRGB(x, y));
            assertThat(colour.getRed() > 200 && colour.getBlue() < 50)
                    .as(corner)
                    .isEqualTo(corner.equals(red));
        }
    }

    @ParameterizedTest
    @CsvSource({"5000,2500,1600,800", "2500,5000,800,1600", "1600,1600,1600,1600", "12,7,12,7", "9000,3,1600,1"})
    void theLongestSideIsAtMost1600Pixels(int width, int height, int keptWidth, int keptHeight) {
        PhotoIntake.Picture picture = PhotoIntake.of(TestPhoto.encode(TestPhoto.picture(width, height), "png"));

        assertThat(picture.width()).isEqualTo(keptWidth);
        assertThat(picture.height()).isEqualTo(keptHeight);
    }

    @Test
    void whatCompressesWorstStillFits() {
        byte[] noise = TestPhoto.encode(TestPhoto.noise(1600, 1600), "jpeg");

        assertThat(PhotoIntake.of(noise).jpeg()).hasSizeLessThanOrEqualTo(PhotoIntake.LARGEST_RESULT_BYTES);
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        byte[] clear = TestPhoto.encode(new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB), "png");

        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(PhotoIntake.of(clear).jpeg()));

        assertThat(new Color(image.getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    @Test
    void aFileOfTooManyBytesIsRefused() {
        byte[] jpeg = TestPhoto.encode(TestPhoto.picture(10, 10), "jpeg");

        assertRefused("photo-too-large", Arrays.copyOf(jpeg, PhotoIntake.LARGEST_FILE_BYTES + 1));
    }

    /** A few hundred bytes that say they are a picture of up to 2^62 pixels: refused by their header alone. */
    @ParameterizedTest
    @CsvSource({"8000,5001", "50000,50000", "2147483647,2147483647", "40000000,1", "1,20001"})
    void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded(int width, int height) {
        assertRefused("photo-too-large", pngThatClaims(width, height));
    }

    @Test
    void aJpegOfTooManyPixelsIsRefusedBeforeItIsDecoded() {
        byte[] jpeg = TestPhoto.encode(TestPhoto.picture(16, 16), "jpeg");
        // The frame header (FFC0) holds height and width.
        for (int i = 0; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 65_000).putShort(i + 7, (short) 65_000);
            }
        }

        assertRefused("photo-too-large", jpeg);
    }

    @Test
    void aJpegOfThousandsOfScansIsRefused() {
        byte[] jpeg = TestPhoto.encode(TestPhoto.picture(16, 16), "jpeg");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 1_000; i++) {
            bomb.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0});
        }

        assertRefused("photo-unreadable", bomb.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<html><script>alert(1)</script></html>",
                "GIF89a",
                "BM",
                "PK",
                "%PDF-1.7"
            })
    void whatIsNoPhotoIsRefused(String text) {
        assertRefused("photo-unreadable", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void whatIsCutShortOrDamagedIsRefusedOrReadAndNeverAFault(String format) {
        byte[] whole = TestPhoto.encode(TestPhoto.picture(64, 48), format);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] broken = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : 8 + random.nextInt(whole.length - 8));
            for (int change = 0; change < 1 + i % 8; change++) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt();
            }
            try {
                PhotoIntake.of(broken);
            } catch (UserProblem refused) {
                assertThat(refused.key()).isIn("photo-unreadable", "photo-too-large");
            }
        }
    }

    @Test
    void aDamagedExifSegmentDoesNotKeepThePictureOut() {
        byte[] camera = TestPhoto.fromCamera(TestPhoto.picture(40, 30), 6);
        for (int i = 12; i < 60; i++) {
            byte[] damaged = camera.clone();
            damaged[i] = (byte) 0xFF;
            assertThat(ExifOrientation.of(damaged)).isBetween(1, 8);
        }
        assertThat(ExifOrientation.of(new byte[0])).isEqualTo(1);
    }

    private static byte[] pngThatClaims(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(8 + 25 + 12);
        header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        header.putInt(13).put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array(), 12, 17);
        header.putInt((int) crc.getValue());
        header.putInt(0).put(new byte[] {'I', 'D', 'A', 'T'}).putInt(0x35AF061E);
        return header.array();
    }

    private static void assertRefused(String key, byte[] file) {
        assertThatThrownBy(() -> PhotoIntake.of(file)).isInstanceOfSatisfying(UserProblem.class, problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.kind()).isEqualTo(UserProblem.Kind.UNPROCESSABLE);
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Second bytes of the segments up to the scan. */
    private static Set<Integer> markers(byte[] jpeg) {
        Set<Integer> markers = new HashSet<>();
        int at = 2;
        while (true) {
            int marker = jpeg[at + 1] & 0xFF;
            markers.add(marker);
            if (marker == 0xDA) {
                return markers;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
    }
}
