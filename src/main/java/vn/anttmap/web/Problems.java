package vn.anttmap.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;

/** Builds RFC 9457 problem documents in the caller's language from message keys. */
@Component
class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail of(UserProblem problem, HttpServletRequest request, Locale locale) {
        ProblemDetail detail = of(status(problem.kind()), problem.key(), problem.arguments(), request, locale);
        if (problem.parameter() != null) {
            detail.setProperty("parameter", problem.parameter());
        }
        if (problem.received() != null) {
            detail.setProperty("received", problem.received());
        }
        problem.extras().forEach(detail::setProperty);
        return detail;
    }

    ProblemDetail of(int status, String key, Object[] arguments, HttpServletRequest request, Locale locale) {
        // Numbers are handed over as text: a message must not print an identifier or a code with thousands separators.
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = arguments[i] instanceof MessageText text
                    ? messages.getMessage(text.key(), null, locale)
                    : String.valueOf(arguments[i]);
        }
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatusCode.valueOf(status));
        detail.setType(URI.create(ErrorDocsController.PATH + "#" + key));
        detail.setTitle(messages.getMessage("error." + key + ".title", texts, locale));
        detail.setDetail(messages.getMessage("error." + key + ".detail", texts, locale));
        instance(request).ifPresent(detail::setInstance);
        return detail;
    }

    /** The message for a status that was decided elsewhere, by Spring or by the server. */
    static String key(int status) {
        return switch (status) {
            case 404 -> "path-unknown";
            case 405 -> "method-not-allowed";
            case 406 -> "accept-refused";
            default -> "request-refused";
        };
    }

    /** The path that was asked for, also while an error page is made of it; empty where it is no path at all. */
    private static Optional<URI> instance(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        try {
            return Optional.ofNullable(asked == null ? request.getRequestURI() : asked.toString())
                    .map(URI::create);
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }

    private static int status(UserProblem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case UNPROCESSABLE -> 422;
            case VERSION_REQUIRED -> 428;
        };
    }
}
