package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.databind.JsonNode;
import vn.anttmap.backup.Snapshot.Row;
import vn.anttmap.testing.ServiceProcess;

/** A planner who changes the residential areas of xã Trà Lĩnh, with every incident that lies in them. */
abstract class TerritoryWork extends PlannedWork {

    static final String COMMUNE = "commune-01447-2025";

    final ServiceProcess service;

    TerritoryWork(ServiceProcess service, Supplier<Snapshot> snapshots) {
        super(snapshots);
        this.service = service;
    }

    /** Areas, what follows what, and where each incident of the demonstration counts. */
    @Override
    List<String> picture(Snapshot of) {
        Map<String, String> names = new HashMap<>();
        of.rows("territorial_unit").forEach(unit -> names.put(unit.get("id"), name(unit)));
        List<String> picture = new ArrayList<>();
        for (Row unit : of.rows("territorial_unit")) {
            picture.add("unit " + name(unit) + " to " + unit.get("valid_to") + " in " + names.get(unit.get("parent_id"))
                    + " " + unit.get("code") + " " + unit.get("measured_area_sq_km") + " "
                    + unit.get("boundary").hashCode());
        }
        of.rows("unit_succession")
                .forEach(row -> picture.add("succession " + names.get(row.get("predecessor_id")) + " > "
                        + names.get(row.get("successor_id")) + " " + row.get("change")));
        of.rows("unit_population")
                .forEach(row -> picture.add("population " + names.get(row.get("unit_id")) + " "
                        + row.get("reference_year") + " " + row.get("population_count")));
        Set<String> made = of.rows("incident", row -> row.has("synthetic", true)).stream()
                .map(row -> row.get("id"))
                .collect(Collectors.toSet());
        of.rows("incident_placement", row -> made.contains(row.get("incident_id")))
                .forEach(row -> picture.add("incident " + row.get("incident_id") + " in "
                        + names.get(row.get("unit_id")) + " " + row.get("by_hand")));
        of.rows("incident_road", row -> made.contains(row.get("incident_id")))
                .forEach(
                        row -> picture.add("incident " + row.get("incident_id") + " at " + row.get("road_segment_id")));
        picture.sort(null);
        return picture;
    }

    static List<Row> areas(Snapshot of) {
        String commune = unit(of, COMMUNE);
        return of.rows(
                "territorial_unit",
                row -> row.has("parent_id", commune)
                        && row.has("level", "RESIDENTIAL_AREA")
                        && row.get("valid_to").isEmpty());
    }

    static String unit(Snapshot of, String key) {
        return of.rows("territorial_unit", row -> row.has("unit_key", key))
                .get(0)
                .get("id");
    }

    static void checkTrail(
            Snapshot after, List<Row> rows, String subject, String storedAction, String takenBackAction) {
        Set<String> decided = rows.stream()
                .filter(row -> !row.has("state", "LOOKED_AT"))
                .map(row -> row.get("id"))
                .collect(Collectors.toSet());
        long takenBack =
                rows.stream().filter(row -> row.has("state", "TAKEN_BACK")).count();
        assertThat(after.trail(storedAction)).as("entries of " + subject).isEqualTo(decided.size());
        assertThat(after.trail(takenBackAction)).as("entries of " + subject).isEqualTo(takenBack);
    }

    private static String name(Row unit) {
        return unit.get("level") + " " + unit.get("full_name") + " from " + unit.get("valid_from") + " "
                + (unit.get("unit_key").matches("(import|change)-.*") ? "new" : unit.get("unit_key"));
    }

    /** A file in which one area has another name and one is missing. */
    static final class OfFiles extends TerritoryWork {

        private static final String IMPORTS = "/api/imports/residential-areas";

        private final byte[] file;
        private final String wish;

