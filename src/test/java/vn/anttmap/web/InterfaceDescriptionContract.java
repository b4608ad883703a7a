package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** The OpenAPI document. */
abstract class InterfaceDescriptionContract extends DemoServiceContract {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @Test
    void namesEveryPathOthersRelyOn() {
        JsonNode description = json(as("planner").get("/v3/api-docs"));

        Set<String> paths = new TreeSet<>(description.get("paths").propertyNames());
        assertThat(paths)
                .contains(
                        "/api/session",
                        "/api/incidents",
                        "/api/incidents/{id}",
                        "/api/incidents/{id}/history",
                        "/api/incidents/{id}/withdraw",
                        "/api/incident-categories",
                        "/api/density/{level}",
                        "/api/territory/search",
                        "/api/territory/units/{id}",
                        "/api/territory/locate",
                        "/api/coordinates",
                        "/api/crs",
                        "/api/features/{collectionId}",
                        "/api/safety/{year}",
                        "/api/safety/{year}/areas/{areaId}",
                        "/api/exports/{file}",
                        "/api/reports/{areaId}.{format}",
                        "/api/account/password");
        assertThat(paths).containsAll(servedPaths());
        assertThat(description.get("paths").get("/api/incidents/{id}").propertyNames())
                .containsExactlyInAnyOrder("get", "put");
    }

    @ParameterizedTest
    @CsvSource({"/api/incidents", "/api/incidents/summary", "/api/incidents/comparison"})
    void namesEachFilterOfIncidentsWithItsType(String path) {
        Map<String, String> types = new TreeMap<>();
        json(as("planner").get("/v3/api-docs"))
                .at("/paths/" + path.replace("/", "~1") + "/get/parameters")
                .forEach(parameter -> types.put(
                        parameter.get("name").asString(),
                        parameter.get("schema").get("type").asString()));

        assertThat(types)
                .containsAllEntriesOf(Map.of("from", "string", "to", "string", "boundaryDay", "string"))
                .containsAllEntriesOf(Map.of("category", "string", "severity", "string", "bbox", "string"))
                .containsAllEntriesOf(Map.of("state", "string", "handlingLevel", "string"))
                .containsAllEntriesOf(Map.of("areaId", "integer", "within", "integer"))
                .containsAllEntriesOf(Map.of("majorCase", "boolean", "nearBorder", "boolean", "mine", "boolean"))
                .containsAllEntriesOf(Map.of("unassigned", "boolean", "assigned", "boolean"));
    }

    @Test
    void hasAPageToReadItOn() {
        BrowserSession browser = new BrowserSession(baseUrl());
        browser.signIn("planner", "planner");

        String page =
                browser.get("/swagger-ui.html").headers().firstValue("Location").orElse("none");

        assertThat(browser.get(page.replace(baseUrl(), "")).statusCode()).isEqualTo(200);
    }

    private Set<String> servedPaths() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                // The description names a part of a path without the values it may have.
                .map(path -> path.replaceAll(":[^}]*}", "}"))
                .collect(Collectors.toSet());
    }
}
