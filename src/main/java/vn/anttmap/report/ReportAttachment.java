package vn.anttmap.report;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** How a document goes out: as a file to be saved, under a name that every system takes, and kept by no cache. */
public final class ReportAttachment {

    private ReportAttachment() {}

    /** Writes the head of the answer; the bytes follow. */
    public static void announce(HttpServletResponse response, String fileName, String mediaType, long sizeBytes) {
        response.setContentType(mediaType);
        response.setContentLengthLong(sizeBytes);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** @param ending without the dot */
    public static String fileName(String name, String ending) {
        return name.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "-") + "." + ending;
    }
}
