package vn.anttmap.exchange.registertable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import vn.anttmap.movement.EntryDraft;
import vn.anttmap.movement.MovementBatch;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * A table of one register, or of security teams, is looked at, and then stored as a whole or forgotten; once stored, it can
 * be taken back.
 */
@Service
class RegisterTables {

    private static final Duration KEPT_UNDECIDED = Duration.ofDays(1);

    private final TableStore store;
    private final JsonMapper json;
    private final Clock clock;

    RegisterTables(TableStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a table says.
     *
     * @param columns those that were understood, in the order of the register
     * @param ignoredHeadings columns that are not understood, and so not stored
     */
    record Look(UUID id, List<RegisterColumn> columns, List<String> ignoredHeadings, List<RegisterRow> rows) {}

    /** Reads a table and stores nothing of it in the register. */
    @Transactional
    Look look(AccountView account, TableTarget target, String fileName, List<List<String>> table) {
        account.require(Right.WRITE_MOVEMENT);
        store.forgetUndecidedBefore(clock.instant().minus(KEPT_UNDECIDED));
        int heading = 0;
        while (heading < table.size() && TableFile.isEmpty(table.get(heading))) {
            heading++;
        }
        List<RegisterColumn> all = target.columns();
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        understand(target, all, table.get(heading), columns, ignored);
        RegisterRowReader reader = target.reader(account, all);
        List<RegisterRow> rows = new ArrayList<>();
        Map<EntryDraft, Integer> seen = new HashMap<>();
        for (int i = heading + 1; i < table.size(); i++) {
            if (!TableFile.isEmpty(table.get(i))) {
                RegisterRow row = reader.read(i + 1, new RegisterCells(columns, table.get(i)));
                rows.add(check(account, target, row, seen));
            }
        }
        if (rows.isEmpty()) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-empty");
        }
        UUID id = UUID.randomUUID();
        keep(account, target, fileName, id, rows);
        return new Look(
                id,
                all.stream().filter(column -> columns.containsKey(column.key())).toList(),
                ignored,
                rows);
    }

    /**
     * Stores the rows that can be stored, in one transaction. Asked again, it answers the same.
     *
     * @param rows how many rows the caller saw that can be stored: with another number nothing is stored
     * @return the ids of the entries, in the order of the rows
     */
    List<UUID> commit(AccountView account, TableTarget target, UUID id, int rows) {
        Kept table = find(account, target, id);
        List<UUID> ids = table.ids();
        if (table.state() == State.STORED) {
            return ids;
        }
        if (ids.isEmpty() || ids.size() != rows) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-rows-differ", ids.size(), rows);
        }
        if (table.state() == State.TAKEN_BACK || table.drafts() == null) {
            throw UserProblem.of(Kind.CONFLICT, "register-table-taken-back");
        }
        List<EntryDraft> drafts = json.readValue(table.drafts(), new TypeReference<>() {});
        List<MovementBatch.Entry> entries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            entries.add(new MovementBatch.Entry(ids.get(i), drafts.get(i)));
        }
        target.storeAll(account, entries, () -> requireMove(id, State.LOOKED_AT, State.STORED));
        return ids;
    }

    /** Takes a stored table back as a whole. Asked again, it answers the same. */
    List<UUID> rollBack(AccountView account, TableTarget target, UUID id) {
        Kept table = find(account, target, id);
        if (table.state() == State.LOOKED_AT) {
            throw UserProblem.of(Kind.CONFLICT, "table-not-stored");
        }
        if (table.state() == State.STORED) {
            target.withdrawAll(account, table.ids(), () -> requireMove(id, State.STORED, State.TAKEN_BACK));
        }
        return table.ids();
    }

    private void keep(AccountView account, TableTarget target, String fileName, UUID id, List<RegisterRow> rows) {
        List<RegisterRow> storable = rows.stream().filter(RegisterRow::storable).toList();
        store.add(
                new Kept(
                        id,
                        account.username(),
                        target.key(),
                        fileName,
                        State.LOOKED_AT,
                        storable.stream()
                                .map(row -> String.valueOf(row.number()))
                                .collect(Collectors.joining(",")),
                        json.writeValueAsString(
                                storable.stream().map(RegisterRow::draft).toList())),
                clock.instant());
    }

    /** Tables that the account stored itself, and those of others all of whose rows it sees; newest first. */
    @Transactional(readOnly = true)
    List<PastTable> past(AccountView account, TableTarget target) {
        account.require(Right.WRITE_MOVEMENT);
        return store.decided(target.key(), PastTable.MOST).stream()
                .filter(decided -> decided.table().createdBy().equals(account.username())
                        || target.sees(account, decided.table().ids()))
                .map(decided -> PastTable.of(decided, account))
                .toList();
    }

    private void requireMove(UUID id, State from, State to) {
        if (!store.move(id, from, to)) {
            throw UserProblem.of(Kind.CONFLICT, "changed-meanwhile");
        }
    }

    private static void understand(
            TableTarget target,
            List<RegisterColumn> all,
            List<String> heading,
            Map<String, Integer> columns,
            List<String> ignored) {
        for (int i = 0; i < heading.size(); i++) {
            String title = heading.get(i);
            Optional<RegisterColumn> column = RegisterColumn.find(all, title);
            if (column.isPresent() && !columns.containsKey(column.get().key())) {
                columns.put(column.get().key(), i);
            } else if (!title.isEmpty()) {
                ignored.add(title);
            }
        }
        List<String> needed = target.needed();
        if (!columns.keySet().containsAll(needed)) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE,
                    "table-columns-missing",
                    shown(all, needed.get(0)),
                    shown(all, needed.get(1)),
                    all.stream().map(RegisterColumn::shown).collect(Collectors.joining(", ")));
        }
    }

    private static String shown(List<RegisterColumn> all, String key) {
        return all.stream()
                .filter(column -> column.key().equals(key))
                .map(RegisterColumn::shown)
                .findFirst()
                .orElse(key);
    }

    private RegisterRow check(AccountView account, TableTarget target, RegisterRow row, Map<EntryDraft, Integer> seen) {
        EntryDraft draft = row.draft();
        if (draft == null) {
            return row;
        }
        Optional<UserProblem> refused = target.findProblem(account, draft);
        if (refused.isPresent()) {
            return row.refused(refused.get());
        }
        Integer earlier = seen.putIfAbsent(draft, row.number());
        return earlier == null ? row : row.sameAs(earlier);
    }

    private Kept find(AccountView account, TableTarget target, UUID id) {
        account.require(Right.WRITE_MOVEMENT);
        return store.find(id)
                .filter(table -> target.key().equals(table.register())
                        && table.createdBy().equals(account.username()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "table-unknown"));
    }
}
