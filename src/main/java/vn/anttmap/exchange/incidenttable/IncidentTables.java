package vn.anttmap.exchange.incidenttable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.exchange.table.PastTable;
import vn.anttmap.exchange.table.TableFile;
import vn.anttmap.exchange.table.TableStore;
import vn.anttmap.exchange.table.TableStore.Kept;
import vn.anttmap.exchange.table.TableStore.State;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.incident.IncidentBatch;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentDraft;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;

/** A table is looked at, and then stored as a whole or forgotten; once stored, it can be taken back as a whole. */
@Service
class IncidentTables {

    /** Stands in the history, which people read in Vietnamese. */
    private static final String TAKEN_BACK_REASON = "Rút lại cả bảng đã nhập";

    private static final Duration KEPT_UNDECIDED = Duration.ofDays(1);

    private final TableStore store;
    private final IncidentBatch batch;
    private final IncidentCategories categories;
    private final Territory territory;
    private final JsonMapper json;
    private final Clock clock;

    IncidentTables(
            TableStore store,
            IncidentBatch batch,
            IncidentCategories categories,
            Territory territory,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.batch = batch;
        this.categories = categories;
        this.territory = territory;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a table says.
     *
     * @param ignoredHeadings columns that are not understood, and so not stored
     */
    record Look(UUID id, List<TableColumn> columns, List<String> ignoredHeadings, List<TableRow> rows) {}

    /** Reads a table and stores nothing of it in the register. */
    @Transactional
    Look look(AccountView account, String fileName, List<List<String>> table, CoordinateSystem system) {
        account.require(Right.MARK_INCIDENTS);
        store.forgetUndecidedBefore(clock.instant().minus(KEPT_UNDECIDED));
        int heading = 0;
        while (heading < table.size() && TableFile.isEmpty(table.get(heading))) {
            heading++;
        }
        Map<TableColumn, Integer> columns = new EnumMap<>(TableColumn.class);
        List<String> ignored = new ArrayList<>();
        understand(table.get(heading), columns, ignored);
        RowReader reader = new RowReader(
                categories.visibleTo(account), new RowPlace.Finder(territory, account, system), clock.instant());
        List<TableRow> rows = new ArrayList<>();
        Map<IncidentDraft, Integer> seen = new HashMap<>();
        for (int i = heading + 1; i < table.size(); i++) {
            if (!TableFile.isEmpty(table.get(i))) {
                rows.add(check(account, reader.read(i + 1, new RowCells(columns, table.get(i))), seen));
            }
        }
        if (rows.isEmpty()) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-empty");
        }
        UUID id = UUID.randomUUID();
        List<TableRow> storable = rows.stream().filter(TableRow::storable).toList();
        store.add(
                new Kept(
                        id,
                        account.username(),
                        null,
                        fileName,
                        State.LOOKED_AT,
                        storable.stream()
                                .map(row -> String.valueOf(row.number()))
                                .collect(Collectors.joining(",")),
                        json.writeValueAsString(
                                storable.stream().map(TableRow::draft).toList())),
                clock.instant());
        return new Look(id, List.copyOf(columns.keySet()), ignored, rows);
    }

    /**
     * Stores the rows that can be stored, in one transaction. Asked again, it answers the same.
     *
     * @param rows how many rows the caller saw that can be stored: with another number nothing is stored
     * @return the ids of the incidents, in the order of the rows
     */
    List<UUID> commit(AccountView account, UUID id, int rows) {
        Kept table = find(account, id);
        List<UUID> ids = table.ids();
        if (table.state() == State.STORED) {
            return ids;
        }
        if (ids.isEmpty() || ids.size() != rows) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-rows-differ", ids.size(), rows);
        }
        if (table.state() == State.TAKEN_BACK || table.drafts() == null) {
            throw UserProblem.of(Kind.CONFLICT, "table-taken-back");
        }
        List<IncidentDraft> drafts = json.readValue(table.drafts(), new TypeReference<>() {});
        List<IncidentBatch.Entry> entries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            entries.add(new IncidentBatch.Entry(ids.get(i), drafts.get(i)));
        }
        batch.storeAll(account, entries, () -> requireMove(id, State.LOOKED_AT, State.STORED));
        return ids;
    }

    /** Takes a stored table back as a whole. Asked again, it answers the same. */
    List<UUID> rollBack(AccountView account, UUID id) {
        Kept table = find(account, id);
        List<UUID> ids = table.ids();
        if (table.state() == State.LOOKED_AT) {
            throw UserProblem.of(Kind.CONFLICT, "table-not-stored");
        }
        if (table.state() == State.STORED) {
            batch.withdrawAll(account, ids, TAKEN_BACK_REASON, () -> requireMove(id, State.STORED, State.TAKEN_BACK));
        }
        return ids;
    }

    /** Tables that the account stored itself, and those of others all of whose rows it sees; newest first. */
    @Transactional(readOnly = true)
    List<PastTable> past(AccountView account) {
        account.require(Right.MARK_INCIDENTS);
        return store.decided(null, PastTable.MOST).stream()
                .filter(decided -> decided.table().createdBy().equals(account.username())
                        || batch.sees(account, decided.table().ids()))
                .map(decided -> PastTable.of(decided, account))
                .toList();
    }

    private void requireMove(UUID id, State from, State to) {
        if (!store.move(id, from, to)) {
            throw UserProblem.of(Kind.CONFLICT, "changed-meanwhile");
        }
    }

    private static void understand(List<String> heading, Map<TableColumn, Integer> columns, List<String> ignored) {
        for (int i = 0; i < heading.size(); i++) {
            String title = heading.get(i);
            Optional<TableColumn> column = TableColumn.of(title);
            if (column.isPresent() && !columns.containsKey(column.get())) {
                columns.put(column.get(), i);
            } else if (!title.isEmpty()) {
                ignored.add(title);
            }
        }
        if (!columns.containsKey(TableColumn.CATEGORY)
                || !(columns.containsKey(TableColumn.DAY) || columns.containsKey(TableColumn.MOMENT))) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE,
                    "table-columns-missing",
                    TableColumn.CATEGORY.shown(),
                    TableColumn.DAY.shown(),
                    Arrays.stream(TableColumn.values()).map(TableColumn::shown).collect(Collectors.joining(", ")));
        }
    }

    private TableRow check(AccountView account, TableRow row, Map<IncidentDraft, Integer> seen) {
        IncidentDraft draft = row.draft();
        if (draft == null) {
            return row;
        }
        Optional<UserProblem> refused = batch.findProblem(account, draft);
        if (refused.isPresent()) {
            return row.refused(refused.get());
        }
        Integer earlier = seen.putIfAbsent(draft, row.number());
        return earlier == null ? row : row.sameAs(earlier);
    }

    private Kept find(AccountView account, UUID id) {
        account.require(Right.MARK_INCIDENTS);
        return store.find(id)
                .filter(table -> table.register() == null && table.createdBy().equals(account.username()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "table-unknown"));
    }
}
