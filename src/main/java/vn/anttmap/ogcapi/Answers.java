package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.problem.BrokenAnswerFilter;

/** Sends documents and makes their links. */
@Component
class Answers {

    private final JsonMapper json;
    private final MessageSource messages;

    Answers(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream target) throws IOException;
    }

    Links links(HttpServletRequest request, Locale locale) {
        return new Links(request, messages, locale);
    }

    String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** A small document: bytes of known length. */
    void json(HttpServletResponse response, String type, Object document) throws IOException {
        byte[] bytes = json.writeValueAsBytes(document);
        response.setContentType(type);
        response.getOutputStream().write(bytes);
    }

    /** A document that leaves while it is written. Where it breaks off, so does the connection. */
    void stream(HttpServletRequest request, HttpServletResponse response, String type, Body body) throws IOException {
        response.setContentType(type);
        OutputStream target = response.getOutputStream();
        try {
            body.write(target);
        } catch (IOException | RuntimeException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            BrokenAnswerFilter.broken(request, e);
        }
    }
}
