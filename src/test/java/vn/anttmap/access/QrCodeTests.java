package vn.anttmap.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTests {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 4;

    /** The path is drawn as a browser draws it, and read as a camera reads it. */
    @Test
    void readsBackFromThePathThatIsDrawn() throws Exception {
        String uri = SecondFactors.uri(
                "nguyen.van.an", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20});
        QrCode code = QrCode.of(uri);
        int side = code.size() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = RUN.matcher(code.path());
        int end = 0;
        while (run.find()) {
            assertThat(run.start()).isEqualTo(end);
            assertThat(run.group(3)).isEqualTo(run.group(4));
            end = run.end();
            for (int y = 0; y < SCALE; y++) {
                int from = (Integer.parseInt(run.group(2)) * SCALE + y) * side + Integer.parseInt(run.group(1)) * SCALE;
                Arrays.fill(pixels, from, from + Integer.parseInt(run.group(3)) * SCALE, 0);
            }
        }
        assertThat(end).isEqualTo(code.path().length());

        String read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();

        assertThat(read)
                .isEqualTo(uri)
                // The Key URI Format of authenticator apps.
                .isEqualTo("otpauth://totp/ANTT%20Map:nguyen.van.an?secret=AEBAGBAFAYDQQCIKBMGA2DQPCAIREEYU"
                        + "&issuer=ANTT%20Map&algorithm=SHA1&digits=6&period=30");
    }
}
