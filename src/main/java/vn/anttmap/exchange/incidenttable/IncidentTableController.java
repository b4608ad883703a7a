package vn.anttmap.exchange.incidenttable;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.exchange.table.PastTable;
import vn.anttmap.exchange.table.TableFile;
import vn.anttmap.exchange.territoryimport.PointTable;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.incident.IncidentDraft;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.UnitRef;

@RestController
@RequestMapping("/api/imports/incidents")
class IncidentTableController {

    private static final int LONGEST_FILE_NAME = 200;

    private final IncidentTables tables;
    private final CurrentAccount currentAccount;
    private final MessageSource messages;
    private final PointTable points;

    IncidentTableController(
            IncidentTables tables, CurrentAccount currentAccount, MessageSource messages, PointTable points) {
        this.points = points;
        this.tables = tables;
        this.currentAccount = currentAccount;
        this.messages = messages;
    }

    record Pasted(String text) {}

    record ColumnView(String column, String heading) {}

    record ProblemView(@Nullable String column, @Nullable String heading, String detail) {}

    record RowView(
            int row,
            String status,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Instant occurredAt,
            @Nullable Instant occurredUntil,
            @Nullable String category,
            @Nullable String severity,
            @Nullable UnitRef area,
            @Nullable Integer sameAsRow,
            List<ProblemView> problems) {}

    record LookView(
            UUID importId,
            List<ColumnView> columns,
            List<String> ignoredHeadings,
            int ready,
            int unassigned,
            int errors,
            List<RowView> rows) {}

    record DecisionView(UUID importId, String state, int count, List<UUID> incidentIds) {}

    /**
     * Reads a table without storing anything in the register.
     *
     * @param file xlsx, text with tabs, semicolons or commas in UTF-8, or a layer of points: zipped shapefile, GeoPackage,
     *     GeoJSON, KML
     * @param crs the reference system of the columns X (north) and Y (east), EPSG:4326 unless given; of a layer, the one
     *     that it names
     * @param layer name of it in a GeoPackage or an archive with several
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    LookView file(
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable String layer,
            Locale locale)
            throws IOException {
        AccountView account = currentAccount.get();
        account.require(Right.MARK_INCIDENTS);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (PointTable.takes(name)) {
            CoordinateSystem system = crs == null ? null : CoordinateSystems.get(crs);
            List<List<String>> rows = points.read(name, file.getBytes(), system, layer);
            return look(account, name, TableFile.within(rows), "EPSG:4326", locale);
        }
        return look(account, name, TableFile.read(file.getBytes()), crs == null ? "EPSG:4326" : crs, locale);
    }

    /** Reads a pasted table, as {@link #file}. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    LookView text(@RequestBody Pasted pasted, @RequestParam(defaultValue = "EPSG:4326") String crs, Locale locale) {
        AccountView account = currentAccount.get();
        account.require(Right.MARK_INCIDENTS);
        String text = pasted.text() == null ? "" : pasted.text();
        return look(account, "", TableFile.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), crs, locale);
    }

    record PastView(List<PastTable> tables) {}

    /** Tables that were stored before, newest first, at most fifty. */
    @GetMapping
    PastView past() {
        return new PastView(tables.past(currentAccount.get()));
    }

    /** Stores the rows that can be stored; {@code rows} says how many the caller saw. */
    @PostMapping("/{importId}/commit")
    DecisionView commit(@PathVariable UUID importId, @RequestParam int rows) {
        List<UUID> ids = tables.commit(currentAccount.get(), importId, rows);
        return new DecisionView(importId, "stored", ids.size(), ids);
    }

    /** Withdraws all that the table brought in. */
    @PostMapping("/{importId}/rollback")
    DecisionView rollBack(@PathVariable UUID importId) {
        List<UUID> ids = tables.rollBack(currentAccount.get(), importId);
        return new DecisionView(importId, "taken-back", ids.size(), ids);
    }

    private LookView look(AccountView account, String name, List<List<String>> table, String crs, Locale locale) {
        String kept = VietnameseText.storable(name) ? VietnameseText.nfc(name) : "";
        IncidentTables.Look look = tables.look(
                account,
                kept.length() > LONGEST_FILE_NAME ? kept.substring(0, LONGEST_FILE_NAME) : kept,
                table,
                CoordinateSystems.get(crs));
        return new LookView(
                look.id(),
                look.columns().stream()
                        .map(column -> new ColumnView(key(column), column.shown()))
                        .toList(),
                look.ignoredHeadings(),
                count(look, "ready"),
                count(look, "unassigned"),
                count(look, "error"),
                look.rows().stream().map(row -> view(row, locale)).toList());
    }

    private static int count(IncidentTables.Look look, String status) {
        return (int)
                look.rows().stream().filter(row -> row.status().equals(status)).count();
    }

    private RowView view(TableRow row, Locale locale) {
        IncidentDraft draft = row.draft();
        List<ProblemView> problems =
                row.problems().stream().map(problem -> view(problem, locale)).toList();
        if (draft == null) {
            return new RowView(row.number(), row.status(), null, null, null, null, null, null, null, null, problems);
        }
        return new RowView(
                row.number(),
                row.status(),
                draft.longitude(),
                draft.latitude(),
                draft.occurredAt(),
                draft.occurredUntil(),
                draft.category(),
                draft.severity(),
                row.area() == null ? null : row.area().ref(),
                row.sameAsRow(),
                problems);
    }

    private ProblemView view(RowProblem problem, Locale locale) {
        UserProblem cause = problem.problem();
        Object[] values = Arrays.stream(cause.arguments()).map(String::valueOf).toArray();
        TableColumn column = problem.column();
        return new ProblemView(
                column == null ? null : key(column),
                column == null ? null : column.shown(),
                messages.getMessage("error." + cause.key() + ".detail", values, locale));
    }

    private static String key(TableColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
