package vn.anttmap.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that breaks off on the server breaks off at the reader, on the web server that the service runs on. */
class BrokenAnswerFilterTests {

    private static final int BYTES = 200_000;

    @TempDir
    private Path folder;

    private final Tomcat server = new Tomcat();

    @BeforeEach
    void start() throws Exception {
        server.setBaseDir(folder.toString());
        server.setPort(0);
        Context context = server.addContext("", folder.toString());
        FilterDef filter = new FilterDef();
        filter.setFilterName("broken");
        filter.setFilter(new BrokenAnswerFilter());
        context.addFilterDef(filter);
        FilterMap all = new FilterMap();
        all.setFilterName("broken");
        all.addURLPattern("/*");
        context.addFilterMap(all);
        Tomcat.addServlet(context, "file", new Table());
        context.addServletMappingDecoded("/*", "file");
        server.getConnector();
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        server.destroy();
    }

    @Test
    void theReaderOfABrokenFileIsToldByTheConnection() {
        assertThatThrownBy(() -> get("/broken")).isInstanceOf(IOException.class);
    }

    @Test
    void aWholeFileComesWhole() throws Exception {
        assertThat(get("/whole").body()).hasSize(BYTES);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + server.getConnector().getLocalPort() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** Rows of a table; where asked for, the reading of the rest fails after some have left. */
    private static final class Table extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getOutputStream().write("a,b\r\n".repeat(BYTES / 5).getBytes(StandardCharsets.US_ASCII));
            if (request.getPathInfo().equals("/broken")) {
                BrokenAnswerFilter.broken(request, new IllegalStateException("no more rows"));
            }
        }
    }
}
