package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.anttmap.testing.DemoServiceContract;

/** What lies outside the territory of an account is not there for it, as seen from outside. */
abstract class OtherPlaceContract extends DemoServiceContract {

    @ParameterizedTest
    @ValueSource(strings = {"2019-01-01", "2019-10-01", "2020-06-01", "2025-08-01"})
    void officersSeeNothingOfTheOtherPlace(String day) {
        Set<String> traLinh = unitIds("'%-014__-%'");
        Set<String> yenDinh = unitIds("'%-154__-%'");
        yenDinh.addAll(unitIds("'%-153__-%'"));
        for (String officer : List.of("officer", "officer-tra-linh")) {
            Set<String> own = officer.equals("officer") ? yenDinh : traLinh;
            Set<String> foreign = officer.equals("officer") ? traLinh : yenDinh;
            for (String path : List.of(
                    "/api/features/communes?day=" + day,
                    "/api/features/residential-areas?day=" + day,
                    "/api/density/communes?from=2018-01-01&to=2019-08-15&boundaryDay=" + day,
                    "/api/density/residential-areas?from=2018-01-01&to=2019-08-15&boundaryDay=" + day,
                    "/api/safety/2019?boundaryDay=" + day,
                    "/api/territory/search?q=xa&day=" + day,
                    "/api/territory/search?q=thi+tran&day=" + day)) {
                Set<String> seen = values(json(as(officer).get(path)), "id");
                assertThat(seen).as(officer + " " + path).doesNotContainAnyElementsOf(foreign);
                if (!path.contains("/search")) {
                    assertThat(seen).as(officer + " " + path).isNotEmpty().isSubsetOf(own);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"officer,Quán Lào,Trà Lĩnh,Hùng Quốc", "officer-tra-linh,Trà Lĩnh,Quán Lào,Yên Định"})
    void sessionRoadsAndTeamsNameOnlyTheOwnPlace(String officer, String own, String foreign, String foreignToo) {
        assertThat(as(officer).get("/api/session").body()).contains(own).doesNotContain(foreign, foreignToo);
        for (String layer : List.of("road-segments", "security-teams", "districts")) {
            assertThat(as(officer)
                            .get("/api/features/" + layer + "?day=2019-08-01")
                            .body())
                    .as(layer)
                    .doesNotContain(foreign, foreignToo);
        }
        assertThat(as(officer)
                        .get("/api/density/road-segments?from=2019-01-01&to=2019-08-01")
                        .body())
                .doesNotContain(foreign, foreignToo);
    }

    @Test
    void officerOfTheTownSeesNoNeighbourBeforeTheMerger() {
        Set<String> communes = values(json(as("officer").get("/api/features/communes?day=2019-08-15")), "fullName");

        assertThat(communes).containsExactly("Thị trấn Quán Lào");
    }

    @ParameterizedTest
    @CsvSource({
        "officer,commune-01447-2019,105.63,19.95,106.32,22.82",
        "officer-tra-linh,commune-15394-2019,106.32,22.82,105.64806,19.97194"
    })
    void officersReachNoRecordOfTheOtherPlace(
            String officer, String foreignUnit, String x, String y, String foreignX, String foreignY) {
        boolean town = officer.equals("officer");
        String incident = town ? TRA_LINH_INCIDENT : QUAN_LAO_INCIDENT;
        long unit = unitId(foreignUnit);

        assertStatus(officer, as(officer).get(incident), 404);
        assertStatus(officer, as(officer).get(incident + "/history"), 404);
        assertStatus(officer, as(officer).put(incident, mark(town ? IN_QUAN_LAO : IN_TRA_LINH)), 403);
        assertStatus(officer, as(officer).post(incident + "/withdraw", "", "If-Match", "\"0\""), 404);
        assertStatus(officer, as(officer).put(newIncident(), mark(town ? IN_TRA_LINH : IN_QUAN_LAO)), 403);
        assertStatus(officer, as(officer).get("/api/territory/units/" + unit), 404);
        assertStatus(officer, as(officer).get("/api/incidents?areaId=" + unit), 404);
        assertStatus(officer, as(officer).put("/api/safety/2019/areas/" + unit, "{\"status\":\"registered\"}"), 404);

        var here = json(as(officer)
                .get("/api/territory/locate?day=2019-08-01&longitude=" + foreignX + "&latitude=" + foreignY));
        assertThat(here.get("insideJurisdiction").asBoolean()).isFalse();
        assertThat(here.get("commune").isNull()).isTrue();
        assertThat(here.get("residentialArea").isNull()).isTrue();
        assertThat(here.get("roadSegment").isNull()).isTrue();
    }

    /** 30 incidents are in the data of Trà Lĩnh, two of them of border security, which needs an extra right. */
    @Test
    void listHoldsThePlacesOwnIncidentsWithoutRestrictedCategories() {
        var traLinh = json(as("officer-tra-linh").get("/api/incidents?from=2016-01-01&to=2019-07-31"));
        assertThat(traLinh.get("numberMatched").asInt()).isEqualTo(28);
        assertThat(values(traLinh, "category")).doesNotContain("ANBG", "ANCT");

        var quanLao = json(as("officer").get("/api/incidents?from=2016-01-01&to=2019-07-31&limit=1000"));
        assertThat(values(quanLao, "id")).doesNotContainAnyElementsOf(values(traLinh, "id"));
        var leader = json(as("leader").get("/api/incidents?from=2016-01-01&to=2019-07-31"));
        assertThat(leader.get("numberMatched").asInt())
                .isEqualTo(28 + quanLao.get("numberMatched").asInt());
    }

    private Set<String> unitIds(String keyPattern) {
        return new java.util.HashSet<>(jdbc.sql("select id from territorial_unit where unit_key like " + keyPattern)
                .query(String.class)
                .list());
    }
}
