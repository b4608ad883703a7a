package vn.anttmap.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Sets the headers of a download with the first byte, so that a failure before it can still be explained. */
final class Download extends FilterOutputStream {

    private final HttpServletResponse response;
    private final String name;
    private final MediaType type;
    private boolean started;

    Download(HttpServletResponse response, String name, MediaType type) {
        super(OutputStream.nullOutputStream());
        this.response = response;
        this.name = name;
        this.type = type;
    }

    /** Whether a byte has left. */
    boolean started() {
        return started;
    }

    @Override
    public void write(int value) throws IOException {
        start();
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        start();
        out.write(bytes, offset, length);
    }

    private void start() throws IOException {
        if (!started) {
            started = true;
            response.setContentType(type.toString());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            out = response.getOutputStream();
        }
    }
}
