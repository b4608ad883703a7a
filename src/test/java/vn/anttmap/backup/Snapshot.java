package vn.anttmap.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a database held at one moment, read out of an archive of it: the same on both databases, while the service runs. */
final class Snapshot {

    private final Path archive;
    private final Map<String, List<Row>> tables = new HashMap<>();

    /** One row; values as text, instants in UTC. */
    record Row(Map<String, String> values) {

        /** Empty where it is null. */
        String get(String column) {
            return values.getOrDefault(column, "");
        }

        boolean has(String column, Object value) {
            return get(column).equals(String.valueOf(value));
        }

        long number(String column) {
            return Long.parseLong(get(column));
        }
    }

    Snapshot(Path archive) {
        this.archive = archive;
    }

    List<Row> rows(String table) {
        return tables.computeIfAbsent(table, this::read);
    }

    List<Row> rows(String table, Predicate<Row> wanted) {
        return rows(table).stream().filter(wanted).toList();
    }

    /** Entries of the trail with this action. */
    long trail(String action) {
        return rows("audit_entry", row -> row.has("action", action)).size();
    }

    private List<Row> read(String table) {
        List<Row> rows = new ArrayList<>();
        try (Archive open = Archive.open(archive)) {
            Manifest.Content content = open.manifest().tables().stream()
                    .filter(each -> each.name().equals(table))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no table " + table + " in " + archive));
            open.read(content, line -> {
                Map<String, String> values = new HashMap<>();
                @Nullable Object[] cells = Rows.values(line);
                for (int i = 0; i < cells.length; i++) {
                    if (cells[i] != null) {
                        values.put(content.columns().get(i).name(), String.valueOf(cells[i]));
                    }
                }
                rows.add(new Row(values));
            });
            return rows;
        } catch (DamagedArchiveException | IOException | SQLException e) {
            throw new AssertionError(archive + ": " + e.getMessage(), e);
        }
    }
}
