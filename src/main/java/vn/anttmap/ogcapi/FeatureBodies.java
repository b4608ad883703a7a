package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Reads bodies of writing requests: their type, their reference system, their JSON. */
@Component
class FeatureBodies {

    static final String FEATURE_TYPES = MediaTypes.GEO_JSON + ", " + MediaTypes.JSON;
    static final String PATCH_TYPE = "application/merge-patch+json";

    private static final List<MediaType> FEATURES = MediaType.parseMediaTypes(FEATURE_TYPES);
    private static final List<MediaType> PATCHES = MediaType.parseMediaTypes(PATCH_TYPE);

    private final JsonMapper json;
    private final ReferenceSystems systems;

    FeatureBodies(JsonMapper json, ReferenceSystems systems) {
        this.json = json;
        this.systems = systems;
    }

    /**
     * @param patch whether a merge patch is expected, and no feature
     * @throws UserProblem of kind INVALID without a {@code Content-Type}: the standard wants 400 for it
     */
    JsonNode read(HttpServletRequest request, boolean patch) throws IOException, HttpMediaTypeNotSupportedException {
        List<MediaType> readable = patch ? PATCHES : FEATURES;
        String type = request.getContentType();
        if (type == null) {
            throw UserProblem.of(Kind.INVALID, "content-type-missing", patch ? PATCH_TYPE : FEATURE_TYPES);
        }
        MediaType sent = mediaType(type);
        if (sent == null || readable.stream().noneMatch(one -> one.isCompatibleWith(sent))) {
            throw new HttpMediaTypeNotSupportedException(sent, readable);
        }
        try {
            return json.readTree(request.getInputStream());
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException("unreadable", unreadable, new ServletServerHttpRequest(request));
        }
    }

    private static @Nullable MediaType mediaType(String type) {
        try {
            return MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException unreadable) {
            return null;
        }
    }

    /** @param header value of {@code Content-Crs}, with angle brackets or without; null for CRS84 */
    OgcCrs crs(@Nullable String header) {
        return header == null
                ? OgcCrs.CRS84
                : systems.of(FeatureAnswers.CONTENT_CRS, header.strip().replaceAll("^<|>$", ""));
    }
}
