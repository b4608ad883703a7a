package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.anttmap.backup.Snapshot.Row;
import vn.anttmap.testing.ServiceProcess;

/** An officer who brings in a table of incidents and takes it back: the incidents stay on record, withdrawn. */
final class TableWork extends PlannedWork {

    private static final String IMPORTS = "/api/imports/incidents";
    private static final int ROWS = 40;

    private final ServiceProcess service;
    private String mark = "";

    TableWork(ServiceProcess service, Supplier<Snapshot> snapshots) {
        super(snapshots);
        this.service = service;
    }

    @Override
    public String name() {
        return "import of a table";
    }

    @Override
    String table() {
        return "incident_table";
    }

    @Override
    boolean hasPlan(Row row, Snapshot in) {
        // What was taken back keeps none either.
        return !row.get("drafts").isEmpty();
    }

    /** How many there are of each kind, of those of the last table: each table is another. */
    @Override
    List<String> picture(Snapshot of) {
        List<Row> incidents = of.rows("incident", row -> row.has("note", mark));
        Set<String> ids = incidents.stream().map(row -> row.get("id")).collect(Collectors.toSet());
        List<String> picture = new ArrayList<>();
        picture.add("withdrawn "
                + incidents.stream().filter(row -> row.has("withdrawn", true)).count() + " of " + incidents.size());
        Set<String> placed = of.rows("incident_placement", row -> ids.contains(row.get("incident_id"))).stream()
                .map(row -> row.get("incident_id"))
                .collect(Collectors.toSet());
        picture.add("placed " + placed.size());
        picture.add("states "
                + of.rows("incident_history", row -> ids.contains(row.get("id")))
                        .size());
        picture.add("trail "
                + of.rows("audit_entry_subject", row -> ids.contains(row.get("subject_id")))
                        .size());
        return picture;
    }

    @Override
    HttpResponse<String> look() {
        mark = "bảng " + UUID.randomUUID().toString().replaceAll("[0-9]", "");
        StringBuilder table = new StringBuilder("Ngày xảy ra;Loại vụ việc;X;Y;Ghi chú\n");
        for (int i = 0; i < ROWS; i++) {
            table.append(1 + i % 28)
                    .append("/8/2020;TTXH;")
                    .append("2209278,")
                    .append(i)
                    .append(";567627,8;")
                    .append(mark)
                    .append('\n');
        }
        return service.client("officer", "officer")
                .postFile(IMPORTS + "?crs=EPSG:5897", "so.csv", table.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    HttpResponse<String> commit(String id, JsonNode looked) {
        return service.client("officer", "officer").post(IMPORTS + "/" + id + "/commit?rows=" + ROWS, "");
    }

    @Override
    HttpResponse<String> takeBack(String id) {
        return service.client("officer", "officer").post(IMPORTS + "/" + id + "/rollback", "");
    }

    @Override
    String id(JsonNode looked) {
        return looked.get("importId").asString();
    }

    /** Of every table, also of those of earlier rounds: all rows or none. */
    @Override
    void checkTrail(Snapshot after, List<Row> rows) {
        after.rows("incident", row -> row.get("note").startsWith("bảng ")).stream()
                .collect(Collectors.groupingBy(row -> row.get("note")))
                .forEach((note, incidents) -> {
                    assertThat(incidents).as(note).hasSize(ROWS);
                    assertThat(incidents.stream()
                                    .map(row -> row.get("withdrawn"))
                                    .distinct())
                            .as(note)
                            .hasSize(1);
                });
    }
}
