package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is at work yet: in filters. */
@Component
class ProblemWriter {

    private final Problems problems;
    private final JsonMapper json;

    ProblemWriter(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void write(HttpServletRequest request, HttpServletResponse response, int status, String key, Object... arguments)
            throws IOException {
        write(request, response, problems.of(status, key, arguments, request, ClientLanguage.of(request)));
    }

    /** As the other one, with the number that stands in the log. */
    void writeFault(HttpServletRequest request, HttpServletResponse response, int status, String key, String errorId)
            throws IOException {
        ProblemDetail detail = problems.of(status, key, new Object[0], request, ClientLanguage.of(request));
        detail.setProperty(ErrorId.MEMBER, errorId);
        write(request, response, detail);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail detail)
            throws IOException {
        response.setStatus(detail.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        // What is refused before the security filters gets none of their headers.
        response.setHeader("X-Content-Type-Options", "nosniff");
        json.writeValue(response.getOutputStream(), detail);
    }
}
