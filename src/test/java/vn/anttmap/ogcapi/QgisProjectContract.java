package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.anttmap.testing.DemoServiceContract;

/** The project of QGIS: well-formed, every layer at an address that answers, nobody's name or password in it. */
abstract class QgisProjectContract extends DemoServiceContract {

    private static final Pattern FEATURES = Pattern.compile("url='([^']+)' typename='([^']+)' authcfg=anttmap .*");
    private static final Pattern TILES = Pattern.compile("authcfg=anttmap&type=xyz&url=([^&]+)&zmax=18&zmin=0");

    @Test
    void everyLayerOfTheProjectAnswers() throws Exception {
        HttpResponse<String> answer = as("planner").get("/ogc/qgis");
        assertStatus("the project", answer, 200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"antt-map.qgs\"");
        assertThat(answer.body()).doesNotContain("planner", "password");
        Document project = read(answer.body());
        List<Element> layers = elements(project, "maplayer");

        // Nine collections, and density and status of communes and residential areas.
        assertThat(layers).hasSize(13);
        assertThat(elements(project, "layer-tree-layer").stream().map(it -> it.getAttribute("id")))
                .containsExactlyElementsOf(
                        layers.stream().map(it -> text(it, "id")).toList());
        for (Element layer : layers) {
            assertStatus(text(layer, "layername"), as("planner").get(addressOf(text(layer, "datasource"))), 200);
        }
    }

    @Test
    void leadersGetIncidentsWithoutPlacesAndAdministratorsTheProvincesAlone() throws Exception {
        Document leaders = read(as("leader").get("/ogc/qgis").body());
        assertThat(elements(leaders, "maplayer").stream()
                        .filter(it -> text(it, "id").equals("antt_incidents"))
                        .map(it -> it.getAttribute("geometry")))
                .containsExactly("No geometry");

        Document administrators = read(as("admin").get("/ogc/qgis").body());
        assertThat(elements(administrators, "maplayer").stream().map(it -> text(it, "id")))
                .containsExactly("antt_provinces");
    }

    /** The classes cover every rate and every status once. */
    @Test
    void coloursFollowTheNamesThatTilesHave() throws Exception {
        Document project = read(as("planner").get("/ogc/qgis").body());
        Element density = elements(project, "maplayer").stream()
                .filter(it -> text(it, "id").equals("antt_residential_areas_density"))
                .findFirst()
                .orElseThrow();
        List<Element> styles = elements(density, "style");

        assertThat(styles).allMatch(it -> it.getAttribute("layer").equals("residential-areas"));
        assertThat(styles.stream().map(it -> it.getAttribute("expression")))
                .startsWith("\"incidentsPerSqKmYear\" >= 0 AND \"incidentsPerSqKmYear\" <= 1")
                .endsWith("\"incidentsPerSqKmYear\" > 20")
                .hasSize(5);
    }

    private String addressOf(String source) {
        Matcher features = FEATURES.matcher(source);
        if (features.matches()) {
            assertThat(features.group(1)).isEqualTo(baseUrl() + "/ogc");
            return "/ogc/collections/" + features.group(2) + "/items?limit=1";
        }
        Matcher tiles = TILES.matcher(source);
        assertThat(tiles.matches()).as(source).isTrue();
        String address = URLDecoder.decode(tiles.group(1), StandardCharsets.UTF_8);
        assertThat(address).startsWith(baseUrl() + "/ogc/collections/");
        return address.substring(baseUrl().length())
                .replace("{z}", "9")
                .replace("{y}", "226")
                .replace("{x}", "406");
    }

    private static Document read(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Document document, String name) {
        return list(document.getElementsByTagName(name));
    }

    private static List<Element> elements(Element element, String name) {
        return list(element.getElementsByTagName(name));
    }

    private static List<Element> list(NodeList found) {
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
