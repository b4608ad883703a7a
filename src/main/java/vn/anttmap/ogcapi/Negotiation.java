package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Which of its two forms a document takes: by the parameter {@code f}, else by the header {@code Accept}. */
final class Negotiation {

    private Negotiation() {}

    /**
     * @param f {@code json}, {@code html} or null
     * @param jsonTypes what the document may be called as JSON
     * @return whether a page is wanted
     * @throws UserProblem of kind INVALID for another {@code f}
     * @throws HttpMediaTypeNotAcceptableException if the caller takes neither
     */
    static boolean html(
            @Nullable String f, HttpServletRequest request, HttpServletResponse response, String... jsonTypes)
            throws HttpMediaTypeNotAcceptableException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (f != null) {
            return switch (f) {
                case "json" -> false;
                case "html" -> true;
                default ->
                    throw UserProblem.of(Kind.INVALID, "choice-unknown", "f", "json, html")
                            .at("f", f);
            };
        }
        List<String> sent = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        List<MediaType> accepted = accepted(sent);
        if (accepted.isEmpty()) {
            return false;
        }
        double html = quality(accepted, List.of(MediaTypes.HTML));
        double json = quality(accepted, List.of(jsonTypes));
        if (html == 0 && json == 0) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML));
        }
        return html > json;
    }

    private static List<MediaType> accepted(List<String> sent) {
        try {
            return new ArrayList<>(MediaType.parseMediaTypes(sent));
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }

    /** Of the most specific range that any of the types falls under; 0 where none does. */
    private static double quality(List<MediaType> accepted, List<String> types) {
        double best = 0;
        for (String type : types) {
            MediaType offered = MediaType.parseMediaType(type);
            double quality = accepted.stream()
                    .filter(range -> range.getType().equals("*")
                            || range.getType().equals(offered.getType())
                                    && (range.isWildcardSubtype()
                                            || range.getSubtype().equals(offered.getSubtype())))
                    .max(Comparator.comparingInt(Negotiation::precision))
                    .map(MediaType::getQualityValue)
                    .orElse(0.0);
            best = Math.max(best, quality);
        }
        return best;
    }

    private static int precision(MediaType range) {
        return range.getType().equals("*") ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }
}
