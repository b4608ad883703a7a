package vn.anttmap.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import vn.anttmap.testing.FreePort;
import vn.anttmap.testing.TestDatabase;

/**
 * MapServer and QGIS Server behind lighttpd, four processes each, with the areas and the incidents of the same database, by
 * OGC API. From Debian: {@code apt-get install lighttpd cgi-mapserver qgis-server python3-qgis}.
 */
final class OtherServers implements AutoCloseable {

    private static final Path MAPSERVER = Path.of("/usr/lib/cgi-bin/mapserv");
    private static final Path QGIS_SERVER = Path.of("/usr/lib/cgi-bin/qgis_mapserv.fcgi");

    /** What each of them serves: name, column of the geometry, kind of it for MapServer, rows. */
    private static final List<Layer> LAYERS = List.of(
            new Layer(
                    "residential_areas",
                    "boundary",
                    "POLYGON",
                    "select id, name, full_name, code, kind, parent_id, valid_from, valid_to, measured_area_sq_km, households,"
                            + " unit_key, synthetic, boundary from territorial_unit where level = 'RESIDENTIAL_AREA'"),
            new Layer(
                    "incidents",
                    "position",
                    "POINT",
                    "select row_number() over (order by id) as number, * from incident where withdrawn = false"));

    private record Layer(String name, String geometry, String type, String sql) {

        String key() {
            return type.equals("POINT") ? "number" : "id";
        }
    }

    private final Process web;
    private final String baseUrl;

    private OtherServers(Process web, String baseUrl) {
        this.web = web;
        this.baseUrl = baseUrl;
    }

    static boolean installed() {
        return Files.exists(MAPSERVER) && Files.exists(QGIS_SERVER);
    }

    /** @param folder for their settings; gone when the caller removes it */
    static OtherServers start(TestDatabase database, Path folder) throws IOException, InterruptedException {
        String[] parts = database.url().replaceFirst("^jdbc:postgresql://", "").split("[:/?]");
        int port = FreePort.find();
        String connection = "host=" + parts[0] + " port=" + parts[1] + " dbname=" + parts[2] + " user="
                + database.username() + " password=" + database.password();
        Path map = folder.resolve("bench.map");
        Files.writeString(map, map(connection, port));
        Path settings = folder.resolve("mapserver.conf");
        Files.writeString(settings, """
                CONFIG
                  ENV
                    "MS_MAP_PATTERN" "."
                    "OGCAPI_HTML_TEMPLATE_DIRECTORY" "/usr/share/mapserver/ogcapi/templates/html-plain/"
                  END
                  MAPS
                    bench "%s"
                  END
                END
                """.formatted(map));
        Path project = project(database, parts, folder);
        Path lighttpd = folder.resolve("lighttpd.conf");
        Files.writeString(
                lighttpd, """
                server.port = %d
                server.bind = "127.0.0.1"
                server.document-root = "%s"
                server.modules = ("mod_fastcgi")
                fastcgi.server = (
                  "/mapserv" => (("bin-path" => "%s", "socket" => "%s/mapserver", "check-local" => "disable",
                    "max-procs" => 4, "bin-environment" => ("MAPSERVER_CONFIG_FILE" => "%s"))),
                  "/qgis" => (("bin-path" => "%s", "socket" => "%s/qgis", "check-local" => "disable", "max-procs" => 4,
                    "bin-environment" => ("QGIS_PROJECT_FILE" => "%s", "QT_QPA_PLATFORM" => "offscreen")))
                )
                """.formatted(port, folder, MAPSERVER, folder, settings, QGIS_SERVER, folder, project));
        Process web = new ProcessBuilder("/usr/sbin/lighttpd", "-D", "-f", lighttpd.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("lighttpd.log").toFile())
                .start();
        OtherServers servers = new OtherServers(web, "http://127.0.0.1:" + port);
        servers.await();
        return servers;
    }

