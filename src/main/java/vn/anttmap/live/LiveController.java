package vn.anttmap.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.anttmap.access.AccountSessions;
import vn.anttmap.access.CurrentAccount;

@RestController
class LiveController {

    private final LiveStreams streams;
    private final CurrentAccount currentAccount;

    LiveController(LiveStreams streams, CurrentAccount currentAccount) {
        this.streams = streams;
        this.currentAccount = currentAccount;
    }

    /**
     * Server-sent events: {@code hello} at the start, {@code incident} with id, version and change for each write that the
     * account may know of, {@code resync} when some may have been missed.
     */
    @GetMapping(value = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UUID signIn = request.getAttribute(AccountSessions.ATTRIBUTE) instanceof UUID id ? id : null;
        SseEmitter emitter = streams.open(currentAccount.get(), signIn);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // nginx would collect events until its buffer is full.
        response.setHeader("X-Accel-Buffering", "no");
        return emitter;
    }
}
