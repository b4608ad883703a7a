package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** What the contracts of OGC API - Features ask the demonstration in common. */
abstract class OgcContract extends DemoServiceContract {

    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    /** Communes of 2019: 10 of Trà Lĩnh and 29 of Yên Định. */
    static final String COMMUNES_2019 = "/ogc/collections/communes/items?datetime=2019-08-15";

    JsonNode planner(String path) {
        HttpResponse<String> answer = as("planner").get(path);
        assertStatus(path, answer, 200);
        return json(answer);
    }

    static @Nullable String link(JsonNode document, String rel, String type) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)
                    && link.get("type").asString().startsWith(type)) {
                return link.get("href").asString();
            }
        }
        return null;
    }

    String path(@Nullable String href) {
        assertThat(href).isNotNull().startsWith(baseUrl());
        return href.substring(baseUrl().length());
    }

    static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
        return ids;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
