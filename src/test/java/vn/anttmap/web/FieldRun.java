package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.ServiceClient;

/**
 * One random hour of an officer in the field, and the model of what was done: what the device has promised to keep, what
 * somebody else wrote meanwhile, and which versions were shown before one was written over the other.
 */
final class FieldRun {

    /** Saves and withdrawals, and single records being read. */
    static final Pattern WRITES = Pattern.compile("/api/incidents/[^/?]+(/withdraw)?$");

    private static final Duration HEALED_WITHIN = Duration.ofSeconds(90);
    private static final double IN_TOWN = 105.6475;
    private static final double FAR_AWAY = 106.3;

    private final Random random;
    private final BrowserContext context;
    private final ServiceClient colleague;
    private final String baseUrl;
    private final Supplier<Cookie> signIn;
    private final FieldFaults faults;
    private final String tag;
    private final Map<UUID, FieldModel> models = new LinkedHashMap<>();
    private final List<Page> tabs = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final long clockWrongByMillis;
    private int notes;
    private boolean signedOut;

    FieldRun(
            int number,
            Random random,
            BrowserContext context,
            ServiceClient colleague,
            String baseUrl,
            Supplier<Cookie> signIn) {
        this.tag = "lượt " + number;
        this.random = random;
        this.context = context;
        this.colleague = colleague;
        this.baseUrl = baseUrl;
        this.signIn = signIn;
        this.faults = new FieldFaults(random);
        this.clockWrongByMillis = random.nextInt(3) == 0 ? (random.nextInt(200_000) - 100_000) * 1_000L : 0;
        say("clock wrong by " + clockWrongByMillis / 1000 + " s");
    }

    FieldFaults faults() {
        return faults;
    }

    Set<UUID> marks() {
        return models.keySet();
    }

    List<String> steps() {
        return steps;
    }

    /** What the device did, as far as a tab is left to tell. */
    String diary() {
        try {
            return String.valueOf(tab().evaluate("officer.diary()"));
        } catch (RuntimeException gone) {
            return "no tab is left to tell what the device did";
        }
    }

