package vn.anttmap.exchange.incidenttable;

import java.util.List;
import java.util.Map;

/** The cells of one row by what they say; an absent column reads as an empty cell. */
record RowCells(Map<TableColumn, Integer> columns, List<String> cells) {

    String text(TableColumn column) {
        Integer index = columns.get(column);
        return index == null || index >= cells.size() ? "" : cells.get(index);
    }

    boolean has(TableColumn column) {
        return !text(column).isEmpty();
    }
}
