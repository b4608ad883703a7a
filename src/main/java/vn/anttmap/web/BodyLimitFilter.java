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

/** Keeps bodies small, whether their length is announced or not; files and tables have a larger limit of their own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;
    private final WebSettings settings;

    BodyLimitFilter(ProblemWriter problems, WebSettings settings) {
        this.problems = problems;
        this.settings = settings;
    }

    private static boolean isPhoto(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().startsWith("/api/incidents/")
                && request.getRequestURI().endsWith("/photos")
                && type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static boolean isDocument(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().startsWith("/api/safety/")
                && request.getRequestURI().endsWith("/documents")
                && type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean file = takesFiles(request);
        int largestBytes = file ? settings.largestFileBytes() : settings.largestBodyBytes();
        if (request.getContentLengthLong() > largestBytes) {
            problems.write(request, response, 413, file ? "file-too-large" : "body-too-large", largestBytes);
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, largestBytes) : request, response);
    }

    private static boolean takesFiles(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/imports/")
                || request.getRequestURI().startsWith("/api/boundary-changes")
                || isPhoto(request)
                || isDocument(request);
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final int largestBytes;

        Counted(HttpServletRequest request, int largestBytes) {
            super(request);
            this.largestBytes = largestBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), largestBytes);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final int largestBytes;
        private long read;

        CountedStream(ServletInputStream stream, int largestBytes) {
            this.stream = stream;
            this.largestBytes = largestBytes;
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
