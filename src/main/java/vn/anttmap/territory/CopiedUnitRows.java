package vn.anttmap.territory;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** PostgreSQL takes a stream of rows in a fraction of the time of as many statements; see docs/decisions/0017. */
final class CopiedUnitRows implements UnitRows {

    /** {@code allocationSize} of the sequence: one value stands for so many ids, itself the last of them. */
    private static final int IDS_PER_VALUE = 50;

    private static final int PORTION_BYTES = 1 << 18;

    private static final String UNIT_COLUMNS =
            "id, unit_key, level, kind, code, name, full_name, name_folded, parent_id,"
                    + " valid_from, valid_to, validity_source, listed_on, official_area_sq_km, official_area_source,"
                    + " measured_area_sq_km, households, households_source, synthetic, synthetic_note, boundary, west, south, east,"
                    + " north, version";
    private static final String POPULATION_COLUMNS = "unit_id, reference_year, population_count, source, synthetic";

    private final JdbcTemplate jdbc;

    CopiedUnitRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(List<TerritorialUnit> states) {
        identify(states);
        copy("territorial_unit", UNIT_COLUMNS, states, CopiedUnitRows::unit);
        List<TerritorialUnit> counted =
                states.stream().filter(state -> !state.population().isEmpty()).toList();
        if (!counted.isEmpty()) {
            copy("unit_population", POPULATION_COLUMNS, counted, CopiedUnitRows::population);
        }
    }

    private void identify(List<TerritorialUnit> states) {
        int values = (states.size() + IDS_PER_VALUE - 1) / IDS_PER_VALUE;
        // One more: the very first value of a sequence stands for itself alone.
        List<Long> last = jdbc.queryForList(
                "select nextval('territorial_unit_seq') from generate_series(1, ?)", Long.class, values + 1);
        int next = 0;
        for (long value : last) {
            for (long id = Math.max(1, value - IDS_PER_VALUE + 1); id <= value && next < states.size(); id++) {
                states.get(next++).identify(id);
            }
        }
    }

    private void copy(
            String table, String columns, List<TerritorialUnit> states, BiConsumer<CopyRows, TerritorialUnit> row) {
        limitTime();
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin with (format binary)");
            try {
                CopyRows rows = new CopyRows().begin();
                for (TerritorialUnit state : states) {
                    row.accept(rows, state);
                    if (rows.size() >= PORTION_BYTES) {
                        requireTime();
                        send(copy, rows);
                    }
                }
                send(copy, rows.end());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return null;
        });
    }

    private static void send(CopyIn copy, CopyRows rows) throws SQLException {
        copy.writeToCopy(rows.bytes(), 0, rows.size());
        rows.clear();
    }

    /** A statement gets the time that its transaction has left; a stream is none for JDBC, and asks for it by itself. */
    private void limitTime() {
        long millis = requireTime();
        if (millis > 0) {
            jdbc.queryForObject(
                    "select set_config('statement_timeout', ?, true)", String.class, String.valueOf(millis));
        }
    }

    /**
     * @return what is left to the transaction, 0 where it has no end
     * @throws org.springframework.transaction.TransactionTimedOutException when nothing is left
     */
    private long requireTime() {
        Object holder = TransactionSynchronizationManager.getResource(Objects.requireNonNull(jdbc.getDataSource()));
        return holder instanceof ConnectionHolder transaction && transaction.hasTimeout()
                ? transaction.getTimeToLiveInMillis()
                : 0;
    }

    private static void unit(CopyRows rows, TerritorialUnit state) {
        Unit unit = state.view();
        rows.row(26)
                .number(unit.id())
                .text(unit.key())
                .text(unit.level().name())
                .text(unit.kind().name())
                .text(unit.code())
                .text(unit.name())
                .text(unit.fullName())
                .text(unit.nameFolded())
                .number(unit.parentId())
                .day(unit.validity().from())
                .day(unit.validity().to())
                .text(unit.validitySource())
                .day(unit.listedOn())
                .number(unit.officialAreaSqKm())
                .text(unit.officialAreaSource())
                .number(unit.measuredAreaSqKm())
                .number(unit.households())
                .text(unit.householdsSource())
                .truth(unit.synthetic())
                .text(unit.syntheticNote())
                .geometry(state.boundary())
                .number(
                        unit.extent() == null
                                ? null
                                : Double.valueOf(unit.extent().west()))
                .number(
                        unit.extent() == null
                                ? null
                                : Double.valueOf(unit.extent().south()))
                .number(
                        unit.extent() == null
                                ? null
                                : Double.valueOf(unit.extent().east()))
                .number(
                        unit.extent() == null
                                ? null
                                : Double.valueOf(unit.extent().north()))
                .number(Long.valueOf(0));
    }

    private static void population(CopyRows rows, TerritorialUnit state) {
        for (Population entry : state.population()) {
            rows.row(5)
                    .number(Long.valueOf(state.id()))
                    .number(Integer.valueOf(entry.year()))
                    .number(Integer.valueOf(entry.count()))
                    .text(entry.source())
                    .truth(entry.synthetic());
        }
    }
}
