package vn.anttmap.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Streams through plain JDBC; how a geometry comes out of a row is the database's own affair. */
final class JdbcStreamedRows implements StreamedRows {

    private static final int ROWS_PER_FETCH = 500;

    /** Reads the column {@code geometry} of the present row. */
    @FunctionalInterface
    interface GeometryColumn {
        @Nullable Geometry read(ResultSet row) throws SQLException;
    }

    /** Sets up a statement before it runs. */
    @FunctionalInterface
    interface StatementSetup {
        void apply(PreparedStatement statement) throws SQLException;
    }

    /**
     * How the database gives geometries.
     *
     * @param selected what a statement selects for a column, with {@code %s} for its name
     */
    record Dialect(String selected, StatementSetup setup, GeometryColumn geometry) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate readOnly;
    private final Dialect dialect;

    JdbcStreamedRows(JdbcTemplate jdbc, PlatformTransactionManager transactions, Dialect dialect) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        // PostgreSQL sends rows in portions only inside a transaction.
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
        this.dialect = dialect;
    }

    @Override
    public String column(String name) {
        return dialect.selected().formatted(name);
    }

    @Override
    public void forEach(String sql, Visitor visitor, Object... parameters) throws IOException {
        RowCallbackHandler handler = row -> {
            try {
                visitor.visit(row, dialect.geometry().read(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try {
            readOnly.executeWithoutResult(
                    status -> jdbc.query(connection -> prepare(connection, sql, parameters), handler));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private PreparedStatement prepare(Connection connection, String sql, Object[] parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS_PER_FETCH);
        dialect.setup().apply(statement);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
