package vn.anttmap.web;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.ServiceClient;
import vn.anttmap.testing.TestPhoto;

/** One object of each kind in a territory of the demonstration, and how the rows of the matrix name them. */
record RightsMatrixWorld(Map<String, String> names) {

    static final byte[] PDF = "%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    /** A commune, a residential area on days of different boundaries, and a corner inside them. */
    record Place(
            String unit,
            String unitOf2025,
            String area,
            String areaOf2020,
            String areaOf2025,
            String lon,
            String lat,
            String tile) {}

    static final Place TOWN = new Place(
            "commune-15394-2019",
            "commune-15469-2025",
            "hamlet-15394-khu-pho-1-2019",
            "hamlet-15394-khu-pho-1-2020",
            "hamlet-15394-khu-pho-1-2025",
            "105.64806",
            "19.97194",
            "9/227/406");

    static final Place TRA_LINH = new Place(
            "commune-01447-2019",
            "commune-01447-2025",
            "hamlet-01447-ban-hia-2019",
            "hamlet-01447-ban-hia-2020",
            "hamlet-01447-ban-hia-2025",
            "106.32",
            "22.82",
            "9/222/407");

    /** Made by the accounts of the demonstration. */
    static RightsMatrixWorld of(
            Place place,
            ServiceClient officer,
            ServiceClient leader,
            ServiceClient planner,
            ToLongFunction<String> unitId) {
        Map<String, String> names = new HashMap<>();
        names.put("unit", id(unitId, place.unit()));
        names.put("unitOf2025", id(unitId, place.unitOf2025()));
        names.put("area", id(unitId, place.area()));
        names.put("areaOf2020", id(unitId, place.areaOf2020()));
        names.put("areaOf2025", id(unitId, place.areaOf2025()));
        names.put("lon", place.lon());
        names.put("lat", place.lat());
        names.put("tile", place.tile());
        names.put("ring", ring(place));
        names.put("box", place.lon() + "," + place.lat() + "," + more(place.lon()) + "," + more(place.lat()));
        RightsMatrixWorld world = new RightsMatrixWorld(names);
        world.incident(officer);
        world.movement(officer);
        world.year(officer, leader);
        world.tables(officer);
        world.boundaries(planner);
        return world;
    }

    private void incident(ServiceClient officer) {
        String incident = uuid("incident");
        done(officer.put(
                "/api/incidents/" + incident,
                filled("{\"longitude\":$lon,\"latitude\":$lat,\"occurredAt\":\"2020-08-03T02:00:00Z\","
                        + "\"category\":\"TTXH\"}")));
        names.put(
                "photo",
                done(officer.postFile(
                                "/api/incidents/" + incident + "/photos",
                                "a.jpg",
                                TestPhoto.encode(TestPhoto.picture(40, 30), "jpg")))
                        .get("id")
                        .asString());
    }

    private void movement(ServiceClient officer) {
        done(officer.put(
                "/api/movement/registers/tips/entries/" + uuid("entry"),
                filled("{\"kind\":\"antt\",\"unitId\":$unit,\"title\":\"Tin\",\"firstDay\":\"2020-01-01\","
                        + "\"details\":{\"tips\":3}}")));
        names.put(
                "team",
                done(officer.post(
                                "/api/movement/security-teams",
                                filled("{\"name\":\"Tổ\",\"kind\":\"to_bao_ve_antt\",\"areaId\":$area,\"members\":[],"
                                        + "\"gradings\":[]}")))
                        .get("id")
                        .asString());
    }

    private void year(ServiceClient officer, ServiceClient leader) {
        String area = filled("/api/safety/2016/areas/$area");
        done(officer.put(area, "{\"status\":\"registered\"}"));
        names.put(
                "document",
                done(officer.postFile(area + "/documents", "giay.pdf", PDF))
                        .get("id")
                        .asString());
        for (String name : List.of("organization", "school")) {
            done(officer.put(
                    "/api/safety/organizations/" + uuid(name),
                    filled("{\"name\":\"" + name + "\",\"kind\":\"school\",\"communeId\":$unit,"
                            + "\"validFrom\":\"2000-01-01\"}")));
            done(officer.put("/api/safety/2016/organizations/" + names.get(name), "{\"status\":\"registered\"}"));
        }
        done(leader.put(filled("/api/safety/2016/organizations/$organization"), "{\"status\":\"recognised\"}"));
        done(officer.put(
                filled("/api/reports/$unit/texts?from=2016-01-01&to=2016-12-31"), "{\"texts\":{\"direction\":\"x\"}}"));
    }

    private void tables(ServiceClient officer) {
        names.put(
                "table",
                looked(officer.post(
                        "/api/imports/incidents",
                        filled("{\"text\":\"Ngày;Loại;Vĩ độ;Kinh độ\\n03/8/2020;TNGT;$lat;$lon\"}"))));
        names.put(
                "register",
                looked(officer.post(
                        "/api/imports/registers/tips", "{\"text\":\"Nội dung;Ngày;Số tin\\nTin;01/3/2020;3\"}")));
    }

    private void boundaries(ServiceClient planner) {
        names.put(
                "import",
                looked(planner.postFile(
                        filled("/api/imports/residential-areas?unit=$unitOf2025&day=2028-01-01&crs=EPSG:4326"),
                        "a.csv",
                        areas().getBytes(StandardCharsets.UTF_8))));
        names.put(
                "change",
                done(planner.post(
                                "/api/boundary-changes",
                                filled("{\"kind\":\"rename\",\"day\":\"2026-12-01\",\"unitIds\":[$areaOf2025],"
                                        + "\"parts\":[{\"name\":\"Một\"}]}")))
                        .get("changeId")
                        .asString());
        String draft = filled("{\"name\":\"Thử\",\"day\":\"2026-12-01\",\"geometry\":{\"type\":\"LineString\","
                + "\"coordinates\":$ring}}");
        JsonNode look = done(planner.post("/api/drawings/road-segments/look", draft));
        done(planner.put(
                "/api/drawings/road-segments/" + uuid("drawing"),
                "{\"drawing\":" + draft + ",\"revision\":" + look.get("revision") + ",\"remarks\":"
                        + look.get("remarks") + ",\"reason\":\"thử\"}"));
    }

    /** A file with one residential area. */
    String areas() {
        String ring = names.get("ring").replace("],[", ";").replace("[", "").replace("]", "");
        return "ten,loai,wkt\nThử,Thôn,\"POLYGON((" + ring.replace(",", " ").replace(";", ", ") + "))\"\n";
    }

    /** The text with each {@code $name} replaced; {@code $new} is another one each time. */
    String filled(String text) {
        String filled = text.replace("$new", UUID.randomUUID().toString());
        for (String name : names.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList()) {
            filled = filled.replace("$" + name, names.get(name));
        }
        return filled;
    }

    private String uuid(String name) {
        String id = UUID.randomUUID().toString();
        names.put(name, id);
        return id;
    }

    private static String looked(HttpResponse<String> answer) {
        return done(answer).get("importId").asString();
    }

    private static JsonNode done(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.request().uri() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String id(ToLongFunction<String> unitId, String key) {
        return String.valueOf(unitId.applyAsLong(key));
    }

    /** Some 100 m wide. */
    private static String ring(Place place) {
        String x = place.lon();
        String y = place.lat();
        return "[[" + x + "," + y + "],[" + more(x) + "," + y + "],[" + more(x) + "," + more(y) + "],[" + x + "," + y
                + "]]";
    }

    private static String more(String degrees) {
        return new java.math.BigDecimal(degrees)
                .add(new java.math.BigDecimal("0.001"))
                .toPlainString();
    }
}
