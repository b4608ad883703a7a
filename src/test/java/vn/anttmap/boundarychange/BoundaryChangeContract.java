package vn.anttmap.boundarychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The changes that really took place (domain note 4.2, 4.3), made by a planner on the territory of 2019, and what may go
 * wrong. The numbers of incidents were counted by a ray through each polygon of gis-data in another program: old Quán Lào
 * 45; Trà Lĩnh 30, two of them of a category that a planner does not see.
 */
abstract class BoundaryChangeContract extends PlannerOf2019Contract {

    /** Pò Khao to block 3, Háng Páo and Nà Đoỏng to Nam Tuấn, Nà Quan, Nà Rạo and Cốc Khoác to Vĩnh Quang. */
    @Test
    void hungQuocOn9September2019() {
        Map<Long, Integer> before = counts("residential-areas", "2017-01-01", "2019-08-15", "2019-09-08");
        merge("2019-09-09", "{\"name\":\"3\"}", "hamlet-01447-to-dan-pho-3-2019", "hamlet-01447-po-khao-2019");
        merge("2019-09-09", "{\"name\":\"Nam Tuấn\"}", "hamlet-01447-hang-pao-2019", "hamlet-01447-na-doong-2019");
        merge(
                "2019-09-09",
                "{\"name\":\"Vĩnh Quang\"}",
                "hamlet-01447-na-quan-2019",
                "hamlet-01447-na-rao-2019",
                "hamlet-01447-coc-khoac-2019");

        List<String> names = areas("commune-01447-2019", "2019-09-09");
        assertThat(names).filteredOn(name -> name.startsWith("Tổ dân phố")).hasSize(3);
        assertThat(names).filteredOn(name -> name.startsWith("Xóm")).hasSize(12);
        assertThat(areas("commune-01447-2019", "2019-09-08"))
                .hasSize(19)
                .contains("Xóm Pò Khao", "Xóm Háng Páo")
                .doesNotContain("Xóm Nam Tuấn");
        Map<Long, Integer> after = counts("residential-areas", "2017-01-01", "2019-08-15", "2019-09-09");
        assertThat(after.get(newest("Xóm Nam Tuấn"))).isEqualTo(2);
        assertThat(after.get(newest("Xóm Vĩnh Quang"))).isEqualTo(1);
        assertThat(after.get(newest("Tổ dân phố 3"))).isZero();
        assertThat(sum(after)).isEqualTo(sum(before));
        assertThat(counts("residential-areas", "2017-01-01", "2019-08-15", "2019-09-08"))
                .as("a past day on the boundaries of that day")
                .isEqualTo(before);
        assertThat(measured("Xóm Vĩnh Quang")).isCloseTo(MEASURED.get("hamlet-01447-vinh-quang-2019-09"), within(1e-6));
        JsonNode unit = json(as("planner").get("/api/territory/units/" + newest("Xóm Nam Tuấn")));
        assertThat(values(unit.get("predecessors"), "fullName"))
                .containsExactlyInAnyOrder("Xóm Háng Páo", "Xóm Nà Đoỏng");
        assertThat(unit.get("validitySource").asString()).isEqualTo("12/QĐ-UBND, 05/09/2019");
    }

