package vn.anttmap.ogcapi.tiles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a tile: packed for whoever takes gzip, 304 for whoever has it. */
final class TileAnswers {

    static final MediaType MVT = MediaType.valueOf("application/vnd.mapbox-vector-tile");

    private TileAnswers() {}

    /**
     * @param acceptEncoding of the request
     * @param ifNoneMatch of the request
     */
    static ResponseEntity<byte[]> of(Tile tile, @Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        boolean packed = tile.packed().length > 0 && takesGzip(acceptEncoding);
        // Two encodings are two representations: each has a strong tag of its own.
        String tag = "\"" + tile.hash() + (packed ? "-gz" : "") + "\"";
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                        has(ifNoneMatch, tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (has(ifNoneMatch, tag)) {
            return answer.build();
        }
        if (packed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.contentType(MVT).body(packed ? tile.packed() : tile.unpacked());
    }

    private static boolean takesGzip(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(coding -> (coding.equals("gzip") || coding.equals("*") || coding.startsWith("gzip;"))
                                && !coding.matches(".*;\\s*q=0(\\.0*)?"));
    }

    private static boolean has(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && List.of(ifNoneMatch.split(",")).stream()
                        .map(String::strip)
                        // A proxy may have made it weak.
                        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                        .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }
}
