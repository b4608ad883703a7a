package vn.anttmap.exchange.registertable;

import java.util.List;
import java.util.Map;

/** The cells of one row by what they say; an absent column reads as an empty cell. */
record RegisterCells(Map<String, Integer> columns, List<String> cells) {

    String text(String column) {
        Integer index = columns.get(column);
        return index == null || index >= cells.size() ? "" : cells.get(index);
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }
}