    /** 15469 was xã Định Tường, then thị trấn Quán Lào, and is xã Yên Định: one code, three territories. */
    @Test
    void quanLaoTakesDinhTuongInAndItsCodeIsUsedAgainTwice() {
        Map<Long, Integer> before = counts("communes", "2018-01-01", "2019-08-15", "2019-08-15");
        long oldTown = unitId("commune-15394-2019");
        assertThat(before.get(oldTown)).isEqualTo(45);
        String blocks = jdbc
                .sql("select id from territorial_unit where parent_id = ? order by unit_key")
                .param(unitId("commune-15469-2019"))
                .query(Long.class)
                .list()
                .stream()
                .map(id -> "{\"id\":" + id + ",\"kind\":\"khu_pho\"}")
                .collect(Collectors.joining(",", "[", "]"));
        JsonNode town = store(look("{\"kind\":\"merge\",\"day\":\"2019-12-01\",\"unitIds\":[" + oldTown + ","
                + unitId("commune-15469-2019")
                + "],\"parts\":[{\"name\":\"Quán Lào\",\"code\":\"15469\",\"officialAreaSqKm\":8.24,\"population\":11729}],"
                + "\"children\":" + blocks + "}"));

        assertThat(town.get("before").toString()).contains("Thị trấn Quán Lào", "Xã Định Tường");
        assertThat(areasOf("Thị trấn Quán Lào", "2019-12-01"))
                .containsExactlyInAnyOrder(
                        "Khu phố 1",
                        "Khu phố 2",
                        "Khu phố 3",
                        "Khu phố 4",
                        "Khu phố 5",
                        "Khu phố Bối Lim",
                        "Khu phố Lý Yên",
                        "Khu phố Ngọc Sơn",
                        "Khu phố Thành Phú",
                        "Khu phố Thiết Đinh");
        JsonNode unit = json(as("planner").get("/api/territory/units/" + newest("Thị trấn Quán Lào")));
        assertThat(unit.at("/areaSqKm/measured").asDouble())
                .isCloseTo(MEASURED.get("commune-15469-2020"), within(1e-6));
        assertThat(unit.at("/areaSqKm/official").asDouble()).isEqualTo(8.24);
        // 3,160 and 6,522 in the census of 2009.
        assertThat(unit.at("/population/0/count").asInt()).isEqualTo(9682);
        assertThat(unit.at("/population/1/count").asInt()).isEqualTo(11729);

        store(look("{\"kind\":\"merge\",\"day\":\"2025-07-01\",\"unitIds\":[" + newest("Thị trấn Quán Lào") + ","
                + unitId("commune-15466-2019") + "," + unitId("commune-15463-2019") + ","
                + unitId("commune-15445-2019")
                + "],\"parts\":[{\"name\":\"Yên Định\",\"kind\":\"xa\",\"code\":\"15469\"}]}"));

        assertThat(byCode("15469", "2019-08-15")).isEqualTo("Xã Định Tường");
        assertThat(byCode("15469", "2020-01-01")).isEqualTo("Thị trấn Quán Lào");
        assertThat(byCode("15469", "2025-07-01")).isEqualTo("Xã Yên Định");
        assertThat(measured("Xã Yên Định")).isCloseTo(MEASURED.get("commune-15469-2025"), within(1e-6));
        JsonNode commune = json(as("planner").get("/api/territory/units/" + newest("Xã Yên Định")));
        assertThat(commune.at("/parent/fullName").asString())
                .as("the district ended that day")
                .isEqualTo("Tỉnh Thanh Hoá");
        // Restated: the 45 of the old town lie in the new town and in the new commune; nothing is lost on any day.
        assertThat(counts("communes", "2018-01-01", "2019-08-15", "2020-01-01").get(newest("Thị trấn Quán Lào")))
                .isEqualTo(45);
        assertThat(counts("communes", "2018-01-01", "2019-08-15", "2025-07-01").get(newest("Xã Yên Định")))
                .isEqualTo(45);
        for (String day : List.of("2019-08-15", "2019-11-30", "2019-12-01", "2025-06-30", "2025-07-01")) {
            assertThat(sum(counts("communes", "2018-01-01", "2019-08-15", day)))
                    .as(day)
                    .isEqualTo(sum(before));
        }
        assertThat(counts("communes", "2018-01-01", "2019-08-15", "2019-08-15")).isEqualTo(before);
        // The title of khu phố 1 of 2018 is found in what khu phố 1 is today.
        JsonNode status = json(as("leader").get("/api/safety/2018/areas/" + newest("Khu phố 1")));
        assertThat(status.get("status").asString())
                .isEqualTo(json(as("leader").get("/api/safety/2018/areas/" + unitId("hamlet-15394-khu-pho-1-2019")))
                        .get("status")
                        .asString());
    }

