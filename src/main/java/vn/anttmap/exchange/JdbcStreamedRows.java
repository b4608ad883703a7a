package vn.anttmap.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final JdbcTemplate jdbc;
    private final TransactionTemplate readOnly;
    private final GeometryColumn geometryColumn;

    JdbcStreamedRows(JdbcTemplate jdbc, PlatformTransactionManager transactions, GeometryColumn geometryColumn) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(ROWS_PER_FETCH);
        // PostgreSQL sends rows in portions only inside a transaction.
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
        this.geometryColumn = geometryColumn;
    }

    @Override
    public void forEach(String sql, Visitor visitor, Object... parameters) throws IOException {
        RowCallbackHandler handler = row -> {
            try {
                visitor.visit(row, geometryColumn.read(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try {
            readOnly.executeWithoutResult(status -> jdbc.query(sql, handler, parameters));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
