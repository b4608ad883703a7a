package vn.anttmap.web;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A bad network between a phone and the service, for the saves of the queue. */
final class FieldFaults {

    /** What can become of a request. */
    enum Fault {
        NONE,
        REQUEST_LOST,
        ANSWER_LOST,
        SENT_TWICE,
        SENT_AGAIN_LATER,
        DATABASE_AWAY,
        PROXY_WITHOUT_SERVICE,
        PUBLIC_NETWORK_PAGE
    }

    private record Copy(String method, String url, Map<String, String> headers, String body) {}

    private final Random random;
    private final Map<Fault, Integer> count = new EnumMap<>(Fault.class);
    private final List<Copy> late = new ArrayList<>();
    private boolean healthy;

    FieldFaults(Random random) {
        this.random = random;
    }

    /** From now on everything arrives. */
    void heal() {
        healthy = true;
    }

    Map<Fault, Integer> count() {
        return count;
    }

    void handle(Route route) {
        if (route.request().method().equals("GET")) {
            route.resume();
            return;
        }
        Fault fault = healthy ? Fault.NONE : draw();
        count.merge(fault, 1, Integer::sum);
        try {
            pass(route, fault);
        } catch (PlaywrightException tabOrServiceIsGone) {
            try {
                route.abort();
            } catch (PlaywrightException alreadyOver) {
                // The tab that waited for it was closed.
            }
        }
    }

    private Fault draw() {
        Fault[] faults = Fault.values();
        return random.nextInt(100) < 45 ? Fault.NONE : faults[1 + random.nextInt(faults.length - 1)];
    }

    private void pass(Route route, Fault fault) {
        switch (fault) {
            case NONE -> route.resume();
            case REQUEST_LOST -> route.abort();
            case ANSWER_LOST -> {
                route.fetch();
                route.abort();
            }
            case SENT_TWICE -> {
                route.fetch();
                route.fulfill(new Route.FulfillOptions().setResponse(route.fetch()));
            }
            case SENT_AGAIN_LATER -> {
                late.add(new Copy(
                        route.request().method(),
                        route.request().url(),
                        route.request().allHeaders(),
                        route.request().postData()));
                route.abort();
            }
            case DATABASE_AWAY ->
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(Map.of("Retry-After", "0", "Content-Type", "application/problem+json"))
                        .setBody("{\"type\":\"/docs/errors#database-away\",\"status\":503}"));
            case PROXY_WITHOUT_SERVICE ->
                route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<h1>Bad Gateway</h1>"));
            case PUBLIC_NETWORK_PAGE ->
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("text/html")
                        .setBody("<h1>Free Wi-Fi: please sign in</h1>"));
        }
    }

    /** Copies that were long on their way arrive now, in any order. */
    void deliverLate(APIRequestContext network) {
        while (!late.isEmpty()) {
            Copy copy = late.remove(random.nextInt(late.size()));
            RequestOptions options =
                    RequestOptions.create().setMethod(copy.method()).setData(copy.body());
            copy.headers().forEach((name, value) -> {
                if (!name.startsWith(":") && !name.equals("content-length") && !name.equals("cookie")) {
                    options.setHeader(name, value);
                }
            });
            try {
                APIResponse answer = network.fetch(copy.url(), options);
                answer.dispose();
            } catch (PlaywrightException serviceIsAway) {
                // Then it is lost after all.
            }
        }
    }
}
