package vn.anttmap.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects text and sends it on as UTF-8 in portions that end with a row. What was collected can be dropped. */
final class TextOutput {

    private static final int PORTION = 1 << 15;

    private final OutputStream target;
    private final StringBuilder text = new StringBuilder(2 * PORTION);

    TextOutput(OutputStream target) {
        this.target = target;
    }

    /** Where the next characters go. */
    StringBuilder text() {
        return text;
    }

    /** A row is complete: sends a full portion. */
    void endRow() throws IOException {
        if (text.length() >= PORTION) {
            send();
        }
    }

    /** Sends the rest; nothing follows. */
    void finish() throws IOException {
        send();
        target.flush();
    }

    private void send() throws IOException {
        target.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
