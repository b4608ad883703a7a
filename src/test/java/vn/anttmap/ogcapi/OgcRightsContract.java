package vn.anttmap.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is told what by OGC API - Features, and what of it is in the audit trail. */
abstract class OgcRightsContract extends OgcContract {

    @Test
    void aLeaderGetsIncidentsWithoutPlacesAndNoBoxTellsThem() {
        JsonNode all = json(as("leader").get("/ogc/collections/incidents/items?datetime=../2019-12-31&limit=10000"));
        JsonNode box = json(
                as("leader").get("/ogc/collections/incidents/items?datetime=../2019-12-31&limit=10000&bbox=1,1,2,2"));
        JsonNode collection = json(as("leader").get("/ogc/collections/incidents"));

        assertThat(all.get("features")).isNotEmpty().allSatisfy(feature -> {
            assertThat(feature.get("geometry").isNull()).isTrue();
            assertThat(feature.at("/properties/roadSegmentName").isNull()).isTrue();
        });
        assertThat(all.get("features").get(0).get("properties").has("note")).isFalse();
        assertThat(ids(box)).isEqualTo(ids(all));
        assertThat(collection.at("/extent/spatial").isMissingNode()).isTrue();
    }

    @Test
    void anOfficerSeesItsOwnCommuneOnlyEverywhere() {
        JsonNode incidents = json(as("officer").get("/ogc/collections/incidents/items?limit=10000"));
        double north = json(as("officer").get("/ogc/collections/incidents"))
                .at("/extent/spatial/bbox/0/3")
                .asDouble();

        incidents
                .get("features")
                .forEach(each -> assertThat(each.at("/geometry/coordinates/1").asDouble())
                        .isLessThan(20.2));
        assertThat(north).isLessThan(20.2);
        assertThat(values(json(as("officer").get("/ogc/collections")), "id"))
                .as("a commune never had a district in it")
                .contains("communes", "incidents")
                .doesNotContain("districts");
        assertThat(json(as("officer").get(COMMUNES_2019)).get("numberMatched").asInt())
                .isEqualTo(1);
    }

    @Test
    void restrictedCategoriesAreNowhere() {
        HttpResponse<String> asked = as("planner").get("/ogc/collections/incidents/items?category=ANBG");
        HttpResponse<String> invented = as("planner").get("/ogc/collections/incidents/items?category=XXXX");

        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body().replace("ANBG", "XXXX")).isEqualTo(invented.body());
    }

    @Test
    void anAdministratorIsOfferedTheProvincesOnly() {
        assertThat(json(as("admin").get("/ogc/collections")).get("collections")).hasSize(1);
        assertStatus("communes", as("admin").get("/ogc/collections/communes/items"), 403);
        assertThat(json(as("admin").get("/ogc/api?f=json")).get("paths").has("/collections/communes/items"))
                .isFalse();
    }

    @Test
    void pagesWithPlacesAreInTheTrail() {
        long before = shown("ogc");
        as("leader").get("/ogc/collections/incidents/items?limit=3");
        assertThat(shown("ogc")).isEqualTo(before);

        as("planner").get("/ogc/collections/incidents/items?limit=3");
        as("planner")
                .get("/ogc/collections/incidents/items/" + QUAN_LAO_INCIDENT.substring("/api/incidents/".length()));

        assertThat(shown("ogc")).isEqualTo(before + 2);
    }

    private long shown(String how) {
        return jdbc.sql("select count(*) from audit_entry where action = 'incidents-shown' and detail like ?")
                .param("how=" + how + ";%")
                .query(Long.class)
                .single();
    }

    @Test
    void linksFollowTheAddressThatAProxyTells() {
        HttpResponse<String> answer = as("planner")
                .get(
                        "/ogc/collections",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "antt.example",
                        "X-Forwarded-Port",
                        "443");

        assertThat(link(json(answer), "self", "application/json")).isEqualTo("https://antt.example/ogc/collections");
    }
}
