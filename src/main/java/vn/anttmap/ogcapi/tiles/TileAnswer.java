package vn.anttmap.ogcapi.tiles;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An answer with a tile: packed for whoever takes gzip, 304 for whoever has it.
 *
 * @param body null for whoever has it
 */
record TileAnswer(String tag, boolean packed, byte @Nullable [] body) {

    static final MediaType MVT = MediaType.valueOf("application/vnd.mapbox-vector-tile");

    private static final String MVT_TEXT = MVT.toString();
    private static final String CACHING = "no-cache, private";

    /**
     * @param acceptEncoding of the request
     * @param ifNoneMatch of the request
     */
    static TileAnswer of(Tile tile, @Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        boolean packed = tile.isPacked() && takesGzip(acceptEncoding);
        // Two encodings are two representations: each has a strong tag of its own.
        String tag = "\"" + tile.hash() + (packed ? "-gz" : "") + "\"";
        if (has(ifNoneMatch, tag)) {
            return new TileAnswer(tag, packed, null);
        }
        return new TileAnswer(tag, packed, packed ? tile.kept() : tile.unpacked());
    }

    ResponseEntity<byte[]> entity() {
        byte[] bytes = body;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(bytes == null ? 304 : 200)
                .eTag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (bytes == null) {
            return answer.build();
        }
        if (packed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.contentType(MVT).body(bytes);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHING);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        byte[] bytes = body;
        if (bytes == null) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(MVT_TEXT);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        return acceptEncoding.equals("gzip")
                || Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(coding -> (coding.equals("gzip") || coding.equals("*") || coding.startsWith("gzip;"))
                                && !coding.matches(".*;\\s*q=0(\\.0*)?"));
    }

    private static boolean has(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        // A proxy may have made it weak.
                        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                        .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }
}
