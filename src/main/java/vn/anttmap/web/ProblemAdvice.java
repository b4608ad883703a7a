package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.anttmap.geo.BadExtentException;
import vn.anttmap.geo.ImplausibleCoordinatesException;
import vn.anttmap.geo.UnknownCoordinateSystemException;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.status.FullDisk;

/**
 * Turns what went wrong into a problem document. A fault of the caller is explained; a fault of the service gets a
 * number, and its cause stays in the log.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final ApiEntryPoint entryPoint;
    private final FullDisk fullDisk;

    ProblemAdvice(Problems problems, ApiEntryPoint entryPoint, FullDisk fullDisk) {
        this.problems = problems;
        this.entryPoint = entryPoint;
        this.fullDisk = fullDisk;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> userProblem(UserProblem problem, HttpServletRequest request, Locale locale) {
        return answer(problems.of(problem, request, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> extent(BadExtentException problem, HttpServletRequest request, Locale locale) {
        return invalid("bbox-invalid", "bbox", request.getParameter("bbox"), request, locale, problem.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> system(
            UnknownCoordinateSystemException problem, HttpServletRequest request, Locale locale) {
        return invalid("crs-unknown", "crs", request.getParameter("crs"), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> implausible(
            ImplausibleCoordinatesException problem, HttpServletRequest request, Locale locale) {
        ProblemDetail detail = problems.of(422, "coordinates-implausible", new Object[0], request, locale);
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException problem, HttpServletRequest request, Locale locale) {
        Throwable cause = problem.getMostSpecificCause();
        for (Throwable link = problem; link != null; link = link.getCause()) {
            if (link instanceof BodyTooLargeException tooLarge) {
                return answer(
                        problems.of(413, "body-too-large", new Object[] {tooLarge.largestBytes()}, request, locale));
            }
            if (link instanceof UnrecognizedPropertyException unknown) {
                return invalid(
                        "field-unknown", unknown.getPropertyName(), null, request, locale, unknown.getPropertyName());
            }
            if (link instanceof InvalidFormatException format) {
                return unreadable(
                        path(format), format.getTargetType(), String.valueOf(format.getValue()), request, locale);
            }
        }
        if (cause instanceof MismatchedInputException mismatch
                && !path(mismatch).isEmpty()) {
            return unreadable(path(mismatch), mismatch.getTargetType(), null, request, locale);
        }
        if (cause instanceof InputCoercionException overflow && !path(overflow).isEmpty()) {
            return unreadable(path(overflow), overflow.getTargetType(), null, request, locale);
        }
        if (cause instanceof JacksonException json && !path(json).isEmpty()) {
            return unreadable(path(json), null, null, request, locale);
        }
        return answer(problems.of(400, "body-unreadable", new Object[0], request, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(
            HttpMediaTypeNotSupportedException problem, HttpServletRequest request, Locale locale) {
        ProblemDetail detail = problems.of(415, "content-type-wrong", new Object[0], request, locale);
        detail.setProperty("received", String.valueOf(problem.getContentType()));
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fileTooLarge(
            MaxUploadSizeExceededException problem, HttpServletRequest request, Locale locale) {
        return answer(problems.of(413, "file-too-large", new Object[0], request, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> upload(MultipartException problem, HttpServletRequest request, Locale locale) {
        return answer(problems.of(400, "upload-broken", new Object[0], request, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(
            MethodArgumentTypeMismatchException problem, HttpServletRequest request, Locale locale) {
        return unreadable(
                problem.getName(), problem.getRequiredType(), String.valueOf(problem.getValue()), request, locale);
    }

    /** Parameters that are bound together; the first of them that cannot be read. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(
            MethodArgumentNotValidException problem, HttpServletRequest request, Locale locale) {
        FieldError error = problem.getFieldErrors().get(0);
        Class<?> type = error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
        return unreadable(error.getField(), type, String.valueOf(error.getRejectedValue()), request, locale);
    }

    /** Parameters that cannot be decoded, such as {@code %zz}: Tomcat tells only when the first one is asked for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(
            InvalidParameterException problem, HttpServletRequest request, Locale locale) {
        return answer(problems.of(400, "parameters-undecodable", new Object[0], request, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestParameterException problem, HttpServletRequest request, Locale locale) {
        return invalid("field-missing", problem.getParameterName(), null, request, locale, problem.getParameterName());
    }

    @ExceptionHandler
    void signedOutMeanwhile(
            AuthenticationException problem,
            HttpServletRequest request,
            jakarta.servlet.http.HttpServletResponse response)
            throws java.io.IOException {
        entryPoint.commence(request, response, problem);
    }

    /** Two people at once: the first one won, and nothing of the second is half done. */
    @ExceptionHandler({OptimisticLockingFailureException.class, DataIntegrityViolationException.class})
    ResponseEntity<ProblemDetail> changedMeanwhile(
            DataAccessException problem, HttpServletRequest request, Locale locale) {
        // Only the code: the database's words can hold what was written.
        if (problem.getMostSpecificCause() instanceof SQLException refused) {
            LOG.info(
                    "refused by the database with {} at {} {}",
                    refused.getSQLState(),
                    request.getMethod(),
                    request.getRequestURI());
        }
        return answer(problems.of(409, "changed-meanwhile", new Object[0], request, locale));
    }

    @ExceptionHandler
    void clientWentAway(AsyncRequestNotUsableException problem) {
        LOG.debug("the client closed the connection");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception problem, HttpServletRequest request, Locale locale)
            throws Exception {
        if (problem instanceof org.springframework.security.access.AccessDeniedException) {
            throw problem;
        }
        if (problem instanceof ErrorResponse response) {
            HttpStatusCode status = response.getStatusCode();
            ProblemDetail detail =
                    problems.of(status.value(), Problems.key(status.value()), new Object[0], request, locale);
            if (status.is5xxServerError()) {
                String errorId = ErrorId.next();
                LOG.warn("error {} at {} {}: {}", errorId, request.getMethod(), request.getRequestURI(), status);
                detail.setProperty(ErrorId.MEMBER, errorId);
            }
            HttpHeaders headers = new HttpHeaders();
            headers.putAll(response.getHeaders());
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return new ResponseEntity<>(detail, headers, status);
        }
        if (DatabaseOutage.isIn(problem)) {
            String errorId = ErrorId.next();
            DatabaseOutage.Told told = DatabaseOutage.told(problem, fullDisk);
            LOG.warn(
                    "error {}, {} at {} {}: {}",
                    errorId,
                    told.key(),
                    request.getMethod(),
                    request.getRequestURI(),
                    problem.toString());
            ProblemDetail away = problems.of(503, told.key(), new Object[0], request, locale);
            away.setProperty(ErrorId.MEMBER, errorId);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(told.retryAfter()))
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(away);
        }
        String errorId = ErrorId.next();
        LOG.error("error {} at {} {}", errorId, request.getMethod(), request.getRequestURI(), problem);
        ProblemDetail detail = problems.of(500, "internal", new Object[] {errorId}, request, locale);
        detail.setProperty(ErrorId.MEMBER, errorId);
        return answer(detail);
    }

    private ResponseEntity<ProblemDetail> unreadable(
            String parameter,
            @Nullable Class<?> type,
            @Nullable String received,
            HttpServletRequest request,
            Locale locale) {
        return invalid(
                ValueMessages.key(type), parameter, received, request, locale, parameter, ValueMessages.choices(type));
    }

    private ResponseEntity<ProblemDetail> invalid(
            String key,
            String parameter,
            @Nullable String received,
            HttpServletRequest request,
            Locale locale,
            @Nullable Object... arguments) {
        ProblemDetail detail = problems.of(400, key, arguments, request, locale);
        detail.setProperty("parameter", parameter);
        if (received != null) {
            detail.setProperty("received", received.length() > 100 ? received.substring(0, 100) + "…" : received);
        }
        return answer(detail);
    }

    private static String path(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        problem.getPath().forEach(reference -> {
            if (reference.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        });
        return path.toString();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
