package vn.anttmap.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium as a person in Vietnam has it: interface language vi-VN, clock of Asia/Ho_Chi_Minh.
 *
 * <p>A test fails at its end when one of its pages asked any host but this machine. Such requests get no answer either:
 * host names other than localhost are not looked up. A failed test leaves {@code target/screenshots/failed-….png}.
 *
 * <pre>{@code
 * @RegisterExtension
 * final Browser browser = new Browser();
 *
 * @Test
 * void leaderSeesTheStatus() {
 *     Page page = browser.newPage(1280, 800);
 *     page.navigate(url);
 *     …
 *     browser.screenshot(page, "leader-status");
 * }
 * }</pre>
 *
 * <p>One browser process serves all tests of the JVM; each page has cookies and storage of its own. Playwright belongs to
 * the thread that made it, so tests with a browser do not run in parallel.
 */
public final class Browser implements AfterTestExecutionCallback, AfterEachCallback {

    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost");
    private static final Set<String> SCHEMES_WITHOUT_HOST = Set.of("data", "blob", "about");
    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser shared;

    private final @Nullable String otherHost;
    private final List<String> moreArguments;
    private com.microsoft.playwright.@Nullable Browser own;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> foreignRequests = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();

    /** The usual browser. */
    public Browser() {
        this(null, List.of());
    }

    private Browser(@Nullable String otherHost, List<String> moreArguments) {
        this.otherHost = otherHost;
        this.moreArguments = moreArguments;
    }

    /**
     * A browser of its own that finds this machine under one more name, as a phone finds a server.
     *
     * @param trustedKeyHash SHA-256 of the public key of the only certificate that is trusted without a signature, base64
     */
    public static Browser withHost(String host, String trustedKeyHash) {
        return new Browser(host, List.of("--ignore-certificate-errors-spki-list=" + trustedKeyHash));
    }

    /** A page of this size in CSS pixels, with cookies and storage of its own. */
    public Page newPage(int width, int height) {
        return newPage(width, height, options -> {});
    }

    /** A page of a phone: touch, 360 × 740 CSS pixels. */
    public Page newPhonePage() {
        return newPhonePage(options -> {});
    }

    /** As {@link #newPhonePage()}, with more options, such as a position and the permission to read it. */
    public Page newPhonePage(Consumer<com.microsoft.playwright.Browser.NewContextOptions> more) {
        return newPage(
                360,
                740,
                options ->
                        more.accept(options.setHasTouch(true).setIsMobile(true).setDeviceScaleFactor(2)));
    }

    /** A page with more options, such as a position and the permission to read it. */
    public Page newPage(int width, int height, Consumer<com.microsoft.playwright.Browser.NewContextOptions> more) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh");
        more.accept(options);
        BrowserContext context = context(options);
        contexts.add(context);
        context.onRequest(request -> record(request.url()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> consoleErrors.add(error.error()));
        context.onPage(page -> page.onWebSocket(socket -> record(socket.url())));
        return context.newPage();
    }

    private BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        try {
            return program(options);
        } catch (PlaywrightException e) {
            if (!isGone(e)) {
                throw e;
            }
            startAnew();
            return program(options);
        }
    }

    /** Whether the driver or the browser behind it has died; the test that notices fails, the next one has a new one. */
    public static boolean isGone(Throwable error) {
        String message = String.valueOf(error.getMessage());
        return error instanceof PlaywrightException
                && (message.contains("Playwright connection closed")
                        || message.contains("pipe closed")
                        || message.contains("browser has been closed") && (shared == null || !shared.isConnected()));
    }

    /** Forgets a driver that has died, and whatever this test had open in it. */
    public void startAnew() {
        contexts.clear();
        own = null;
        forgetDriver();
    }

    private static synchronized void forgetDriver() {
        shared = null;
        playwright = null;
    }

    private BrowserContext program(com.microsoft.playwright.Browser.NewContextOptions options) {
        if (otherHost == null) {
            return shared().newContext(options);
        }
        if (own == null) {
            own = playwright().chromium().launch(launchOptions("MAP " + otherHost + " 127.0.0.1, ", moreArguments));
        }
        return own.newContext(options);
    }

    /** Errors on the console and uncaught exceptions of all pages of this test so far. */
    public List<String> consoleErrors() {
        return List.copyOf(consoleErrors);
    }

    /** Addresses on other hosts asked so far; forgets them, so that the test does not fail because of them. */
    public List<String> takeForeignRequests() {
        List<String> taken = List.copyOf(foreignRequests);
        foreignRequests.clear();
        return taken;
    }

    /** Keeps what the page shows now as {@code target/screenshots/<name>.png}. */
    public Path screenshot(Page page, String name) {
        Path file = TestFolders.kept("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    /** Keeps what the page prints, on the sheets that its own style asks for, as {@code target/screenshots/<name>.pdf}. */
    public Path print(Page page, String name) {
        Path file = TestFolders.kept("screenshots").resolve(name + ".pdf");
        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(file));
        return file;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            String name = "failed-" + test.getRequiredTestClass().getSimpleName() + "-"
                    + test.getRequiredTestMethod().getName();
            int number = 0;
            try {
                for (BrowserContext context : contexts) {
                    for (Page page : context.pages()) {
                        screenshot(page, number++ == 0 ? name : name + "-" + number);
                    }
                }
            } catch (PlaywrightException e) {
                // The failure itself is what counts: a crashed page has no picture.
                test.publishReportEntry("screenshot", String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        end();
    }

    /** Closes the pages. Fails when one of them asked another host. */
    void end() {
        try {
            contexts.forEach(BrowserContext::close);
            if (own != null) {
                own.close();
            }
        } catch (PlaywrightException e) {
            if (!isGone(e)) {
                throw e;
            }
            startAnew();
        }
        contexts.clear();
        own = null;
        consoleErrors.clear();
        List<String> asked = takeForeignRequests();
        if (!asked.isEmpty()) {
            throw new AssertionError("The page asked other hosts: " + asked);
        }
    }

    private void record(String url) {
        URI address = URI.create(url.replaceFirst("[?#].*", "").replace(" ", "%20"));
        if (!SCHEMES_WITHOUT_HOST.contains(address.getScheme())
                && !OWN_HOSTS.contains(address.getHost())
                && !address.getHost().equals(otherHost)) {
            foreignRequests.add(url);
        }
    }

    private static synchronized com.microsoft.playwright.Browser shared() {
        if (shared == null) {
            shared = playwright().chromium().launch(launchOptions("", List.of()));
        }
        return shared;
    }

    private static synchronized Playwright playwright() {
        if (playwright == null) {
            // The driver unpacks 126 MB of Node; where the JVM is killed, mvn clean removes them.
            System.setProperty(
                    "playwright.driver.tmpdir",
                    TestFolders.create("playwright-").toString());
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Playwright closedAtTheEnd = playwright;
            Runtime.getRuntime().addShutdownHook(new Thread(closedAtTheEnd::close));
        }
        return playwright;
    }

    private static BrowserType.LaunchOptions launchOptions(String hostRule, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                // As root Chromium has no sandbox, and it opens nothing but our own pages.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=" + hostRule + "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"));
        arguments.addAll(more);
        return new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(arguments);
    }

    private static Path program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(path -> path.toFile().canExecute())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("No Chromium on the PATH. Install Debian's package chromium."));
    }
}
