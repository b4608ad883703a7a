package vn.anttmap.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Clients that keep their connection and do nothing but ask and read: what is measured is the service and not its asker, as
 * pgbench measures a database. HTTP/1.1; bodies with a length or in portions.
 */
final class LoadClients {

    private static final int BUFFER = 1 << 16;

    private final String host;
    private final int port;
    private final String headers;

    /** @param headers lines of the request, each ended */
    LoadClients(String baseUrl, String headers) {
        URI address = URI.create(baseUrl);
        this.host = address.getHost();
        this.port = address.getPort();
        this.headers = "Host: " + host + ":" + port + "\r\n" + headers + "\r\n";
    }

    /** @param perSecond answers @param bytesEach of an answer's body, on average */
    record Result(double perSecond, double bytesEach) {}

    /** So many clients for so many seconds; each counts its requests from another hundred thousand. */
    Result ask(int clients, double seconds, IntFunction<String> path) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicLong answers = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        List<Future<?>> all = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int first = client * 100_000;
            all.add(threads.submit(() -> {
                int i = first;
                try {
                    while (System.nanoTime() < end) {
                        try (Socket socket = new Socket(host, port)) {
                            socket.setTcpNoDelay(true);
                            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
                            boolean open = true;
                            while (open && System.nanoTime() < end) {
                                Answer answer = ask(socket.getOutputStream(), in, path.apply(i++));
                                bytes.addAndGet(answer.bytes());
                                answers.incrementAndGet();
                                open = !answer.last();
                            }
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        return new Result(
                answers.get() / ((System.nanoTime() - begin) / 1e9), (double) bytes.get() / Math.max(1, answers.get()));
    }

    /** @param bytes of the body @param last whether the service closes the connection behind it */
    private record Answer(long bytes, boolean last) {}

    private Answer ask(OutputStream out, InputStream in, String path) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\n" + headers).getBytes(StandardCharsets.US_ASCII));
        String status = line(in);
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            last |= lower.equals("connection: close");
            chunked |= lower.equals("transfer-encoding: chunked");
        }
        long read = chunked ? portions(in) : length;
        if (!chunked) {
            in.skipNBytes(length);
        }
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " for " + path);
        }
        return new Answer(read, last);
    }

    private static long portions(InputStream in) throws IOException {
        long all = 0;
        while (true) {
            long portion = Long.parseLong(line(in).strip(), 16);
            in.skipNBytes(portion);
            line(in);
            all += portion;
            if (portion == 0) {
                return all;
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("the service closed the connection");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }
}