    /** 01468 was xã Lưu Ngọc and goes on as xã Quang Vinh; 01447 is a town, then a commune of three. */
    @Test
    void theMergersOfTraLinhWithCodesThatAreUsedAgain() {
        int all = sum(counts("communes", "2017-01-01", "2019-08-15", "2019-08-15"));
        merge("2020-03-01", "{\"name\":\"Quang Vinh\",\"code\":\"01468\"}", "commune-01459-2019", "commune-01468-2019");
        merge("2020-03-01", "{}", "commune-01456-2019", "commune-01450-2019");
        JsonNode renamed = look("{\"kind\":\"rename\",\"day\":\"2020-03-01\",\"unitIds\":["
                + unitId("commune-01447-2019") + "],\"parts\":[{\"name\":\"Trà Lĩnh\"}]}");
        assertThat(renamed.get("movingIncidents").asInt())
                .as("they stay on the same ground")
                .isZero();
        store(renamed);
        store(look("{\"kind\":\"merge\",\"day\":\"2025-07-01\",\"unitIds\":[" + newest("Thị trấn Trà Lĩnh") + ","
                + unitId("commune-01471-2019") + "," + unitId("commune-01474-2019")
                + "],\"parts\":[{\"kind\":\"xa\",\"officialAreaSqKm\":74.97}]}"));

        assertThat(byCode("01468", "2019-08-15")).isEqualTo("Xã Lưu Ngọc");
        assertThat(byCode("01468", "2020-03-01")).isEqualTo("Xã Quang Vinh");
        assertThat(byCode("01447", "2025-07-01")).isEqualTo("Xã Trà Lĩnh");
        Map<Long, Integer> today = counts("communes", "2017-01-01", "2019-08-15", "2025-07-01");
        Map<Long, Integer> then = counts("communes", "2017-01-01", "2019-08-15", "2019-08-15");
        assertThat(today.get(newest("Xã Trà Lĩnh")))
                .isEqualTo(then.get(unitId("commune-01447-2019"))
                        + then.get(unitId("commune-01471-2019"))
                        + then.get(unitId("commune-01474-2019")));
        assertThat(sum(today)).isEqualTo(all);
        assertThat(measured("Xã Trà Lĩnh")).isCloseTo(MEASURED.get("commune-01447-2025"), within(1e-6));
    }

    @Test
    void aLookChangesNothingAndTellsWhatMoves() {
        long units = count("territorial_unit");
        JsonNode look = look(mergeBody(
                "2026-12-01", "{\"name\":\"Nam Tuấn\"}", "hamlet-01447-hang-pao-2019", "hamlet-01447-na-doong-2019"));

        assertThat(look.get("storable").asBoolean()).as(look.toString()).isTrue();
        assertThat(look.get("movingIncidents").asInt()).isEqualTo(2);
        assertThat(look.at("/ending/0/incidents").asInt()).isEqualTo(1);
        assertThat(look.at("/beginning/0/incidents").asInt()).isEqualTo(2);
        assertThat(look.at("/beginning/0/areaSqKm").asDouble())
                .isCloseTo(
                        look.at("/ending/0/areaSqKm").asDouble()
                                + look.at("/ending/1/areaSqKm").asDouble(),
                        within(1e-9));
        assertThat(look.get("changes").asInt()).isEqualTo(3);
        assertThat(count("territorial_unit")).isEqualTo(units);
        assertThat(values(json(as("planner").get(CHANGES)), "changeId"))
                .doesNotContain(look.get("changeId").asString());
    }

    @Test
    void aSplitByALineIsAnAreaMoreAndTheRestKeepsItsIncidents() {
        long village = unitId("hamlet-15394-khu-pho-2-2019");
        double[] box = bbox(village);
        double middle = (box[0] + box[2]) / 2;
        JsonNode look = look("{\"kind\":\"split\",\"day\":\"2026-12-01\",\"unitIds\":[" + village
                + "],\"parts\":[{\"name\":\"2A\"},{\"name\":\"2B\"}],\"line\":{\"type\":\"LineString\",\"coordinates\":[["
                + middle + "," + (box[1] - 1) + "],[" + middle + "," + (box[3] + 1) + "]]}}");
        assertThat(look.at("/beginning/0/incidents").asInt()
                        + look.at("/beginning/1/incidents").asInt())
                .as(look.toString())
                .isEqualTo(look.at("/ending/0/incidents").asInt());
        store(look);

        Map<Long, Integer> now = counts("residential-blocks", "2018-01-01", "2019-08-15", "2026-12-01");
        assertThat(now.get(newest("Khu phố 2A")) + now.get(newest("Khu phố 2B")))
                .isEqualTo(14);
        JsonNode year = json(as("leader").get("/api/safety/2018/areas/" + newest("Khu phố 2A")));
        assertThat(year.get("status").asString())
                .as("a new area has no title of before")
                .isNotEqualTo("recognised");
    }

