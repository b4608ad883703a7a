package vn.anttmap.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the server refuses by itself, before any filter is asked, such as a path with an encoded slash: as a problem
 * document like everything else, not as the server's own page.
 */
final class ServerRefusalValve extends ErrorReportValve {

    private final ProblemWriter problems;

    ServerRefusalValve(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (!open.get()) {
            return;
        }
        try {
            problems.write(request, response, status, Problems.key(status));
            response.finishResponse();
        } catch (IOException e) {
            // Nobody listens any more.
            container.getLogger().debug("refusal not sent", e);
        } catch (RuntimeException e) {
            // The server would swallow it.
            container.getLogger().warn("refusal not written", e);
        }
    }
}
