package vn.anttmap.exchange.registertable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.movement.EntryDraft;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.UnitRef;

/** Tables of the movement's registers, security teams among them. */
@RestController
@RequestMapping("/api/imports/registers/{register}")
class RegisterTableController {

    private static final int LONGEST_FILE_NAME = 200;

    private final RegisterTables tables;
    private final TableTargets targets;
    private final CurrentAccount currentAccount;
    private final MessageSource messages;

    RegisterTableController(
            RegisterTables tables, TableTargets targets, CurrentAccount currentAccount, MessageSource messages) {
        this.tables = tables;
        this.targets = targets;
        this.currentAccount = currentAccount;
        this.messages = messages;
    }

    record Pasted(String text) {}

    record ColumnView(String column, String heading) {}

    record ProblemView(@Nullable String column, @Nullable String heading, String detail) {}

    record RowView(
            int row,
            String status,
            @Nullable UnitRef unit,
            @Nullable String kind,
            @Nullable String title,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Map<String, Object> details,
            @Nullable Integer sameAsRow,
            List<ProblemView> problems) {}

    record LookView(
            UUID importId,
            List<ColumnView> columns,
            List<String> ignoredHeadings,
            int ready,
            int errors,
            List<RowView> rows) {}

    /** @param entryIds of the entries; the key of a security team is made from it, its id is another */
    record DecisionView(UUID importId, String state, int count, List<UUID> entryIds) {}

    /**
     * Reads a table without storing anything in the register.
     *
     * @param file xlsx, or text with tabs, semicolons or commas in UTF-8
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    LookView file(@PathVariable String register, @RequestPart("file") MultipartFile file, Locale locale)
            throws IOException {
        AccountView account = currentAccount.get();
        account.require(Right.WRITE_MOVEMENT);
        String name = file.getOriginalFilename();
        return look(account, register, name == null ? "" : name, TableFile.read(file.getBytes()), locale);
    }

    /** Reads a pasted table, as {@link #file}. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    LookView text(@PathVariable String register, @RequestBody Pasted pasted, Locale locale) {
        AccountView account = currentAccount.get();
        account.require(Right.WRITE_MOVEMENT);
        String text = pasted.text() == null ? "" : pasted.text();
        return look(account, register, "", TableFile.read(text.getBytes(StandardCharsets.UTF_8)), locale);
    }

    record PastView(List<PastTable> tables) {}

    /** Tables that were stored before, newest first, at most fifty. */
    @GetMapping
    PastView past(@PathVariable String register) {
        return new PastView(tables.past(currentAccount.get(), targets.of(register)));
    }

    /** Stores the rows that can be stored; {@code rows} says how many the caller saw. */
    @PostMapping("/{importId}/commit")
    DecisionView commit(@PathVariable String register, @PathVariable UUID importId, @RequestParam int rows) {
        List<UUID> ids = tables.commit(currentAccount.get(), targets.of(register), importId, rows);
        return new DecisionView(importId, "stored", ids.size(), ids);
    }

    /** Withdraws all that the table brought in. */
    @PostMapping("/{importId}/rollback")
    DecisionView rollBack(@PathVariable String register, @PathVariable UUID importId) {
        List<UUID> ids = tables.rollBack(currentAccount.get(), targets.of(register), importId);
        return new DecisionView(importId, "taken-back", ids.size(), ids);
    }

    private LookView look(AccountView account, String register, String name, List<List<String>> table, Locale locale) {
        String kept = VietnameseText.storable(name) ? VietnameseText.nfc(name) : "";
        RegisterTables.Look look = tables.look(
                account,
                targets.of(register),
                kept.length() > LONGEST_FILE_NAME ? kept.substring(0, LONGEST_FILE_NAME) : kept,
                table);
        int ready = (int) look.rows().stream().filter(RegisterRow::storable).count();
        return new LookView(
                look.id(),
                look.columns().stream()
                        .map(column -> new ColumnView(column.key(), column.shown()))
                        .toList(),
                look.ignoredHeadings(),
                ready,
                look.rows().size() - ready,
                look.rows().stream()
                        .map(row -> view(row, look.columns(), locale))
                        .toList());
    }

    private RowView view(RegisterRow row, List<RegisterColumn> columns, Locale locale) {
        EntryDraft draft = row.draft();
        return new RowView(
                row.number(),
                row.storable() ? "ready" : "error",
                row.unit() == null ? null : row.unit().ref(),
                draft == null ? null : draft.kind(),
                draft == null ? null : draft.title(),
                draft == null ? null : draft.firstDay(),
                draft == null ? null : draft.lastDay(),
                draft == null ? null : draft.longitude(),
                draft == null ? null : draft.latitude(),
                draft == null ? null : draft.details(),
                row.sameAsRow(),
                row.faults().stream().map(fault -> view(fault, columns, locale)).toList());
    }

    private ProblemView view(RegisterRow.Fault fault, List<RegisterColumn> columns, Locale locale) {
        UserProblem cause = fault.problem();
        Object[] values = Arrays.stream(cause.arguments()).map(String::valueOf).toArray();
        return new ProblemView(
                fault.column(),
                columns.stream()
                        .filter(column -> column.key().equals(fault.column()))
                        .map(RegisterColumn::shown)
                        .findFirst()
                        .orElse(null),
                messages.getMessage("error." + cause.key() + ".detail", values, locale));
    }
}
