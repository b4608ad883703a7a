package vn.anttmap.backup;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row as an archive holds it: a JSON array on one line, in UTF-8, its values in the order of the columns. */
final class Rows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Rows() {}

    static byte[] line(Table table, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(table.columns().size());
        for (int i = 0; i < table.columns().size(); i++) {
            values.add(table.columns().get(i).kind().read(row, i + 1));
        }
        return JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable Object[] values(byte[] line) {
        return JSON.readValue(line, Object[].class);
    }
}
