package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrowserTests {

    private static HttpServer server;

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void startAServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/plain", """
                <!doctype html><meta charset="utf-8"><title>Bản đồ</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
                <p>Thị trấn Quán Lào</p>
                """);
        serve("/foreign", """
                <!doctype html><link rel="icon" href="data:,">
                <img src="http://tiles.example.org/1/0/0.png"><script src="https://cdn.example.org/a.js?v=1"></script>
                """);
        serve("/socket", """
                <!doctype html><link rel="icon" href="data:,"><script>new WebSocket('ws://live.example.org/')</script>
                """);
        serve("/broken", """
                <!doctype html><link rel="icon" href="data:,"><script>throw new Error('no such layer')</script>
                """);
        server.start();
    }

    @AfterAll
    static void stopTheServer() {
        server.stop(0);
    }

    @Test
    void showsAPageInVietnameseAndInVietnamsTime() {
        Page page = browser.newPage(1280, 800);

        page.navigate(url("/plain"));

        assertThat(page.title()).isEqualTo("Bản đồ");
        assertThat(page.evaluate("navigator.language")).isEqualTo("vi-VN");
        assertThat(page.evaluate("new Date('2019-08-14T20:00:00Z').getDate()")).isEqualTo(15);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void keepsAScreenshotOfThePhonesPage() {
        Page page = browser.newPhonePage();
        page.navigate(url("/plain"));

        Path file = browser.screenshot(page, "browser-self-test");

        assertThat(file).isNotEmptyFile();
        assertThat(page.evaluate("window.innerWidth")).isEqualTo(360);
        assertThat(page.evaluate("navigator.maxTouchPoints > 0")).isEqualTo(true);
    }

    @Test
    void noticesRequestsToOtherHosts() {
        Page page = browser.newPage(800, 600);

        page.navigate(url("/foreign"));

        assertThat(browser.takeForeignRequests())
                .containsExactlyInAnyOrder("http://tiles.example.org/1/0/0.png", "https://cdn.example.org/a.js?v=1");
    }

    @Test
    void noticesASocketToAnotherHost() {
        Page page = browser.newPage(800, 600);

        page.waitForWebSocket(() -> page.navigate(url("/socket")));

        assertThat(browser.takeForeignRequests()).containsExactly("ws://live.example.org/");
    }

    @Test
    void failsATestWhosePageAskedAnotherHost() {
        Browser another = new Browser();
        Page page = another.newPage(800, 600);
        page.navigate(url("/foreign"));

        assertThatThrownBy(another::end).isInstanceOf(AssertionError.class).hasMessageContaining("tiles.example.org");
    }

    @Test
    void collectsUncaughtErrors() {
        Page page = browser.newPage(800, 600);

        page.navigate(url("/broken"));

        assertThat(browser.consoleErrors()).anyMatch(error -> error.contains("no such layer"));
    }

    private static void serve(String path, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
