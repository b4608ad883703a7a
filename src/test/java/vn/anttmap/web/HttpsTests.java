package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestCertificate;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/** HTTPS by the service itself, from PEM files as docs/operations.md sets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsTests {

    private final Path folder = TestFolders.create("pem-");
    private final TestCertificate first = TestCertificate.of("antt.test");
    private ServiceProcess service;

    @BeforeAll
    void start() {
        first.writePem(folder);
        service = ServiceProcess.on(TestDatabase.newH2gis())
                .httpsFrom(
                        Map.of(
                                "server.ssl.bundle", "office",
                                "spring.ssl.bundle.pem.office.keystore.certificate",
                                        folder.resolve("fullchain.pem").toString(),
                                "spring.ssl.bundle.pem.office.keystore.private-key",
                                        folder.resolve("privkey.pem").toString(),
                                "spring.ssl.bundle.pem.office.reload-on-update", "true",
                                "spring.ssl.bundle.watch.file.quiet-period", "500ms"),
                        first)
                .start();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** RFC 6797: a year, also for names below. RFC 6265bis: Secure and SameSite. */
    @Test
    void headersAndCookieKeepABrowserOnHttps() {
        HttpResponse<String> page = service.anonymous().get("/login", "Accept", "text/html");

        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000 ; includeSubDomains");
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-ANTTMAP=")
                .contains("; Path=/;")
                .doesNotContain("Domain")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        HttpResponse<String> wanted = service.anonymous().get("/?layer=communes", "Accept", "text/html");
        assertThat(wanted.headers().firstValue("Location").orElse("")).startsWith("https://");
        assertThat(wanted.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aNewCertificateIsShownWithoutARestartAndOpenConnectionsGoOn() throws Exception {
        try (SSLSocket before = connect(first)) {
            assertThat(shown(before)).isEqualTo(first.serialNumber());
            assertThat(ask(before)).isEqualTo("HTTP/1.1 200 ");
            TestCertificate second = TestCertificate.of("antt.test");
            assertThat(second.serialNumber()).isNotEqualTo(first.serialNumber());

            second.writePem(folder);

            Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
            BigInteger shown = null;
            while (!second.serialNumber().equals(shown) && Instant.now().isBefore(deadline)) {
                try (SSLSocket after = connect(second)) {
                    shown = shown(after);
                    assertThat(ask(after)).isEqualTo("HTTP/1.1 200 ");
                } catch (IOException stillTheFirst) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            }
            assertThat(shown).isEqualTo(second.serialNumber());
            assertThat(ask(before)).as("on the connection that was open").isEqualTo("HTTP/1.1 200 ");
        }
    }

    private SSLSocket connect(TestCertificate trusted) throws IOException {
        URI address = URI.create(service.baseUrl());
        SSLSocket socket =
                (SSLSocket) trusted.trusting().getSocketFactory().createSocket(address.getHost(), address.getPort());
        try {
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static BigInteger shown(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
    }

    /** One request on a connection that stays open; the answer has a length. */
    private static String ask(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /icons/antt-map.svg HTTP/1.1\r\nHost: antt.test\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String status = answer.readLine();
        int length = 0;
        for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (long skipped = 0; skipped < length; ) {
            skipped += answer.skip(length - skipped);
        }
        return status;
    }
}