    @Test
    void aTransferGivesAPartAndBothGoOnWithTheirTitles() {
        long giver = unitId("hamlet-15394-khu-pho-2-2019");
        long receiver = unitId("hamlet-15394-khu-pho-4-2019");
        int both = 14 + 11;
        double[] box = bbox(giver);
        String half =
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                        .formatted(box[0], box[1], (box[0] + box[2]) / 2, box[3]);
        JsonNode look = look("{\"kind\":\"transfer\",\"day\":\"2026-12-01\",\"unitIds\":[" + giver + "," + receiver
                + "],\"geometry\":" + half + "}");
        store(look);

        Map<Long, Integer> now = counts("residential-blocks", "2018-01-01", "2019-08-15", "2026-12-01");
        assertThat(now.get(newest("Khu phố 2")) + now.get(newest("Khu phố 4"))).isEqualTo(both);
        JsonNode unit = json(as("planner").get("/api/territory/units/" + newest("Khu phố 4")));
        assertThat(values(unit.get("predecessors"), "change")).containsExactlyInAnyOrder("continued", "part");
        assertThat(json(as("leader").get("/api/safety/2018/areas/" + newest("Khu phố 4")))
                        .get("status"))
                .isEqualTo(json(as("leader").get("/api/safety/2018/areas/" + receiver))
                        .get("status"));
    }

    @Test
    void aNewBoundaryTakesGroundOfTheNeighboursAndGivesAnotherOneTheRest() {
        long village = unitId("hamlet-15394-khu-pho-1-2019");
        double[] box = bbox(village);
        String drawn =
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                        .formatted(
                                box[0] + (box[2] - box[0]) * 0.4,
                                box[1] + (box[3] - box[1]) * 0.4,
                                box[0] + (box[2] - box[0]) * 0.6,
                                box[1] + (box[3] - box[1]) * 0.6);
        String body = "{\"kind\":\"redraw\",\"day\":\"2026-12-01\",\"unitIds\":[" + village + "],\"geometry\":" + drawn;
        JsonNode gap = look(body + "}");
        assertThat(gap.get("concerns").toString()).contains("không còn thuộc đơn vị nào");
        JsonNode look = look(body + ",\"restTo\":" + unitId("hamlet-15394-khu-pho-2-2019") + "}");
        assertThat(look.get("concerns")).as(look.get("concerns").toString()).isEmpty();
        assertThat(look.get("incidentsLost").asInt()).isZero();
        store(look);

        assertThat(sum(counts("residential-blocks", "2018-01-01", "2019-08-15", "2026-12-01")))
                .isEqualTo(sum(counts("residential-blocks", "2018-01-01", "2019-08-15", "2019-08-15")));
    }

    @Test
    void whatCannotBeIsRefusedWithAReasonAndNotKept() {
        JsonNode elsewhere =
                look(mergeBody("2026-12-01", "{}", "hamlet-01447-hang-pao-2019", "hamlet-15394-khu-pho-1-2019"));
        assertThat(elsewhere.get("storable").asBoolean()).isFalse();
        assertThat(elsewhere.get("changeId").isNull()).isTrue();
        assertThat(elsewhere.at("/concerns/0/text").asString()).contains("cùng xã");
        JsonNode taken = look("{\"kind\":\"rename\",\"day\":\"2026-12-01\",\"unitIds\":[" + unitId("commune-01471-2019")
                + "],\"parts\":[{\"code\":\"01447\"}]}");
        assertThat(taken.at("/concerns/0/text").asString()).contains("01447");
        assertProblem(as("planner").post(CHANGES, "{\"kind\":\"merge\"}"), 400, "field-missing");
        assertProblem(
                as("planner")
                        .post(
                                CHANGES,
                                "{\"kind\":\"rename\",\"day\":\"2026-12-01\",\"unitIds\":[" + unitId("district-046")
                                        + "]}"),
                400,
                "boundary-level");
        assertProblem(
                as("planner")
                        .post(
                                CHANGES,
                                "{\"kind\":\"redraw\",\"day\":\"2026-12-01\",\"unitIds\":["
                                        + unitId("commune-01471-2019")
                                        + "],\"geometry\":{\"type\":\"Point\",\"coordinates\":[105,20]}}"),
                400,
                "boundary-geometry");
        assertProblem(
                as("planner").post(CHANGES, "{\"kind\":\"rename\",\"day\":\"2026-12-01\",\"unitIds\":[999999999]}"),
                404,
                "unit-unknown");
    }