    /** @param strike what happens to the service in the middle; true where it ended all sessions */
    void go(Cookie session, BooleanSupplier strike) {
        context.addCookies(List.of(session));
        context.route(WRITES, faults::handle);
        open(context.pages().isEmpty() ? context.newPage() : context.pages().get(0), "&fresh");
        int count = 5 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            if (i == count / 2) {
                signedOut |= strike.getAsBoolean();
            }
            step();
        }
        heal();
        verify();
    }

    private void step() {
        int choice = random.nextInt(100);
        if (models.isEmpty() || choice < 26) {
            mark(random.nextInt(12) == 0 ? FAR_AWAY : IN_TOWN);
        } else if (choice < 43) {
            correct(anyMark());
        } else if (choice < 46) {
            withdraw(anyMark());
        } else if (choice < 56) {
            colleagueCorrects(anyMark());
        } else if (choice < 64) {
            say("offline");
            context.setOffline(true);
        } else if (choice < 72) {
            say("online");
            context.setOffline(false);
        } else if (choice < 80) {
            killTab();
        } else if (choice < 84) {
            say("second tab");
            openTab();
        } else if (choice < 88) {
            say("session ends");
            context.clearCookies();
            signedOut = true;
        } else if (choice < 92) {
            say("late copies arrive");
            faults.deliverLate(context.request());
        } else if (choice < 95) {
            settle(anyMark());
        } else {
            tab().evaluate("officer.hurry()");
        }
        tab().waitForTimeout(random.nextInt(60));
    }

    private void mark(double longitude) {
        UUID id = UUID.randomUUID();
        String note = note("mới");
        FieldModel model = new FieldModel();
        model.markedAt = Instant.now();
        model.refusedPlace = longitude == FAR_AWAY;
        models.put(id, model);
        say("mark " + id + " " + note + (model.refusedPlace ? " too far away" : ""));
        keep(
                model,
                note,
                "async ([id, note, longitude]) => { await officer.mark(id, note, longitude); return 'waiting' }",
                id,
                longitude);
    }

    private void correct(UUID id) {
        FieldModel model = models.get(id);
        if (!model.open()) {
            return;
        }
        String note = note("sửa");
        say("correct " + id + " " + note);
        String base = keep(model, note, "([id, note]) => officer.correct(id, note)", id, IN_TOWN);
        if (base != null && !base.equals("waiting")) {
            model.shown.add(base);
        }
        if (base != null) {
            model.refusedPlace = false;
        }
    }

    private void withdraw(UUID id) {
        FieldModel model = models.get(id);
        if (!model.open()) {
            return;
        }
        say("withdraw " + id);
        Page tab = tab();
        if (random.nextInt(10) == 0) {
            say("… and the tab dies meanwhile");
            model.perhapsWithdrawn = true;
            model.perhapsShown = true;
            tab.evaluate("id => { officer.withdraw(id) }", id.toString());
            killTab();
            return;
        }
        String base = (String) tab.evaluate("id => officer.withdraw(id)", id.toString());
        model.withdrawn = base != null;
        if (base != null && !base.equals("waiting")) {
            model.shown.add(base);
        }
    }

    /** Some tabs die in the very moment of keeping. */
    private @Nullable String keep(FieldModel model, String note, String work, UUID id, double longitude) {
        Page tab = tab();
        List<Object> arguments = List.of(id.toString(), note, longitude);
        if (random.nextInt(10) == 0) {
            say("… and the tab dies meanwhile");
            model.perhaps.add(note);
            model.perhapsShown = true;
            tab.evaluate("([work, values]) => { eval(work)(values) }", List.of(work, arguments));
            killTab();
            return null;
        }
        Object base = tab.evaluate(work, arguments);
        if (base != null) {
            model.promised.add(note);
            model.perhaps.clear();
        }
        return (String) base;
    }

    private void colleagueCorrects(UUID id) {
        var shown = colleague.get(path(id));
        if (shown.statusCode() != 200) {
            return;
        }
        String note = note("khác");
        String body = "{\"longitude\":105.6475,\"latitude\":19.9755,\"placeAccuracy\":\"exact\",\"category\":\"TTXH\","
                + "\"occurredAt\":\"" + read(shown.body()).path("occurredAt").asString() + "\",\"note\":\"" + note
                + "\"}";
        int status = colleague
                .put(
                        path(id),
                        body,
                        "If-Match",
                        shown.headers().firstValue("ETag").orElseThrow())
                .statusCode();
        say("colleague corrects " + id + " " + note + ": " + status);
        if (status == 200) {
            models.get(id).others.add(note);
        }
    }

    private boolean settle(UUID id) {
        String choice = random.nextBoolean() ? "mine" : "theirs";
        String shown =
                (String) tab().evaluate("([id, choice]) => officer.settle(id, choice)", List.of(id.toString(), choice));
        if (shown == null) {
            return false;
        }
        say("conflict of " + id + " " + shown + ": " + choice);
        FieldModel model = models.get(id);
        model.shown.add(read(shown).path("theirs").asString());
        if (choice.equals("theirs")) {
            model.given.addAll(model.promised);
            model.withdrawn &= !read(shown).path("withdraws").asBoolean();
        }
        return true;
    }

    private void killTab() {
        Page tab = tab();
        say("tab killed");
        tabs.remove(tab);
        if (random.nextInt(4) == 0) {
            try {
                tab.navigate("chrome://crash", new Page.NavigateOptions().setTimeout(5_000));
            } catch (PlaywrightException crashed) {
                // As meant; tabs of the same process went with it.
            }
            tabs.forEach(Page::close);
            tabs.clear();
        }
        tab.close();
        if (tabs.isEmpty()) {
            openTab();
        }
    }

    /** The page itself comes from the worker's cache in the field; here it is put there without a network too. */
    private void openTab() {
        open(context.newPage(), "");
    }

    /** A document of its own each time: the address differs by more than its last part. */
    private void open(Page tab, String fresh) {
        tabs.add(tab);
        context.setOffline(false);
        tab.navigate(baseUrl + "/field-harness.html?" + UUID.randomUUID() + "#clock=" + clockWrongByMillis + fresh);
        tab.waitForFunction("window.ready");
    }

    private void heal() {
        say("healed");
        faults.heal();
        context.setOffline(false);
        faults.deliverLate(context.request());
        if (signedOut) {
            context.clearCookies();
            context.addCookies(List.of(signIn.get()));
        }
        Instant deadline = Instant.now().plus(HEALED_WITHIN);
        while (true) {
            tab().evaluate("officer.hurry()");
            JsonNode items = items();
            if (items.isEmpty()) {
                return;
            }
            for (JsonNode item : items) {
                UUID id = UUID.fromString(item.path("id").asString());
                String state = item.path("state").asString();
                if (state.equals("conflict")) {
                    settle(id);
                } else if (state.equals("refused")) {
                    mend(id, item);
                }
            }
            assertThat(Instant.now())
                    .as("queue still full: %s after %s", items, steps)
                    .isBefore(deadline);
            tab().waitForTimeout(30);
        }
    }

    /** A refused mark has stayed with its reason; the officer moves it to where it belongs. */
    private void mend(UUID id, JsonNode item) {
        assertThat(models.get(id).refusedPlace)
                .as("refused: %s after %s", item, steps)
                .isTrue();
        assertThat(item.path("type").asString()).contains("incident-");
        assertThat(colleague.get(path(id)).statusCode()).isEqualTo(404);
        correct(id);
    }

    private void verify() {
        models.forEach((id, model) -> FieldVerdict.check(id, model, colleague, steps));
    }

    private JsonNode items() {
        return JsonMapper.shared().valueToTree(tab().evaluate("officer.items()"));
    }

    private Page tab() {
        return tabs.get(tabs.size() - 1);
    }

    private UUID anyMark() {
        return List.copyOf(models.keySet()).get(random.nextInt(models.size()));
    }

    private String note(String kind) {
        return tag + " " + kind + " " + ++notes;
    }

    private void say(String step) {
        steps.add(step);
    }

    private static String path(UUID id) {
        return "/api/incidents/" + id;
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
