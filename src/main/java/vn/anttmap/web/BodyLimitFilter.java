package vn.anttmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps bodies of the JSON interface small, whether their length is announced or not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

    /** A photo of 10 MB and the form around it; as {@code spring.servlet.multipart}. */
    private static final long LARGEST_PHOTO_FORM_BYTES = 11L * 1024 * 1024;

    private final ProblemWriter problems;
    private final int largestBytes;

    BodyLimitFilter(ProblemWriter problems, WebSettings settings) {
        this.problems = problems;
        this.largestBytes = settings.largestBodyBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Files of imports have their own, larger limit.
        return request.getRequestURI().startsWith("/api/imports/");
    }

    private static boolean isPhoto(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().startsWith("/api/incidents/")
                && request.getRequestURI().endsWith("/photos")
                && type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPhoto(request)) {
            // The server's own limit would answer without a word; without an announced length it still does.
            if (request.getContentLengthLong() > LARGEST_PHOTO_FORM_BYTES) {
                problems.write(request, response, 413, "file-too-large");
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        if (request.getContentLengthLong() > largestBytes) {
            problems.write(request, response, 413, "body-too-large", largestBytes);
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
    }

    private final class Counted extends HttpServletRequestWrapper {

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private final class CountedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private long read;

        CountedStream(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int value = stream.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = stream.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > largestBytes) {
                throw new BodyTooLargeException(largestBytes);
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
