package vn.anttmap.backup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with its columns in their order.
 *
 * @param name unquoted, in the schema public
 */
record Table(String name, List<Column> columns) {

    record Column(String name, ColumnKind kind) {}

    String columnNames() {
        return columns.stream().map(column -> '"' + column.name() + '"').collect(Collectors.joining(", "));
    }
}
