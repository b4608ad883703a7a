package vn.anttmap.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for servers that a test starts. */
public final class FreePort {

    // Below the range from which Linux gives ports to outgoing connections (32768 and up): one found free there can be
    // taken again before the server binds it.
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private static final int ATTEMPTS = 100;

    private FreePort() {}

    /**
     * A port on 127.0.0.1 that nothing listens on at this moment.
     *
     * @throws IllegalStateException if a hundred random ones were all taken
     */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Try the next one.
            }
        }
        throw new IllegalStateException("No free port found between " + FIRST + " and " + LAST);
    }
}
