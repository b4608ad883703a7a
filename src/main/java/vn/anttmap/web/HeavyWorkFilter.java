package vn.anttmap.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets files, reports, surfaces, hot spots, imports and backups in a few at a time. */
final class HeavyWorkFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> READ =
            List.of("/api/exports/", "/api/reports/", "/api/density/surface", "/api/density/hotspots");
    /** Features of the territory are looked at like a file; marks are not. */
    private static final String FEATURES = "/ogc/collections/";

    private static final String MARKS = "/ogc/collections/incidents/";
    private static final List<String> POSTED = List.of("/api/imports/", "/api/backups");

    private final HeavyWork work;
    private final ProblemWriter problems;

    HeavyWorkFilter(HeavyWork work, ProblemWriter problems) {
        this.work = work;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        if (READING.contains(request.getMethod())) {
            return READ.stream().noneMatch(path::startsWith) || path.contains("/texts");
        }
        return !request.getMethod().equals("POST")
                || POSTED.stream().noneMatch(path::startsWith)
                        && !(path.startsWith(FEATURES) && !path.startsWith(MARKS));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String account = authentication == null ? "" : authentication.getName();
        HeavyWork.Turn turn = work.enter(account);
        if (turn != HeavyWork.Turn.TAKEN) {
            boolean own = turn == HeavyWork.Turn.OWN_ARE_TAKEN;
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(work.seconds()));
            // Not 503, by which a page knows that the service is away.
            problems.write(request, response, 429, own ? "own-work-unfinished" : "service-busy");
            return;
        }
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                work.leave(account);
            }
        };
        boolean goesOn = false;
        try {
            chain.doFilter(request, response);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new WhenOver(leave));
                goesOn = true;
            }
        } finally {
            if (!goesOn) {
                leave.run();
            }
        }
    }

    /** A file is still on its way when the filters are over. */
    private record WhenOver(Runnable leave) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            leave.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It is completed next.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It is completed next.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