    @Test
    void whoeverIsFasterWinsAndALaterChangeIsTakenBackFirst() {
        String body =
                mergeBody("2026-12-01", "{\"name\":\"A\"}", "hamlet-01447-hang-pao-2019", "hamlet-01447-na-doong-2019");
        JsonNode first = look(body);
        JsonNode second = look(body);
        String path = CHANGES + "/" + first.get("changeId").asString();
        assertProblem(as("planner").post(path + "/rollback", ""), 409, "boundary-change-not-stored");
        assertProblem(as("planner").post(path + "/commit", "{\"changes\":3}"), 400, "field-missing");
        assertProblem(
                as("planner").post(path + "/commit", "{\"changes\":2" + DECISION), 422, "boundary-changes-differ");
        JsonNode done = store(first);
        assertThat(json(as("planner").post(path + "/commit", "{\"changes\":3" + DECISION)))
                .as("asked again")
                .isEqualTo(done);
        assertProblem(
                as("planner")
                        .post(
                                CHANGES + "/" + second.get("changeId").asString() + "/commit",
                                "{\"changes\":3" + DECISION),
                409,
                "territory-changed-meanwhile");

        store(look("{\"kind\":\"rename\",\"day\":\"2027-01-01\",\"unitIds\":[" + newest("Xóm A")
                + "],\"parts\":[{\"name\":\"B\"}]}"));
        assertProblem(as("planner").post(path + "/rollback", ""), 409, "territory-changed-since");

        JsonNode past = json(as("planner").get(CHANGES)).get("changes");
        assertThat(past.at("/0/kind").asString()).isEqualTo("rename");
        assertThat(past.at("/1/storedBy").asString()).isEqualTo("planner");
        assertThat(past.at("/1/reason").asString()).isEqualTo("Sắp xếp đơn vị");
        assertThat(as("admin")
                        .get("/api/audit?action=boundaries-changed&limit=1")
                        .body())
                .contains("12/QĐ-UBND", "Sắp xếp đơn vị");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "officer", "admin"})
    void othersMayNeitherLookNorStoreNorTakeBackNorList(String account) {
        String body = mergeBody(
                "2026-12-01", "{\"name\":\"A\"}", "hamlet-15394-khu-pho-1-2019", "hamlet-15394-khu-pho-2-2019");
        String path = CHANGES + "/" + look(body).get("changeId").asString();

        assertThat(as(account).post(CHANGES, body).statusCode()).isEqualTo(403);
        assertThat(as(account)
                        .post(path + "/commit", "{\"changes\":3" + DECISION)
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(account).post(path + "/rollback", "").statusCode()).isEqualTo(403);
        assertThat(as(account).get(CHANGES).statusCode()).isEqualTo(403);
    }

    @Test
    void anIncidentThatWasPutIntoAnAreaByHandGoesWithItWhereverItLies() {
        long village = unitId("hamlet-15394-khu-pho-3-2019");
        String incident = newIncident();
        as("officer").put(incident, mark(IN_QUAN_LAO));
        assertThat(as("officer")
                        .put(incident + "/assignment", "{\"areaId\":" + village + "}", "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        merge("2026-12-01", "{\"name\":\"34\"}", "hamlet-15394-khu-pho-3-2019", "hamlet-15394-khu-pho-4-2019");

        assertThat(counts("residential-blocks", "2020-08-03", "2020-08-03", "2026-12-01")
                        .get(newest("Khu phố 34")))
                .isPositive();
        assertThat(json(as("officer").get(incident)).get("assignedByHand").asBoolean())
                .isTrue();
        store(look("{\"kind\":\"rename\",\"day\":\"2027-01-01\",\"unitIds\":[" + newest("Khu phố 34")
                + "],\"parts\":[{\"name\":\"35\"}]}"));
        assertThat(counts("residential-blocks", "2020-08-03", "2020-08-03", "2027-01-01")
                        .get(newest("Khu phố 35")))
                .isEqualTo(counts("residential-blocks", "2020-08-03", "2020-08-03", "2026-12-01")
                        .get(newest("Khu phố 34")));
    }

    /** Two villages of Quốc Toản go over to Cao Chương; the communes go on, the villages with their new one. */
    @Test
    void wholeVillagesGoOverToAnotherCommuneOrMakeUpANewOne() {
        long giver = unitId("commune-01474-2019");
        long receiver = unitId("commune-01471-2019");
        List<String> all = areas(giver, "2019-08-15");
        List<Long> villages = jdbc.sql(
                        "select id from territorial_unit where parent_id = ? and level = 'RESIDENTIAL_AREA'"
                                + " order by unit_key limit 2")
                .param(giver)
                .query(Long.class)
                .list();
        Map<Long, Integer> before = counts("communes", "2017-01-01", "2019-08-15", "2019-08-15");
        JsonNode look = look("{\"kind\":\"transfer\",\"day\":\"2026-12-01\",\"unitIds\":[" + giver + "," + receiver
                + "],\"childIds\":" + villages + "}");
        assertThat(look.get("concerns").toString()).doesNotContain("bên kia ranh giới mới");
        store(look);

        assertThat(areasOf("Xã Quốc Toản", "2026-12-01")).hasSize(all.size() - 2);
        Map<Long, Integer> after = counts("communes", "2017-01-01", "2019-08-15", "2026-12-01");
        assertThat(after.get(newest("Xã Quốc Toản")) + after.get(newest("Xã Cao Chương")))
                .isEqualTo(before.get(giver) + before.get(receiver));
        store(look("{\"kind\":\"split\",\"day\":\"2027-01-01\",\"unitIds\":[" + newest("Xã Quốc Toản")
                + "],\"parts\":[{\"name\":\"Mới\",\"code\":\"\",\"childIds\":["
                + jdbc.sql("select id from territorial_unit where parent_id = ? and level = 'RESIDENTIAL_AREA' order by"
                                + " unit_key limit 1")
                        .param(newest("Xã Quốc Toản"))
                        .query(Long.class)
                        .single()
                + "]},{\"name\":\"Quốc Toản\"}]}"));
        assertThat(areasOf("Xã Mới", "2027-01-01")).hasSize(1);
        assertThat(sum(counts("communes", "2017-01-01", "2019-08-15", "2027-01-01")))
                .isEqualTo(sum(before));
    }

    /** Marked while xã Định Tường and the town were two; the decision of 2019 is entered afterwards. */
    @Test
    void aChangeOfAPastDayGivesLaterIncidentsToTheRegisterOfTheNewCommune() {
        String incident = newIncident();
        as("officer").put(incident, mark(IN_QUAN_LAO));
        long oldTown = unitId("commune-15394-2019");
        assertThat(registerOf(incident)).isEqualTo(oldTown);

        merge("2019-12-01", "{\"code\":\"15469\"}", "commune-15394-2019", "commune-15469-2019");

        assertThat(registerOf(incident)).isEqualTo(newest("Thị trấn Quán Lào"));
        assertThat(as("officer").get(incident).statusCode()).isEqualTo(200);
        assertThat(registerOf(QUAN_LAO_INCIDENT)).as("of January 2018").isEqualTo(oldTown);
        takeBack();
        stored.clear();
        assertThat(registerOf(incident)).isEqualTo(oldTown);
    }

    private long registerOf(String incident) {
        return jdbc.sql("select register_commune_id from incident where id = ?")
                .param(java.util.UUID.fromString(incident.substring(incident.lastIndexOf('/') + 1)))
                .query(Long.class)
                .single();
    }
}