    private static String map(String connection, int port) {
        StringBuilder text = new StringBuilder("""
                MAP
                  NAME "bench"
                  EXTENT 104 19 108 23
                  PROJECTION "init=epsg:4326" END
                  WEB METADATA "oga_onlineresource" "http://127.0.0.1:%d/mapserv/bench/ogcapi"
                    "ows_enable_request" "*" "ows_title" "bench" END END
                """.formatted(port));
        for (Layer layer : LAYERS) {
            text.append("""
                      LAYER
                        NAME "%s" TYPE %s STATUS ON CONNECTIONTYPE POSTGIS CONNECTION "%s"
                        PROCESSING "CLOSE_CONNECTION=DEFER"
                        DATA "%s FROM (%s) q USING UNIQUE %s USING SRID=4326"
                        METADATA "ows_title" "%s" "gml_include_items" "all" "gml_featureid" "%s" "ows_srs" "EPSG:4326" END
                        PROJECTION "init=epsg:4326" END
                        EXTENT 104 19 108 23
                        TEMPLATE VOID
                      END
                    """.formatted(
                            layer.name(),
                            layer.type(),
                            connection,
                            layer.geometry(),
                            layer.sql(),
                            layer.key(),
                            layer.name(),
                            layer.key()));
        }
        return text.append("END\n").toString();
    }

    private static Path project(TestDatabase database, String[] parts, Path folder)
            throws IOException, InterruptedException {
        Path project = folder.resolve("bench.qgs");
        StringBuilder script = new StringBuilder("""
                from qgis.core import *
                QgsApplication.setPrefixPath('/usr', True)
                application = QgsApplication([], False)
                application.initQgis()
                project = QgsProject.instance()
                project.setCrs(QgsCoordinateReferenceSystem('EPSG:4326'))
                ids = []
                """);
        for (Layer layer : LAYERS) {
            script.append("""
                    uri = QgsDataSourceUri()
                    uri.setConnection('%s', '%s', '%s', '%s', '%s')
                    uri.setDataSource('', '''(%s)''', '%s', '', '%s')
                    layer = QgsVectorLayer(uri.uri(False), '%s', 'postgres')
                    assert layer.isValid()
                    project.addMapLayer(layer)
                    project.writeEntry('WFSLayersPrecision', '/' + layer.id(), 7)
                    ids.append(layer.id())
                    """.formatted(
                            parts[0],
                            parts[1],
                            parts[2],
                            database.username(),
                            database.password(),
                            layer.sql(),
                            layer.geometry(),
                            layer.key(),
                            layer.name()));
        }
        script.append("project.writeEntry('WFSLayers', '/', ids)\nproject.write('" + project + "')\n");
        Path file = folder.resolve("project.py");
        Files.writeString(file, script);
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", file.toString());
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        Process python = builder.redirectErrorStream(true).start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        python.waitFor();
        if (!Files.exists(project)) {
            throw new IllegalStateException("QGIS made no project: " + said);
        }
        return project;
    }

    private void await() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String page :
                pages("residential_areas", "limit=1&bbox=105,20,105.1,20.1").values()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(baseUrl + page)).build();
            String last = "";
            for (int i = 0; ; i++) {
                try {
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    last = answer.body();
                    if (answer.statusCode() == 200 && last.contains("\"features\"")) {
                        break;
                    }
                } catch (IOException notYet) {
                    last = notYet.toString();
                }
                if (i > 150) {
                    throw new IllegalStateException(page + ": " + last);
                }
                LockSupport.parkNanos(200_000_000);
            }
        }
    }

    String baseUrl() {
        return baseUrl;
    }

    /** By server, the path of a page of one of their layers. */
    Map<String, String> pages(String layer, String query) {
        return Map.of(
                "MapServer", "/mapserv/bench/ogcapi/collections/" + layer + "/items?f=json&" + query,
                "QGIS Server", "/qgis/wfs3/collections/" + layer + "/items.json?" + query);
    }

    @Override
    public void close() {
        web.descendants().forEach(ProcessHandle::destroy);
        web.destroy();
    }
}