        OfFiles(ServiceProcess service, Supplier<Snapshot> snapshots, Snapshot before) {
            super(service, snapshots);
            StringBuilder csv = new StringBuilder("TEN_KDC,wkt\n");
            boolean gone = false;
            for (Row area : areas(before)) {
                String name = area.get("full_name");
                if (!gone && !name.equals("Xóm Vĩnh Quang")) {
                    gone = true;
                    continue;
                }
                csv.append(name.equals("Xóm Vĩnh Quang") ? "Xóm Quang Mới" : name)
                        .append(",\"")
                        .append(wkt(area.get("boundary")))
                        .append("\"\n");
            }
            this.file = csv.toString().getBytes(StandardCharsets.UTF_8);
            this.wish = "?unit=" + unit(before, COMMUNE) + "&day=2026-12-01&complete=true";
        }

        @Override
        public String name() {
            return "import of areas";
        }

        @Override
        String table() {
            return "territory_import";
        }

        @Override
        boolean hasPlan(Row row, Snapshot in) {
            return !in.rows("territory_import_part", part -> part.has("import_id", row.get("id")))
                    .isEmpty();
        }

        @Override
        HttpResponse<String> look() {
            return service.client("planner", "planner").postFile(IMPORTS + wish, "khu-dan-cu.csv", file);
        }

        @Override
        HttpResponse<String> commit(String id, JsonNode looked) {
            return service.client("planner", "planner")
                    .post(
                            IMPORTS + "/" + id + "/commit?changes="
                                    + looked.get("changes").asInt(),
                            "");
        }

        @Override
        HttpResponse<String> takeBack(String id) {
            return service.client("planner", "planner").post(IMPORTS + "/" + id + "/rollback", "");
        }

        @Override
        String id(JsonNode looked) {
            return looked.get("importId").asString();
        }

        @Override
        void checkTrail(Snapshot after, List<Row> rows) {
            checkTrail(after, rows, "imports", "territory-imported", "territory-import-taken-back");
        }

        private static String wkt(String boundary) {
            byte[] bytes = boundary.matches("[0-9A-Fa-f]+")
                    ? HexFormat.of().parseHex(boundary)
                    : java.util.Base64.getDecoder().decode(boundary);
            try {
                return new WKBReader().read(bytes).toText();
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Two areas become one. */
    static final class OfChanges extends TerritoryWork {

        private static final String CHANGES = "/api/boundary-changes";

        private final String body;

        OfChanges(ServiceProcess service, Supplier<Snapshot> snapshots, Snapshot before) {
            super(service, snapshots);
            List<Row> areas = areas(before);
            this.body = "{\"kind\":\"merge\",\"day\":\"2026-12-01\",\"unitIds\":["
                    + areas.get(0).get("id") + "," + areas.get(1).get("id") + "],\"parts\":[{\"name\":\"Gộp\"}]}";
        }

        @Override
        public String name() {
            return "change of boundaries";
        }

        @Override
        String table() {
            return "boundary_change";
        }

        @Override
        boolean hasPlan(Row row, Snapshot in) {
            return !row.get("plan").isEmpty();
        }

        @Override
        HttpResponse<String> look() {
            return service.client("planner", "planner").post(CHANGES, body);
        }

        @Override
        HttpResponse<String> commit(String id, JsonNode looked) {
            return service.client("planner", "planner")
                    .post(
                            CHANGES + "/" + id + "/commit",
                            "{\"changes\":" + looked.get("changes").asInt()
                                    + ",\"reason\":\"Sắp xếp\",\"decisionNumber\":\"12/QĐ-UBND\",\"decisionDay\":\"2026-11-02\"}");
        }

        @Override
        HttpResponse<String> takeBack(String id) {
            return service.client("planner", "planner").post(CHANGES + "/" + id + "/rollback", "");
        }

        @Override
        String id(JsonNode looked) {
            return looked.get("changeId").asString();
        }

        @Override
        void checkTrail(Snapshot after, List<Row> rows) {
            checkTrail(after, rows, "changes", "boundaries-changed", "boundary-change-taken-back");
        }
    }
}
